internal import Database
internal import TargetEngine

/// Where figures come by list, derived from the entries alone. The table `listed` holds the same, so
/// that a command need not read the ledger to know whether a number may be entered.
extension Ledger {
  func derivedPlaces() throws -> Set<ListedPlace> {
    let candidates = """
      (SELECT e.unit, e.indicator FROM entry e
        WHERE \(EntrySource.isListed("e")) OR (e.source = 'back' AND e.source <> '')
        GROUP BY e.unit, e.indicator
        HAVING MAX(e.seq) > MAX(CASE WHEN e.source = 'back' THEN e.seq ELSE 0 END))
      """
    var places = Set(
      try connection.rows("SELECT l.indicator, l.unit FROM \(candidates) l") {
        ListedPlace(indicator: $0.int(0), unit: $0.int(1))
      })
    for place in try listedWithNumbers(in: candidates) where try !isListStanding(at: place) {
      // Numbers came back here, and no record posts any more.
      places.remove(place)
    }
    for place in try emptiedLists(in: candidates)
    where try listInForce(at: place, onceUndone: 0) == nil {
      // Every transaction that posted by list here was undone.
      places.remove(place)
    }
    return places
  }

  /// The places that are noted otherwise than they follow from the entries. Before 0.3 a place stayed
  /// noted when every list there was undone.
  func placeFaults(_ limit: Int) throws -> [Inconsistency] {
    let (noted, derived) = (try listed(), try derivedPlaces())
    let posted = Set(
      try connection.rows(
        "SELECT DISTINCT e.unit, e.indicator FROM entry e WHERE \(EntrySource.isListed("e"))"
      ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) })
    let wrong = derived.subtracting(noted).union(noted.subtracting(derived).subtracting(posted))
    return wrong.sorted().prefix(limit).map { .listed(unit: $0.unit, indicator: $0.indicator) }
  }

  /// The places of a table where a number stands as well.
  func listedWithNumbers(in table: String) throws(StorageError) -> [ListedPlace] {
    try connection.rows(
      """
      SELECT DISTINCT unit, indicator FROM (
        SELECT l.unit, l.indicator FROM \(table) l JOIN run r ON r.unit = l.unit
        JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
          AND e.indicator = l.indicator
        WHERE NOT \(EntrySource.isListed("e"))
        GROUP BY l.unit, l.indicator, e.day, e.year HAVING SUM(e.amount) <> 0
      ) s ORDER BY unit, indicator
      """
    ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) }
  }

  /// The places of a table where no record posts any more.
  private func emptiedLists(in table: String) throws(StorageError) -> [ListedPlace] {
    try connection.rows(
      """
      SELECT l.unit, l.indicator FROM \(table) l LEFT JOIN (
        SELECT DISTINCT unit, indicator FROM (
          SELECT e.unit, e.indicator FROM entry e WHERE \(EntrySource.isListed("e"))
          GROUP BY e.unit, e.indicator, e.record, e.source, e.day, e.year HAVING SUM(e.amount) <> 0
        ) x
      ) s ON s.unit = l.unit AND s.indicator = l.indicator
      WHERE s.unit IS NULL ORDER BY l.unit, l.indicator
      """
    ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) }
  }
}
