public import Forms
internal import Storage
public import TargetEngine

/// The lines of a form, added up over units.
public struct FormSummary: Sendable {
  /// The form with all its versions.
  public var form: FormDefinition
  /// The period that is added up.
  public var period: FormPeriod
  /// The form as it is for the period.
  public var version: FormVersion
  /// Whether what is sent and not accepted counts.
  public var scope: FormSum.Scope
  /// The unit at and below which units are added up; nil for all.
  public var unit: Unit?
  /// What the lines come to, and over which units.
  public var sum: FormSum
  /// Whose amounts are in it, in the order of columns.
  public var units: [Unit]
  /// By unit.
  public var amounts: [UnitID: LineAmounts]
  /// Who owes it and is not in it.
  public var missing: [Unit]
  /// Who is in it and owes it no more.
  public var ended: [Unit]
  /// Who owes it no more, and has sent what is neither accepted nor returned.
  public var waiting: [Unit]
  /// The lines that formulas need and that some units left empty, with these units.
  public var gaps: [(gap: FormSum.Gap, units: [Unit])]
  /// The lines in which what these units sent is not added, since a unit into which they were merged has it.
  public var covered: [(line: LineNumber, units: [Unit])]
  /// How far units are that sent it or began to.
  public var states: [UnitID: FormState]
  /// How many of the units that are in it were accepted for the period before; nil where no formula asks for that.
  public var lastOver: Int?
  /// Of which kind the units are that stand in columns; nil for each unit by itself.
  public var kind: UnitKind?
  /// Where a kind is given, its columns.
  public var columns: [FormSumColumn] = []
  /// The lines without amounts.
  public var words: [WordedSum] = []
}

extension Desk {
  /// Adds up what units sent for a period.
  ///
  /// - Parameters:
  ///   - scope: what is accepted, or all that is sent and not returned.
  ///   - kind: with a column for each unit of this kind, which has all at and below it; nil for one for
  ///     each unit that sent it.
  public func formSum(
    _ form: String, _ period: String, unit unitText: String? = nil,
    _ scope: FormSum.Scope = .accepted, by kind: UnitKind? = nil
  ) throws -> FormSummary {
    try snapshot {
      let round = try FormRound(self, form, period)
      let adding = try FormAdding(round, round.period, scope)
      let sent = adding.sent
      let units = try within(unitText, try round.owing(sent: sent.senders))
      let parts = sent.parts(of: units.map(\.id), ended: round.period.ended(units))
      let (sum, last) = adding.sum(of: parts)
      let titled = Dictionary(
        try UnitTitles(ledger).titled(units).map { ($0.id, $0) }
      ) { first, _ in first }
      let top = try unitText.map { try titledUnit($0) }
      var summary = FormSummary(
        form: round.form.definition, period: round.period, version: round.version, scope: scope,
        unit: top, sum: sum,
        units: sum.over.compactMap { titled[$0] }, amounts: sent.amounts,
        missing: sum.missing.compactMap { titled[$0] }, ended: sum.ended.compactMap { titled[$0] },
        waiting: sum.waiting.compactMap { titled[$0] },
        gaps: sum.gaps.map { ($0, $0.units.compactMap { titled[$0] }) },
        covered: sum.covered.map { ($0.line, $0.units.compactMap { titled[$0] }) },
        states: sent.states,
        lastOver: last?.over.count)
      summary.words = try round.wordedSums(over: summary.units)
      guard let kind else { return summary }
      let groups = UnitKindGroups(try ledger.units().map(\.unit), kind, within: top?.id)
      summary.kind = kind
      summary.columns = adding.columns(parts, of: titled, under: groups)
      let heads = try UnitTitles(ledger).titled(summary.columns.compactMap(\.unit))
      for (place, head) in heads.enumerated() { summary.columns[place].unit = head }
      return summary
    }
  }

  private func titledUnit(_ text: String) throws -> Unit { try titled(try unit(text).unit) }
}
