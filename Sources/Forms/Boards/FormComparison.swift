public import TargetEngine

/// Two submissions line by line: two versions of one, or a period and the one before. Source: `forms.md`,
/// "Compare".
public struct FormComparison: Sendable, Hashable {
  /// One line in both.
  public struct Row: Sendable, Hashable {
    public let line: LineNumber
    public let old: FormValue?
    public let new: FormValue?
    /// New less old; nil where either is no amount, or the difference does not fit one.
    public let change: Decimal?

    /// Amounts are compared by what they are worth: 5 and 5.00 are the same.
    public var isChanged: Bool { change.map { $0.units != 0 } ?? (old != new) }
  }

  /// The lines of the newer form in their order, then what only the older one has, by number.
  public let rows: [Row]

  /// - Parameter version: the form of the newer submission.
  public init(_ version: FormVersion, old: FormValues, new: FormValues) {
    let known = Set(version.lines.map(\.number))
    let gone = old.keys.filter { !known.contains($0) }.sorted()
    rows = (version.lines.map(\.number) + gone).map { line in
      Row(
        line: line, old: old[line], new: new[line],
        change: FormComparison.change(old[line], new[line]))
    }
  }

  private static func change(_ old: FormValue?, _ new: FormValue?) -> Decimal? {
    guard case .amount(let old) = old, case .amount(let new) = new else { return nil }
    return (Fraction(new) - Fraction(old)).rounded(places: max(old.places, new.places))
  }
}
