public import TargetEngine

/// The lines of several units added up. Source: `forms.md`, "Summary".
///
/// ```swift
/// let sum = FormSum(version, parts, .submitted)
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

  /// A unit that owes the form or had sent it, and what it sent.
  public struct Part: Sendable, Hashable {
    public var unit: UnitID
    public var state: FormState
    /// Of the version at hand, with those of the formulas.
    public var amounts: LineAmounts
    /// Typed lines that were filled from lists, as if they had a source.
    public var listed: Set<LineNumber>
    /// The units above it. What a source gives for one of them has the unit's own in it.
    public var above: Set<UnitID>
    /// Whether it owes the form; see `FormBoard.Row.isOwed`.
    public var isOwed: Bool

    public init(
      _ unit: UnitID, _ state: FormState, _ amounts: LineAmounts = LineAmounts(),
      listed: Set<LineNumber> = [], above: Set<UnitID> = [], isOwed: Bool = true
    ) {
      self.listed = listed
      self.above = above
      self.isOwed = isOwed
      self.unit = unit
      self.state = state
      self.amounts = amounts
    }
  }

  /// Amounts are added, formulas computed from the sums. A line without any value has none, nor has one in
  /// percent: percentages are never summed.
  public let total: FormAmounts
  /// The lines of which there is more than an amount may be, so that they have no sum.
  public let overflown: [LineNumber]
  /// The lines that formulas need and that some units left empty: what is computed of them is of the others.
  public let gaps: [Gap]
  /// The lines in which units that owe the form no more have an amount that is not added, since a unit above them has it.
  public let covered: [Covered]
  /// A line of which amounts are not added.
  public struct Covered: Sendable, Hashable {
    public let line: LineNumber
    /// Whose amounts.
    public let units: [UnitID]
  }
  /// A line that some units left empty.
  public struct Gap: Sendable, Hashable {
    public let line: LineNumber
    /// Who left it empty.
    public let units: [UnitID]
    /// The lines with formulas that need it, by themselves or by what they name.
    public let formulas: [LineNumber]
  }

  /// Whose amounts it has.
  public let over: [UnitID]
  /// Who owes the form and is not in it.
  public let missing: [UnitID]

  /// Whose amounts it has although they owe the form no more.
  public let ended: [UnitID]
  /// Who owes it no more, and has sent what is neither accepted nor returned.
  public let waiting: [UnitID]

  /// How many owe the form.
  public var of: Int { owedOver + missing.count }
  /// How many of these are in it.
  public var owedOver: Int { over.count - ended.count }

  /// The units that are added up.
  public static func over(_ parts: [Part], _ scope: Scope) -> [UnitID] {
    parts.filter { scope.takes($0.state) }.map(\.unit)
  }

  /// - Parameter last: the sum of the period before over the same units, for formulas that ask for it.
  public init(
    _ version: FormVersion, _ parts: [Part], _ scope: Scope = .accepted, last: FormAmounts = [:]
  ) {
    let taken = parts.filter { scope.takes($0.state) }
    over = taken.map(\.unit)
    ended = taken.filter { !$0.isOwed }.map(\.unit)
    let left = parts.filter { !scope.takes($0.state) }
    missing = left.filter(\.isOwed).map(\.unit)
    waiting = left.filter { !$0.isOwed && $0.state == .submitted }.map(\.unit)
    let sheet = FormSheet(version)
    let needed = sheet.neededByFormulas
    var counted = CountedParts(taken)
    var (sums, gaps, overflown): (FormAmounts, [Gap], [LineNumber]) = ([:], [], [])
    var covered: [Covered] = []
    for (place, line) in version.lines.enumerated() where line.source.formula == nil {
      guard let decimals = line.decimals, line.isSummed else { continue }
      let parts = counted.parts(of: line)
      do throws(FormOverflow) {
        sums[line.number] = try FormSum.sum(line.number, place, decimals, parts)
      } catch { overflown.append(error.line) }
      let within = taken.filter { !$0.isOwed && $0.amounts[place] != nil }.map(\.unit)
        .filter { unit in !parts.contains { $0.unit == unit } }
      if !within.isEmpty { covered.append(Covered(line: line.number, units: within)) }
      guard needed.contains(line.number), sums[line.number] != nil else { continue }
      let empty = parts.filter { $0.amounts[place] == nil }.map(\.unit)
      if empty.isEmpty { continue }
      let formulas = sheet.withDependents(of: [line.number]).subtracting([line.number])
      gaps.append(Gap(line: line.number, units: empty, formulas: formulas.sorted()))
    }
    let computed = sheet.computed(sums, last: last)
    (total, self.gaps, self.covered) = (computed.amounts, gaps, covered)
    self.overflown = overflown + computed.overflown
  }

  /// Nil where no part has an amount.
  private static func sum(
    _ line: LineNumber, _ place: Int, _ decimals: Int, _ parts: [Part]
  ) throws(FormOverflow) -> Decimal? {
    // Amounts have the decimals of their line; only what a former version left has others.
    var (units, others, isAny): (Int64, Fraction, Bool) = (0, .zero, false)
    for part in parts {
      guard let amount = part.amounts[place] else { continue }
      isAny = true
      let (sum, isOver) = units.addingReportingOverflow(amount.units)
      if amount.places == decimals, !isOver {
        units = sum
      } else {
        others = others + Fraction(amount)
      }
    }
    guard isAny else { return nil }
    let exact = others + Fraction(Decimal(units, places: decimals))
    guard let sum = exact.rounded(places: decimals) else { throw FormOverflow(line: line) }
    return sum
  }
}

/// Whose amounts of a line count: what a unit has from a source or a list has what the units below it have.
private struct CountedParts {
  private let all: [FormSum.Part]
  /// The units whose typed line was filled from a list, by line.
  private var listed: [LineNumber: Set<UnitID>] = [:]
  private lazy var outermost = below(none: Set(all.map(\.unit)))

  init(_ parts: [FormSum.Part]) {
    all = parts
    for part in parts {
      for line in part.listed { listed[line, default: []].insert(part.unit) }
    }
  }

  mutating func parts(of line: FormLine) -> [FormSum.Part] {
    guard line.source == .typed else { return outermost }
    return listed[line.number].map(below(none:)) ?? all
  }

  private func below(none units: Set<UnitID>) -> [FormSum.Part] {
    all.filter { $0.above.isDisjoint(with: units) }
  }
}

extension FormLine {
  /// Whether its amounts add up.
  fileprivate var isSummed: Bool {
    guard case .amount(_, let measure) = content else { return false }
    return !["%", "％"].contains(measure)
  }
}
