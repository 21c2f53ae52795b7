public import Forms
internal import Storage
public import TargetEngine

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
}

extension Desk {
  /// Adds up what units sent for a period.
  ///
  /// - Parameter scope: what is accepted, or all that is sent and not returned.
  public func formSum(
    _ form: String, _ period: String, unit unitText: String? = nil,
    _ scope: FormSum.Scope = .accepted
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
      let last = try lastSum(of: round, units, scope)
      let sum: FormSum
      do throws(FormOverflow) {
        sum = try FormSum(round.version, parts, scope, last: last)
      } catch {
        throw DeskError.form(.overflow(unit: "", error.line))
      }
      let titled = Dictionary(
        try UnitTitles(ledger).titled(units).map { ($0.id, $0) }
      ) { first, _ in first }
      return FormSummary(
        form: round.form.definition, period: round.period, version: round.version, scope: scope,
        unit: try unitText.map { try titledUnit($0) }, sum: sum,
        units: sum.over.compactMap { titled[$0] }, amounts: known.mapValues(\.amounts),
        missing: sum.missing.compactMap { titled[$0] })
    }
  }

  private func titledUnit(_ text: String) throws -> Unit { try titled(try unit(text).unit) }

  /// The sum of the period before, for formulas that ask for it.
  private func lastSum(
    of round: FormRound, _ units: [Unit], _ scope: FormSum.Scope
  ) throws -> FormAmounts {
    let needed = round.version.lines.contains {
      !($0.source.formula?.lastLines.isEmpty ?? true)
    }
    guard needed, let before = round.before else { return [:] }
    let known = try ledger.amounts(of: round.form, before)
    let parts = units.map { known[$0.id] ?? FormSum.Part($0.id, .missing) }
    return (try? FormSum(round.form.definition.version(of: before), parts).total) ?? [:]
  }

  /// The units above each, needed only where a line takes a figure with everything below.
  private func parents(_ round: FormRound) throws -> UnitParents {
    let isNeeded = round.version.lines.contains { $0.source != .typed && $0.source.formula == nil }
    return UnitParents(isNeeded ? try ledger.units().map(\.unit) : [])
  }
}
