internal import Storage
internal import TargetEngine

extension Ledger {
  /// What has to be said beside a receipt of the levels that a transaction changed without saying them.
  func levelNotices(_ transaction: Transaction) throws -> [LevelNotice] {
    try notices(of: try transaction.movedLevels())
  }

  /// Levels that became others, with what their units and indicators are called.
  func notices(of moved: [MovedLevel]) throws -> [LevelNotice] {
    guard !moved.isEmpty else { return [] }
    let indicators = try self.indicatorsByID()
    return try moved.compactMap { moved in
      guard let unit = try unit(id: moved.place.unit)?.unit,
        let indicator = indicators[moved.place.indicator]
      else { return nil }
      return LevelNotice(unit: unit, indicator: indicator, moved: moved)
    }
  }
}
