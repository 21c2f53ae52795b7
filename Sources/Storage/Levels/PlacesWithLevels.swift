internal import Database
internal import TargetEngine

extension Ledger {
  /// Whether there is any level entry, anywhere or at one place.
  func hasLevels(at place: ListedPlace? = nil) throws(StorageError) -> Bool {
    let isThere = place == nil ? "" : " AND e.unit = ?1 AND e.indicator = ?2"
    return try connection.first(
      "SELECT 1 FROM entry e WHERE \(LevelSource.isLevel("e"))\(isThere) LIMIT 1",
      place.map { [.int($0.unit), .int($0.indicator)] } ?? []
    ) { _ in true } ?? false
  }

  /// Every place with level entries.
  func placesWithLevels() throws(StorageError) -> Set<ListedPlace> {
    Set(
      try connection.rows(
        "SELECT DISTINCT e.unit, e.indicator FROM entry e WHERE \(LevelSource.isLevel("e"))"
      ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) })
  }
}
