internal import Database
public import TargetEngine

/// What a unit's children count in its sum.
public struct ChildPlans: Sendable {
  public var children: [PlanTimeline] = []
  /// Those merged into it, each with the number that the next revision had at the merge.
  public var merged: [(number: Int64, timeline: PlanTimeline)] = []

  public init() {}
}

extension Ledger {
  /// What a unit's children count in its sums of one year, by indicator or of one; those that were
  /// merged into it apart. One question for all of them, unless units were merged into the children.
  public func childPlans(
    of unit: UnitID, year: Int, indicator: IndicatorID? = nil
  ) throws -> [IndicatorID: ChildPlans] {
    let numbers = Dictionary(
      try connection.rows(
        "SELECT id, merged FROM unit WHERE parent = ?1 AND merged IS NOT NULL", [.int(unit)]
      ) { ($0.int(0), $0.int(1)) }
    ) { first, _ in first }
    let nested = try !connection.mergedUnits(below: unit).isEmpty
    var plans: [IndicatorID: ChildPlans] = [:]
    for (line, timelines) in try connection.childTimelines(
      of: unit, LineRange(indicator, year: year))
    {
      let indicator = line.indicator
      let counted =
        nested
        ? try connection.childPlans(PlanKey(unit: unit, indicator: indicator, year: year))
        : timelines.map(\.timeline)
      for (child, timeline) in zip(timelines.map(\.child), counted) {
        if let number = numbers[child] {
          plans[indicator, default: ChildPlans()].merged.append((number, timeline))
        } else {
          plans[indicator, default: ChildPlans()].children.append(timeline)
        }
      }
    }
    return plans
  }
}
