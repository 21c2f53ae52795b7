internal import Database
internal import TargetEngine

extension Transaction {
  /// Units that tell a number of their own while lists of units below count too, as far as this transaction
  /// adds to it: by a number above lists, by records below a number, by a unit with lists that comes under one
  /// with a number, or by a rule.
  ///
  ///     try transaction.post([Entry(unit: county, …)])
  ///     try transaction.placesCountedTwice()  // the county, where a village below has a list
  public func placesCountedTwice() throws -> [ListedPlace] {
    guard try connection.first("SELECT 1 FROM listed LIMIT 1", [], { _ in true }) ?? false else {
      return []
    }
    var found: Set<ListedPlace> = []
    for place in try numbersTold() {
      if try tellsItself(place), try ledger.hasLists(below: place) { found.insert(place) }
    }
    for place in try placesAboveLists() {
      if try tellsItself(place) { found.insert(place) }
    }
    for place in try placesAboveMoved() {
      if try tellsItself(place), try ledger.hasLists(below: place) { found.insert(place) }
    }
    for (indicator, before) in doublesBeforeRules {
      found.formUnion(
        try ledger.toldBesideLists(of: nil, among: [indicator]).filter { !before.contains($0) })
    }
    return found.sorted()
  }

  /// Keeps which places count an indicator twice, before a rule changes of who reports it by list.
  func noteDoubles(of indicator: IndicatorID) throws {
    if doublesBeforeRules[indicator] != nil { return }
    doublesBeforeRules[indicator] = Set(
      try ledger.toldBesideLists(of: nil, among: [indicator]))
  }

  /// The places that units with lists came under, where they may have numbers.
  private func placesAboveMoved() throws -> [ListedPlace] {
    var above: Set<ListedPlace> = []
    for move in moves where !move.to.isEmpty {
      for indicator in try ledger.listedIndicators(below: move.unit) {
        above.formUnion(move.to.map { ListedPlace(indicator: indicator, unit: $0) })
      }
    }
    return try withNumbers(above)
  }

  /// The places above those to which lists have posted, where they may have numbers. A list of records makes
  /// thousands of places at once.
  private func placesAboveLists() throws -> [ListedPlace] {
    try tree.learn(listedPlaces.units) { try connection.parents(of: $0) }
    var above: Set<ListedPlace> = []
    for place in listedPlaces {
      var next = tree.parent(of: place.unit)
      // What lies above a place that was met before was met with it.
      while let unit = next,
        above.insert(ListedPlace(indicator: place.indicator, unit: unit)).inserted
      {
        next = tree.parent(of: unit)
      }
    }
    return try withNumbers(above)
  }

  /// Those of some places whose units may have numbers: the total of a unit without any is that of its children.
  private func withNumbers(_ places: Set<ListedPlace>) throws(StorageError) -> [ListedPlace] {
    let told = try unitsWithNumbers(among: Set(places.map(\.unit)).sorted())
    return places.filter { told.contains($0.unit) }.sorted()
  }

  /// The places of this transaction's numbers whose indicators come by list somewhere.
  private func numbersTold() throws(StorageError) -> [ListedPlace] {
    guard hasNumbers else { return [] }
    return try connection.rows(
      """
      SELECT DISTINCT e.indicator, e.unit FROM entry e
      WHERE e.seq >= ?1 AND e.seq < ?2 AND NOT \(EntrySource.isListed("e"))
        AND e.indicator IN (SELECT DISTINCT indicator FROM listed)
      """, [.int(journal.row.entries.first), .int(journal.row.entries.end)]
    ) { ListedPlace(indicator: $0.int(0), unit: $0.int(1)) }
  }

  /// Whether a unit has another total than its children together, beside what its own list has.
  private func tellsItself(_ place: ListedPlace) throws -> Bool {
    if try ledger.isListed(place) { return try ledger.hasNumbers(beside: place) }
    let sum = connection.dialect.translate(
      "CAST(COALESCE(SUM(\(TotalColumns.sum)), 0) AS {int})")
    let amount = { [connection] (units: String) throws(StorageError) -> Int64 in
      try connection.first(
        "SELECT \(sum) FROM total t WHERE \(units) AND t.indicator = ?2",
        [.int(place.unit), .int(place.indicator)]
      ) { $0.int(0) } ?? 0
    }
    return try amount("t.unit = ?1")
      != amount("t.unit IN (SELECT id FROM unit WHERE parent = ?1)")
  }
}
