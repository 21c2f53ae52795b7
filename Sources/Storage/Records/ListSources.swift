internal import Database
internal import Registers
internal import TargetEngine

/// Decides whether a register may post to an indicator of a unit, and replaces what was entered by
/// number. Source: `engine.md`, "Figures come by list or by number".
struct ListSources {
  private let ledger: Ledger
  private let indicators: [String: Indicator]
  /// The indicators that any rule is about: few, mostly none.
  private let ruled: Set<IndicatorID>
  private var rules: [ListedPlace: [[Sourcing]]] = [:]
  /// Places that are known to come by list, including those of this transaction, in ascending
  /// order.
  private var known: [ListedPlace] = []

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    let all = try ledger.indicators().map { ($0.code, $0) }
    indicators = Dictionary(all) { first, _ in first }
    ruled = Set(try ledger.sourcings().map(\.indicator))
  }

  /// What is called for and is not in the ledger, and the opposite of what is there and not called
  /// for.
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

  /// The opposite of what units have entered by number so far, when their list arrives. On days
  /// that a rule leaves to numbers these stay, and are restored where a list had replaced them.
  ///
  /// - Parameters:
  ///   - batch: what is to be posted next, sorted by unit.
  ///   - isAnew: whether rules changed, so that places that have long had a list may have numbers
  ///     as well.
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
    transaction.newlyListed += arrived
    return entries
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

  /// What a unit has entered of an indicator by number, by day and plan year.
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
