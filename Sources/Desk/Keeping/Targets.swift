internal import Storage
public import TargetEngine

extension Desk {
  /// Sets a target, as the first of its year or as a revision.
  public func setTarget(
    _ indicatorText: String, amount: String, unit unitText: String?, year: Int?,
    draft: TargetDraft
  ) throws -> Written<(target: Target, indicator: Indicator, unit: Unit)> {
    try write { transaction in
      let indicator = try self.indicator(indicatorText)
      let unit = try unitOrOffice(unitText).unit
      var draft = draft
      draft.amount = try parse(amount, as: indicator)
      let year = year ?? indicator.planYear(of: context.today).label
      let target = try Target(
        checking: draft, for: indicator, unit: unit, year: year,
        after: try transaction.lastTarget(indicator: indicator.id, unit: unit.id, year: year)?.kept,
        today: context.today)
      try transaction.set(target)
      return (target, indicator, unit)
    }
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
