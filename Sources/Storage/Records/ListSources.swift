internal import Registers
public import TargetEngine

/// Decides whether a register may post to an indicator of a unit, and lets what was told by
/// number give way. Source: `engine.md`, "Figures come by list or by number".
struct ListSources {
  private let ledger: Ledger
  private let indicators: [String: Indicator]
  /// The indicators that any rule speaks of: few, mostly none.
  private let ruled: Set<IndicatorID>
  private var rules: [ListedPlace: [[Sourcing]]] = [:]
  /// Places that are known to come by list, some of them since just now, in ascending order.
  private var known: [ListedPlace] = []

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    let all = try ledger.indicators().map { ($0.code, $0) }
    indicators = Dictionary(all) { first, _ in first }
    ruled = Set(try ledger.sourcings().map(\.indicator))
  }

  /// What is called for and does not stand in the ledger, or stands there and is not called for.
  mutating func difference(
    _ wanted: [Wanted], _ posted: [PostingKey: Int64]
  ) throws -> [PostingPart] {
    var parts: [PostingPart] = []
    for item in wanted {
      if let key = try key(of: item) {
        parts.append(PostingPart(key: key, amount: item.posting.amount))
      }
    }
    for (key, amount) in posted {
      parts.append(PostingPart(key: key, amount: try Int64(0).subtracting(amount)))
    }
    try parts.settle()
    return parts
  }

  /// Where a posting goes; nil also when the unit reports the indicator by number on that day.
  private mutating func key(of wanted: Wanted) throws -> PostingKey? {
    guard let key = PostingKey(wanted, indicators),
      try isByList(ListedPlace(indicator: key.indicator, unit: key.unit), on: key.day)
    else { return nil }
    return key
  }

  /// Whether records may post there: a rule set by hand says, else they may.
  mutating func isByList(_ place: ListedPlace, on day: Day) throws -> Bool {
    for rules in try rules(place) {
      if let rule = rules.last(where: { $0.since <= day }) { return rule.byList }
    }
    return true
  }

  /// The rules of the unit and its ancestors, nearest first.
  private mutating func rules(_ place: ListedPlace) throws -> [[Sourcing]] {
    guard ruled.contains(place.indicator) else { return [] }
    if let found = rules[place] { return found }
    let path = [place.unit] + (try ledger.ancestors(of: place.unit))
    let found = try path.map { try ledger.sourcings(indicator: place.indicator, unit: $0) }
      .filter { !$0.isEmpty }
    rules[place] = found
    return found
  }

  /// The opposite of what units have told by number so far, when their list has arrived. On days that
  /// a rule leaves to numbers these stay, and come back where they had given way.
  ///
  /// - Parameters:
  ///   - batch: what is to be posted next, sorted by unit.
  ///   - isAnew: whether rules changed, so that also who has a list for long may have numbers beside
  ///     it.
  mutating func openingFigures(
    beside batch: EntryBatch, in transaction: Transaction, isAnew: Bool
  ) throws -> [Entry] {
    let places = batch.places()
    let unknown = known.merge(places)
    let listed = try ledger.listed(of: unknown.units)
    let arrived = listed.isEmpty ? unknown : unknown.filter { !listed.contains($0) }
    let asked = isAnew ? places : arrived
    let told = try ledger.unitsWithEntries(among: asked.units)
    var entries: [Entry] = []
    for place in told.isEmpty ? [] : asked where told.contains(place.unit) {
      for (key, amount) in try ledger.told(indicator: place.indicator, unit: place.unit)
      where try isByList(place, on: key.day) {
        entries.append(
          Entry(
            unit: key.unit, indicator: key.indicator, day: key.day, year: key.year,
            amount: try Int64(0).subtracting(amount), source: EntrySource.opening))
      }
      guard isAnew else { continue }
      for taken in try ledger.givenWay(at: place) where try !isByList(place, on: taken.day) {
        entries.append(try taken.opposite)
      }
    }
    try transaction.list(arrived)
    return entries
  }
}

extension EntryBatch {
  /// The units of a sorted batch with their indicators, each once, in ascending order.
  fileprivate func places() -> [ListedPlace] {
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
  fileprivate mutating func merge(_ others: [ListedPlace]) -> [ListedPlace] {
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
  fileprivate var units: [UnitID] {
    var units: [UnitID] = []
    for place in self where place.unit != units.last { units.append(place.unit) }
    return units
  }
}

/// An indicator of a unit.
public struct ListedPlace: Sendable, Hashable, Comparable {
  public var indicator: IndicatorID
  public var unit: UnitID

  public static func < (a: ListedPlace, b: ListedPlace) -> Bool {
    a.unit == b.unit ? a.indicator < b.indicator : a.unit < b.unit
  }

  public init(indicator: IndicatorID, unit: UnitID) {
    self.indicator = indicator
    self.unit = unit
  }
}

extension Ledger {
  /// The rules of one unit and indicator, oldest first.
  func sourcings(indicator: IndicatorID, unit: UnitID) throws(StorageError) -> [Sourcing] {
    try connection.rows(
      "SELECT \(Sourcing.columns) FROM sourcing WHERE indicator = ?1 AND unit = ?2 ORDER BY since",
      [.int(indicator), .int(unit)]
    ) { Sourcing($0) }.compactMap { $0 }
  }

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

  /// The places of units where records have posted.
  fileprivate func listed(of units: [UnitID]) throws(StorageError) -> Set<ListedPlace> {
    Set(
      try connection.rows(of: units) {
        "SELECT indicator, unit FROM listed WHERE unit IN (\($0))"
      } row: {
        ListedPlace(indicator: $0.int(0), unit: $0.int(1))
      })
  }

  fileprivate func unitsWithEntries(
    among units: [UnitID]
  ) throws(StorageError) -> Set<UnitID> {
    Set(
      try connection.rows(of: units) {
        "SELECT id FROM unit WHERE id IN (\($0))"
          + " AND EXISTS (SELECT 1 FROM run WHERE run.unit = unit.id)"
      } row: {
        $0.int(0)
      })
  }

  /// What a unit has told of an indicator by number and has not taken back.
  fileprivate func told(
    indicator: IndicatorID, unit: UnitID
  ) throws(StorageError) -> [(PostingKey, Int64)] {
    let rows = try connection.rows(
      """
      SELECT e.day, e.year, CAST(SUM(e.amount) AS BIGINT) FROM run r
      JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?1 AND e.indicator = ?2
        AND NOT \(EntrySource.isListed("e"))
      GROUP BY e.day, e.year HAVING SUM(e.amount) <> 0 ORDER BY e.day, e.year
      """, [.int(unit), .int(indicator)]
    ) { row in
      row.day(0).map {
        (PostingKey(indicator: indicator, unit: unit, day: $0, year: Int(row.int(1))), row.int(2))
      }
    }
    return rows.compactMap { $0 }
  }
}

extension Transaction {
  /// Notes indicators of units that come by list from now on.
  fileprivate func list(_ places: [ListedPlace]) throws(StorageError) {
    try bulk(into: "listed", columns: ["unit", "indicator"]).insert(count: places.count) {
      $0.bind($1, places[$2].unit)
      $0.bind($1 + 1, places[$2].indicator)
    }
  }

  /// A unit whose opening figure comes back reports by number again.
  func unlist(indicator: IndicatorID, unit: UnitID) throws(StorageError) {
    try connection.run(
      "DELETE FROM listed WHERE unit = ?1 AND indicator = ?2", [.int(unit), .int(indicator)])
  }
}
