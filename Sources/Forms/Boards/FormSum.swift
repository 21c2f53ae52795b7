public import TargetEngine

/// The lines of several units added up. Source: `forms.md`, "Summary".
///
/// ```swift
/// let sum = try FormSum(version, parts, .submitted)
/// sum.total[line]                     // what all units together have
/// "\(sum.over.count) of \(sum.of)"    // 9 of 12; the others are `missing`
/// ```
public struct FormSum: Sendable, Hashable {
  /// What counts.
  public enum Scope: String, Sendable, CaseIterable {
    case accepted
    /// What was submitted, accepted or not; what is returned counts in neither.
    case submitted

    /// Whether the version at hand counts.
    public func takes(_ state: FormState) -> Bool {
      state == .accepted || self == .submitted && state == .submitted
    }
  }

  /// A unit that owes the form, and what it sent.
  public struct Part: Sendable, Hashable {
    public var unit: UnitID
    public var state: FormState
    /// Of the version at hand, with those of the formulas.
    public var amounts: FormAmounts

    public init(_ unit: UnitID, _ state: FormState, _ amounts: FormAmounts = [:]) {
      self.unit = unit
      self.state = state
      self.amounts = amounts
    }
  }

  /// Amounts are added, formulas computed from the sums. A line without any value has none.
  public let total: FormAmounts
  /// Whose amounts it has.
  public let over: [UnitID]
  /// Who owes the form and is not in it.
  public let missing: [UnitID]

  /// How many owe the form.
  public var of: Int { over.count + missing.count }

  /// - Parameter last: the sum of the period before, for formulas that ask for it.
  public init(
    _ version: FormVersion, _ parts: [Part], _ scope: Scope = .accepted, last: FormAmounts = [:]
  ) throws(FormOverflow) {
    let taken = parts.filter { scope.takes($0.state) }
    over = taken.map(\.unit)
    missing = parts.filter { !scope.takes($0.state) }.map(\.unit)
    var sums: FormAmounts = [:]
    for line in version.lines where line.source.formula == nil {
      guard let decimals = line.decimals else { continue }
      let amounts = taken.compactMap { $0.amounts[line.number] }
      guard !amounts.isEmpty else { continue }
      let exact = amounts.reduce(Fraction.zero) { $0 + Fraction($1) }
      guard let sum = exact.rounded(places: decimals) else {
        throw FormOverflow(line: line.number)
      }
      sums[line.number] = sum
    }
    total = try version.computing(sums, last: last)
  }
}
