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
  /// Units that post to an indicator for the first time.
  private var claimed: Set<ListedPlace> = []

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    let all = try ledger.indicators().map { ($0.code, $0) }
    indicators = Dictionary(all) { first, _ in first }
    ruled = Set(try ledger.sourcings().map(\.indicator))
  }

  /// Where a posting goes; nil when the office has no such indicator, the record no unit, or the
  /// unit reports the indicator by number on that day.
  mutating func key(of wanted: Wanted) throws -> PostingKey? {
    guard let indicator = indicators[wanted.indicator], let unit = wanted.posting.unit else {
      return nil
    }
    let day = wanted.posting.day
    let year = indicator.kind == .flow ? wanted.posting.year ?? day.year : day.year
    let place = ListedPlace(indicator: indicator.id, unit: unit)
    guard try isByList(place, on: day) else { return nil }
    return PostingKey(indicator: indicator.id, unit: unit, day: day, year: year)
  }

  /// Whether records may post there: a rule set by hand says, else they may.
  private mutating func isByList(_ place: ListedPlace, on day: Day) throws -> Bool {
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

  /// Notes that an entry will be posted.
  mutating func claim(_ key: PostingKey) {
    claimed.insert(ListedPlace(indicator: key.indicator, unit: key.unit))
  }

  /// The opposite of what units have told by number so far, when their list has arrived; on days
  /// that a rule leaves to numbers these stay.
  ///
  /// - Parameter isAnew: whether rules changed, so that also who has a list for long may have
  ///   numbers beside it.
  mutating func openingFigures(in transaction: Transaction, isAnew: Bool) throws -> [Entry] {
    let claims = Dictionary(grouping: claimed, by: \.unit)
    var entries: [Entry] = []
    var arrived: [ListedPlace] = []
    for unit in claims.keys.sorted() {
      let listed = try ledger.listed(of: unit)
      let places = (claims[unit] ?? []).sorted { $0.indicator < $1.indicator }
      let new = places.filter { !listed.contains($0.indicator) }
      arrived += new
      let asked = isAnew ? places : new
      guard !asked.isEmpty, try ledger.hasEntries(unit) else { continue }
      for place in asked {
        for (key, amount) in try ledger.told(indicator: place.indicator, unit: unit)
        where try isByList(place, on: key.day) {
          entries.append(
            Entry(
              unit: key.unit, indicator: key.indicator, day: key.day, year: key.year,
              amount: try Int64(0).subtracting(amount), source: EntrySource.opening))
        }
      }
    }
    try transaction.list(arrived)
    return entries
  }
}

/// An indicator of a unit.
public struct ListedPlace: Sendable, Hashable {
  public var indicator: IndicatorID
  public var unit: UnitID

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

  /// The indicators of a unit to which records have posted.
  fileprivate func listed(of unit: UnitID) throws(StorageError) -> [IndicatorID] {
    try connection.rows("SELECT indicator FROM listed WHERE unit = ?1", [.int(unit)]) {
      $0.int(0)
    }
  }

  fileprivate func hasEntries(_ unit: UnitID) throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM run WHERE unit = ?1 LIMIT 1", [.int(unit)]) { _ in true }
      ?? false
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
        AND NOT \(EntrySource.isListed("e.source"))
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
