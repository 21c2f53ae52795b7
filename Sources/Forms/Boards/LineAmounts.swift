public import TargetEngine

/// The amounts of one submission by the places that its lines have in a version of the form. A sum is made of 1 200 × 60
/// of them; to find each by its number would take longer than all else.
///
/// ```swift
/// var amounts = LineAmounts(count: version.lines.count)
/// amounts[2] = Decimal(12)     // of the third line
/// amounts[99]                  // nil: a version has no such place
/// ```
public struct LineAmounts: Sendable, Hashable {
  private var amounts: [Decimal?]

  /// - Parameter count: how many lines the version has.
  public init(count: Int = 0) { amounts = Array(repeating: nil, count: count) }

  /// - Parameter amounts: by number; what the version does not have is left out.
  public init(_ version: FormVersion, _ amounts: FormAmounts) {
    self.amounts = version.lines.map { amounts[$0.number] }
  }

  /// What stands at a place is kept where the version has it.
  public subscript(place: Int) -> Decimal? {
    get { place < amounts.count ? amounts[place] : nil }
    set { if place < amounts.count { amounts[place] = newValue } }
  }

  /// The same by number.
  ///
  /// - Parameter lines: those of the version, in its order.
  public func byNumber(_ lines: [LineNumber]) -> FormAmounts {
    var found = FormAmounts(minimumCapacity: amounts.count)
    for (number, amount) in zip(lines, amounts) { found[number] = amount }
    return found
  }
}
