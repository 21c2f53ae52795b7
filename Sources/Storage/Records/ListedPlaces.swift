public import Database
internal import TargetEngine

extension Ledger {
  /// Whether records have posted to an indicator of a unit, so that it takes no numbers.
  public func isListed(_ place: ListedPlace) throws(StorageError) -> Bool {
    try connection.first(
      "SELECT 1 FROM listed WHERE unit = ?1 AND indicator = ?2",
      [.int(place.unit), .int(place.indicator)]
    ) { _ in true } ?? false
  }

  /// Every place where records have posted.
  public func listed() throws(StorageError) -> Set<ListedPlace> {
    Set(
      try connection.rows("SELECT indicator, unit FROM listed") {
        ListedPlace(indicator: $0.int(0), unit: $0.int(1))
      })
  }

  /// The indicators to which records of a unit or of any below it have posted.
  func listedIndicators(below unit: UnitID) throws(StorageError) -> [IndicatorID] {
    try connection.rows(
      """
      WITH RECURSIVE below (id) AS (
        SELECT CAST(?1 AS BIGINT) UNION
        SELECT u.id FROM below b JOIN unit u ON u.parent = b.id
      )
      SELECT DISTINCT l.indicator FROM below JOIN listed l ON l.unit = below.id ORDER BY l.indicator
      """, [.int(unit)]
    ) { $0.int(0) }
  }

  /// The places of units where records have posted.
  func listed(of units: [UnitID]) throws(StorageError) -> Set<ListedPlace> {
    Set(
      try connection.rows(of: units) {
        "SELECT indicator, unit FROM listed WHERE unit IN (\($0))"
      } row: {
        ListedPlace(indicator: $0.int(0), unit: $0.int(1))
      })
  }
}

extension Transaction {
  /// Notes places whose figures come by list from now on.
  func list(_ places: [ListedPlace]) throws(StorageError) {
    try journal.bulk(into: "listed", columns: ["unit", "indicator"]).insert(count: places.count) {
      $0.bind($1, places[$2].unit)
      $0.bind($1 + 1, places[$2].indicator)
    }
  }

  /// Lets a place report by number again.
  func unlist(indicator: IndicatorID, unit: UnitID) throws(StorageError) {
    try connection.run(
      "DELETE FROM listed WHERE unit = ?1 AND indicator = ?2", [.int(unit), .int(indicator)])
  }
}

extension EntryBatch {
  /// The units of a sorted batch with their indicators, each once, in ascending order.
  func places() -> [ListedPlace] {
    var places: [ListedPlace] = []
    for (unit, indicator) in zip(units, indicators) {
      let place = ListedPlace(indicator: IndicatorID(indicator), unit: UnitID(unit))
      // A unit has few indicators: the place is among the last, or goes there.
      var index = places.count
      while index > 0, place < places[index - 1] { index -= 1 }
      if index > 0, places[index - 1] == place { continue }
      places.insert(place, at: index)
    }
    return places
  }
}

extension [ListedPlace] {
  /// Adds places to others, both in ascending order, and returns those that were not among them.
  mutating func merge(_ others: [ListedPlace]) -> [ListedPlace] {
    var (merged, new): ([ListedPlace], [ListedPlace]) = ([], [])
    merged.reserveCapacity(count + others.count)
    var own = self[...]
    for place in others {
      while let first = own.first, first < place { merged.append(own.removeFirst()) }
      if own.first == place { continue }
      new.append(place)
      merged.append(place)
    }
    merged += own
    self = merged
    return new
  }

  /// Their units, each once; a unit's places follow each other.
  var units: [UnitID] {
    var units: [UnitID] = []
    for place in self where place.unit != units.last { units.append(place.unit) }
    return units
  }
}
