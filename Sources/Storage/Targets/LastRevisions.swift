public import Database
public import TargetEngine

/// What the revisions recorded last leave to the next ones, while a file adds some: the rows of a
/// file build on each other.
public struct LastRevisions: Sendable {
  private var kept: [PlanKey: Target.Kept] = [:]

  /// - Parameter all: read every target there is, for a large file; else each is asked for.
  public init(_ ledger: Ledger, all: Bool) throws(StorageError) {
    guard all else { return }
    let statement = try ledger.connection.statement(
      "SELECT unit, indicator, year, due, pace FROM target WHERE withdrawn = 0 ORDER BY seq")
    while try statement.step() {
      guard let due = statement.day(3), let pace = PlanText.pace(statement.bytes(4)) else {
        continue
      }
      let key = PlanKey(
        unit: statement.int(0), indicator: statement.int(1), year: Int(statement.int(2)))
      kept[key] = Target.Kept(due: due, pace: pace)
    }
  }

  /// What the last revision leaves to the next; nil when there is none.
  ///
  /// - Parameter ledger: is asked for what was not read or noted; nil where all was.
  public func kept(
    indicator: IndicatorID, unit: UnitID, year: Int, asking ledger: Ledger?
  ) throws(StorageError) -> Target.Kept? {
    let key = PlanKey(unit: unit, indicator: indicator, year: year)
    if let known = kept[key] { return known }
    return try ledger?.connection.targets(key).last?.target.kept
  }

  /// Takes a revision as the last one of its target.
  public mutating func note(_ target: Target) {
    kept[PlanKey(unit: target.unit, indicator: target.indicator, year: target.year)] = target.kept
  }
}
