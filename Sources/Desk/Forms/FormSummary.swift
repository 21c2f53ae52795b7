public import Forms
internal import Storage
public import TargetEngine

/// What units sent for the period before, to be added up; nothing where no formula asks for it.
private struct LastAmounts {
  var version: FormVersion?
  var known: [UnitID: FormSum.Part] = [:]

  func sum(of units: [UnitID]) -> FormAmounts {
    guard let version else { return [:] }
    let parts = units.map { known[$0] ?? FormSum.Part($0, .missing) }
    return (try? FormSum(version, parts).total) ?? [:]
  }
}

/// The lines of a form, added up over units.
public struct FormSummary: Sendable {
  public var form: FormDefinition
  public var period: FormPeriod
  public var version: FormVersion
  public var scope: FormSum.Scope
  /// The unit at and below which units are added up; nil for all.
  public var unit: Unit?
  public var sum: FormSum
  /// Whose amounts are in it, in the order of columns.
  public var units: [Unit]
  /// By unit.
  public var amounts: [UnitID: FormAmounts]
  /// Who owes it and is not in it.
  public var missing: [Unit]
  /// Of which kind the units are that stand in columns; nil for each unit by itself.
  public var kind: UnitKind?
  /// Where a kind is given, its columns.
  public var columns: [FormSumColumn] = []
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
      let known = try ledger.amounts(of: round.form, round.period)
      let sent = Set(known.filter { $0.value.state != .draft }.keys)
      let units = try within(unitText, try round.owing(sent: sent))
      let parents = try parents(round)
      let parts = units.map { unit in
        let part = known[unit.id]
        return FormSum.Part(
          unit.id, part?.state ?? .missing, part?.amounts ?? [:], above: parents.above(unit.id))
      }
      let last = try lastAmounts(of: round)
      let sum = try FormSum.whole(
        round.version, parts, scope, last: last.sum(of: units.map(\.id)))
      let titled = Dictionary(
        try UnitTitles(ledger).titled(units).map { ($0.id, $0) }
      ) { first, _ in first }
      let top = try unitText.map { try titledUnit($0) }
      var summary = FormSummary(
        form: round.form.definition, period: round.period, version: round.version, scope: scope,
        unit: top, sum: sum,
        units: sum.over.compactMap { titled[$0] }, amounts: known.mapValues(\.amounts),
        missing: sum.missing.compactMap { titled[$0] })
      guard let kind else { return summary }
      let groups = UnitKindGroups(try ledger.units().map(\.unit), kind, within: top?.id)
      summary.kind = kind
      summary.columns = try FormSummary.columns(
        round.version, parts, scope, of: titled, under: groups, last: last.sum)
      let heads = try UnitTitles(ledger).titled(summary.columns.compactMap(\.unit))
      for (place, head) in heads.enumerated() { summary.columns[place].unit = head }
      return summary
    }
  }

  private func titledUnit(_ text: String) throws -> Unit { try titled(try unit(text).unit) }

  /// What was accepted of the period before, for formulas that ask for it.
  private func lastAmounts(of round: FormRound) throws -> LastAmounts {
    let needed = round.version.lines.contains {
      !($0.source.formula?.lastLines.isEmpty ?? true)
    }
    guard needed, let before = round.before else { return LastAmounts() }
    return LastAmounts(
      version: round.form.definition.version(of: before),
      known: try ledger.amounts(of: round.form, before))
  }

  /// The units above each, needed only where a line takes a figure with everything below.
  private func parents(_ round: FormRound) throws -> UnitParents {
    let isNeeded = round.version.lines.contains { $0.source != .typed && $0.source.formula == nil }
    return isNeeded ? UnitParents(try ledger.units(), on: round.period.lastDay) : UnitParents([])
  }
}
