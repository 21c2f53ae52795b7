internal import Storage
public import TargetEngine

extension Desk {
  /// Sets a target, as the first of its year or as a revision. What holds already is no revision.
  public func setTarget(
    _ indicatorText: String, amount: String, unit unitText: String?, year: Int?,
    draft: TargetDraft
  ) throws -> Written<(target: Target, indicator: Indicator, unit: Unit)> {
    try write { transaction in
      let indicator = try self.indicator(indicatorText)
      let unit = try unitOrOffice(unitText).unit
      var draft = draft
      draft.amount = try parse(amount, as: indicator)
      (draft.document, draft.reason) = (draft.document.trimmed, draft.reason.trimmed)
      let year = year ?? indicator.planYear(of: context.today).label
      var revisions = try TargetRevisions(ledger, all: false)
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year,
        after: try revisions.kept(
          indicator: indicator.id, unit: unit.id, year: year, asking: ledger),
        today: context.today)
      if revisions.take(target, draft, line: 0) != .unchanged { try transaction.set(target) }
      return (target: target, indicator: indicator, unit: try titled(unit))
    }
  }
}

extension Desk {
  /// The targets of a unit, of a year only when it is given: each revision that reports use on some
  /// day, which of equal effective days is the one recorded last.
  func targets(of unit: UnitID, year: Int? = nil) throws -> [StoredTarget] {
    var standing: [StoredTarget] = []
    var seen: Set<[Int64]> = []
    for stored in try ledger.storedTargets(of: unit, year: year).reversed() {
      let target = stored.target
      let position = [
        target.indicator, Int64(target.year), Int64(target.effective.rawValue),
      ]
      if seen.insert(position).inserted { standing.append(stored) }
    }
    return standing.reversed()
  }
}

extension Target {
  /// Completes a draft, with faults as the desk says them.
  init(
    checking draft: TargetDraft, for indicator: Indicator, unit: Unit, year: Int,
    after earlier: Kept?, today: Day
  ) throws(DeskError) {
    if let closed = unit.closed, year > indicator.planYear(of: closed).label {
      throw .unitClosed(unit.name, on: closed)
    }
    do {
      self = try Target(
        draft, for: indicator, unit: unit.id, year: year, after: earlier, today: today)
    } catch {
      throw .target(error, indicator: indicator.code)
    }
  }
}
