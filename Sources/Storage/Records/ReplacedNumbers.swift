internal import Database
internal import Journal
internal import TargetEngine

/// Numbers that give way to the list of their place, and come back. On days of a list the numbers add up to
/// nothing; those of a stock, which were right until a list came, give way on its first day.
extension ListSources {
  /// The opposite of what units have entered by number so far, when their list arrives.
  ///
  /// - Parameters:
  ///   - batch: what is to be posted next, sorted by unit.
  ///   - changed: places that have long had a list and whose rules may have changed, so that they may have
  ///     numbers as well.
  mutating func openingFigures(
    beside batch: EntryBatch, changed: Set<ListedPlace>, in transaction: Transaction
  ) throws -> [Entry] {
    let unknown = known.merge(batch.places())
    transaction.listedPlaces += unknown
    let listed = isFirst ? [] : try ledger.listed(of: unknown.units)
    let arrived = listed.isEmpty ? unknown : unknown.filter { !listed.contains($0) }
    let asked = changed.isEmpty ? arrived : changed.union(arrived).sorted()
    let told = try transaction.unitsWithNumbers(among: asked.units)
    var entries: [Entry] = []
    for place in told.isEmpty ? [] : asked where told.contains(place.unit) {
      entries += try replacing(at: place, givesBack: changed.contains(place))
    }
    try transaction.list(arrived)
    return entries
  }

  /// The entries that are missing for the numbers of a place to give way to its list.
  ///
  /// - Parameter givesBack: whether numbers are restored on days that a rule has left to them since.
  mutating func replacing(at place: ListedPlace, givesBack: Bool = false) throws -> [Entry] {
    var told = try ledger.told(at: place)
    var entries: [Entry] = []
    for taken in givesBack ? try ledger.givenWay(at: place) : []
    where try !isByList(place, on: taken.day) {
      let back = try taken.opposite
      let key = PostingKey(of: back)
      told[key] = try told[key, default: 0].adding(back.amount)
      entries.append(back)
    }
    var owed: [PostingKey: Int64] = [:]
    for (key, amount) in told {
      if try isByList(place, on: key.day) {
        owed[key] = try owed[key, default: 0].subtracting(amount)
      } else if let end = try nextList(after: key.day, at: place) {
        owed[end] = try owed[end, default: 0].subtracting(amount)
      }
    }
    for (key, amount) in owed.sorted(by: { $0.key < $1.key }) where amount != 0 {
      entries.append(
        Entry(
          unit: key.unit, indicator: key.indicator, day: key.day, year: key.year, amount: amount,
          source: EntrySource.opening))
    }
    return entries
  }
}

extension Transaction {
  /// Those of some units that may have entries of their own by number: any from before this transaction, or
  /// of this one, if it has posted any.
  func unitsWithNumbers(among units: [UnitID]) throws(StorageError) -> Set<UnitID> {
    let end = hasNumbers ? Int64.max : journal.row.entries.first
    if end == JournalRow.Rows.none.first { return [] }
    let first = try connection.rows(of: units) {
      """
      SELECT id, (SELECT MIN(first) FROM run WHERE run.unit = unit.id) FROM unit WHERE id IN (\($0))
      """
    } row: {
      (unit: $0.int(0), entry: $0.optionalInt(1))
    }
    return Set(first.filter { unit in unit.entry.map { $0 < end } ?? false }.map(\.unit))
  }

  /// Lets numbers that were entered for days before a list give way to it.
  ///
  /// - Parameter cells: what was entered. Only where somebody has ruled who reports by list can both be.
  func replaceNumbers(in cells: Cells) throws {
    guard cells.count > 0, try ledger.hasSourcings() else { return }
    let places = Set(
      cells.keys.map { ListedPlace(indicator: $0.indicator, unit: $0.unit) })
    try replaceNumbers(at: places.subtracting(waiting))
  }

  /// The same of some places.
  func replaceNumbers(at places: Set<ListedPlace>) throws {
    var sources = try ListSources(ledger)
    let ruled = places.filter { sources.isRuled($0.indicator) }
    if ruled.isEmpty { return }
    let listed = try ledger.listed(of: ruled.sorted().units)
    var entries: [Entry] = []
    for place in ruled.intersection(listed).sorted() {
      entries += try sources.replacing(at: place)
    }
    try post(entries)
  }
}

extension Ledger {
  /// The places of lists whose numbers have not given way as the rules ask.
  func numbersBesideLists() throws -> [ListedPlace] {
    var sources = try ListSources(self)
    return try listedWithNumbers(in: "listed").filter { try !sources.replacing(at: $0).isEmpty }
  }

  fileprivate func hasSourcings() throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM sourcing LIMIT 1") { _ in true } ?? false
  }

  /// What a place has by number, by day and plan year, less what has given way.
  ///
  /// - Parameter first: the first entry that is asked about.
  func told(
    at place: ListedPlace, since first: Int64 = 0
  ) throws(StorageError) -> [PostingKey: Int64] {
    let rows = try connection.rows(
      """
      SELECT e.day, e.year, CAST(SUM(e.amount) AS BIGINT) FROM run r
      CROSS JOIN entry e
      WHERE e.seq >= r.first AND e.seq < r.first + r.entries
        AND r.unit = ?1 AND e.indicator + 0 = ?2
        AND e.seq >= ?3 AND NOT \(EntrySource.isListed("e"))
      GROUP BY e.day, e.year HAVING SUM(e.amount) <> 0
      """, [.int(place.unit), .int(place.indicator), .int(first)]
    ) { row in
      row.day(0).map {
        (
          PostingKey(
            indicator: place.indicator, unit: place.unit, day: $0, year: Int(row.int(1))),
          row.int(2)
        )
      }
    }
    return Dictionary(rows.compactMap { $0 }) { first, _ in first }
  }
}
