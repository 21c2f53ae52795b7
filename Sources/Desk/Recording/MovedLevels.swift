public import Storage
public import TargetEngine

/// A statement of a level, whose day now has another one. Source: `engine.md`, "level statement".
public struct LevelNotice: Sendable {
  /// The unit whose level moved.
  public var unit: Unit
  /// The indicator of the level.
  public var indicator: Indicator
  /// From what to what.
  public var moved: MovedLevel
}

extension Desk {
  /// What has to be said beside a receipt of the levels that a transaction changed without saying them.
  func levelNotices(_ transaction: Transaction) throws -> [LevelNotice] {
    let moved = try transaction.movedLevels()
    guard !moved.isEmpty else { return [] }
    let indicators = Dictionary(try ledger.indicators().map { ($0.id, $0) }) { first, _ in first }
    return try moved.compactMap { moved in
      guard let unit = try ledger.unit(id: moved.place.unit)?.unit,
        let indicator = indicators[moved.place.indicator]
      else { return nil }
      return LevelNotice(unit: unit, indicator: indicator, moved: moved)
    }
  }
}
