public import Database
public import Journal
public import TargetEngine

/// Which entries to read.
public struct EntryQuery: Sendable {
  /// A unit with everything below it; nil for all.
  public var unit: UnitID?
  public var indicator: IndicatorID?
  public var planYear: Int?
  public var from: Day?
  public var through: Day?
  /// At most this many, the newest first; nil for all.
  public var limit: Int?
  /// Only entries with these numbers: of a list that is read in portions, or those that a closing saw.
  public var numbers: Range<Int64>?
  /// The closing whose tree of units says what lies below; nil for the tree of now.
  public var tree: Int64?
  /// Only what was told: of level entries those by which a standing level is said, and nothing of units and
  /// indicators whose addition was undone: what was entered for them was undone before.
  public var isTold: Bool
  /// Only those that records posted, one by one or as a group, or only the others; nil for both.
  public var isPosted: Bool?

  public init(
    unit: UnitID? = nil, indicator: IndicatorID? = nil, planYear: Int? = nil, from: Day? = nil,
    through: Day? = nil, limit: Int? = nil, isTold: Bool = false, isPosted: Bool? = nil
  ) {
    self.unit = unit
    self.indicator = indicator
    self.planYear = planYear
    self.from = from
    self.through = through
    self.limit = limit
    self.isTold = isTold
    self.isPosted = isPosted
  }
}

extension Ledger {
  /// Entries of a unit and its descendants. Reads only their runs, so the cost does not depend on the
  /// ledger's size. `UNION` ends a cycle in a damaged tree.
  public func entries(_ query: EntryQuery) throws(StorageError) -> [Entry] {
    var values: [Value] = []
    func bind(_ value: Value) -> String {
      values.append(value)
      return "?\(values.count)"
    }
    let numbers = query.numbers ?? 1..<(.max)
    let (first, end) = (bind(.int(numbers.lowerBound)), bind(.int(numbers.upperBound)))
    var source = "SELECT \(Entry.qualified) FROM entry e WHERE"
    if let unit = query.unit {
      // Below a unit, as it is now or as a closing knew it.
      let root = "CAST(\(bind(.int(unit))) AS \(connection.dialect.translate("{int}")))"
      let children =
        query.tree.map { "u.unit FROM below b JOIN closed_unit u ON u.tx = \(bind(.int($0))) AND" }
        ?? "u.id FROM below b JOIN unit u ON"
      source = """
        WITH RECURSIVE below (id) AS (SELECT \(root) UNION SELECT \(children) u.parent = b.id)
        SELECT \(Entry.qualified) FROM below b JOIN run r ON r.unit = b.id
        JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
        WHERE r.first < \(end) AND r.first + r.entries > \(first) AND
        """
    }
    let conditions = [
      // Not the bare columns: for each stretch SQLite would go through an index made of all entries.
      query.indicator.map { "e.indicator + 0 = \(bind(.int($0)))" },
      query.planYear.map { "e.year + 0 = \(bind(Value($0)))" },
      query.from.map { "e.day >= \(bind(Value($0.rawValue)))" },
      query.through.map { "e.day <= \(bind(Value($0.rawValue)))" },
      query.isTold ? LevelSource.isTold("e") : nil,
      query.isTold
        ? "e.unit IN (SELECT id FROM unit) AND e.indicator IN (SELECT id FROM indicator)" : nil,
      query.isPosted.map { "\($0 ? "" : "NOT ")\(EntrySource.isListed("e"))" },
    ].compactMap { $0 }.map { " AND " + $0 }
    let limit = query.limit.map { " LIMIT \(bind(Value($0)))" } ?? ""
    return try connection.rows(
      source + " e.seq >= \(first) AND e.seq < \(end)" + conditions.joined()
        + " ORDER BY e.seq DESC" + limit, values
    ) { Entry($0) }.compactMap { $0 }
  }

  /// The same entries, a portion at a time, so that a long list is never in memory as a whole.
  public func entries(_ query: EntryQuery, each body: ([Entry]) throws -> Void) throws {
    if let limit = query.limit, limit <= Ledger.mostAtOnce { return try body(try entries(query)) }
    var (query, rest) = (query, query.limit)
    var end = try connection.first("SELECT MAX(seq) FROM entry") { $0.int(0) }.map { $0 + 1 } ?? 0
    while end > 0, rest.map({ $0 > 0 }) ?? true {
      let first = max(0, end - Int64(Ledger.mostAtOnce))
      query.numbers = first..<end
      query.limit = rest
      let found = try entries(query)
      if !found.isEmpty { try body(found) }
      rest = rest.map { $0 - found.count }
      end = first
    }
  }

  private static let mostAtOnce = 20_000

  public func entry(seq: Int64) throws(StorageError) -> Entry? {
    try connection.first("SELECT \(Entry.columns) FROM entry WHERE seq = ?1", [.int(seq)]) {
      Entry($0)
    } ?? nil
  }

  public func entries(_ rows: JournalRow.Rows) throws(StorageError) -> [Entry] {
    try connection.rows(
      "SELECT \(Entry.columns) FROM entry WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
      [.int(rows.first), .int(rows.end)]
    ) { Entry($0) }.compactMap { $0 }
  }

  /// The transaction that wrote an entry.
  public func transaction(ofEntry seq: Int64) throws(StorageError) -> JournalRow? {
    try Journal.row(ofEntry: seq, connection)
  }

  /// The sums of a subtree's entries that lie in the month of `day` but after it, by indicator
  /// and plan year: what a report as of `day` takes out of the month's totals again.
  public func sumsAfter(_ day: Day, unit: UnitID) throws(StorageError) -> [LaterSum] {
    guard day < day.month.lastDay else { return [] }
    let (first, last) = (day.rawValue + 1, day.month.lastDay.rawValue)
    let sums = try within(
      unit, from: first, through: last, "e.indicator, e.year", connection.sumOfAmounts
    ) { ($0.int(0), Int($0.int(1)), $0.int(2)) }
    guard !sums.isEmpty else { return [] }
    let before = try within(
      unit, from: day.month.firstDay.rawValue, through: day.rawValue, "e.indicator, e.year"
    ) { LineKey(indicator: $0.int(0), year: Int($0.int(1))) }
    let kept = Set(before)
    return sums.map { indicator, year, amount in
      LaterSum(
        indicator: indicator, planYear: year, amount: amount,
        leavesEntries: kept.contains(LineKey(indicator: indicator, year: year)))
    }
  }

  /// The sums of one indicator over a subtree's entries of some days, by day.
  func dailySums(
    _ place: ListedPlace, from first: Int, through last: Int
  ) throws(StorageError) -> [(day: Day, amount: Int64)] {
    try within(
      place.unit, from: first, through: last, only: place.indicator, "e.day",
      connection.sumOfAmounts
    ) { row in row.day(0).map { ($0, row.int(1)) } }.compactMap { $0 }
  }

  /// Figures over a subtree's entries of some days, for each `group`. A unit without others below it
  /// has few stretches of its own; for the rest only those stretches of the ledger are read that
  /// hold such days.
  private func within<Row>(
    _ unit: UnitID, from first: Int, through last: Int, only indicator: IndicatorID? = nil,
    _ group: String, _ figures: String..., row: (any Statement) -> Row
  ) throws(StorageError) -> [Row] {
    let isLeaf =
      try connection.first(
        "SELECT 1 FROM unit WHERE parent = ?1 LIMIT 1", [.int(unit)]
      ) { _ in true } == nil
    let source =
      isLeaf
      ? """
      FROM run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE r.unit = ?3
      """
      : """
      FROM span s JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
      WHERE s.last_day >= ?1 AND s.first_day <= ?2 AND e.unit IN (SELECT id FROM below)
      """
    return try connection.rows(
      """
      WITH RECURSIVE below (id) AS (
        SELECT CAST(?3 AS \(connection.dialect.translate("{int}")))
        UNION SELECT u.id FROM below b JOIN unit u ON u.parent = b.id)
      SELECT \(([group] + figures).joined(separator: ", ")) \(source)
        AND e.day >= ?1 AND e.day <= ?2\(indicator == nil ? "" : " AND e.indicator + 0 = ?4")
      GROUP BY \(group)
      """, [Value(first), Value(last), .int(unit)] + (indicator.map { [.int($0)] } ?? [])
    ) { row($0) }
  }
}

extension Connection {
  fileprivate var sumOfAmounts: String { dialect.translate("CAST(SUM(e.amount) AS {int})") }
}

/// Entries of a month that lie after a report day, added up.
public struct LaterSum: Sendable {
  public var indicator: IndicatorID
  public var planYear: Int
  public var amount: Int64
  /// Whether the month has entries up to the day all the same.
  public var leavesEntries: Bool
}

extension Ledger {
  /// The latest day of a unit's own entries, without its children's. What adds up to nothing is left out, and
  /// what ends something that the unit counts for as a group of records, which its closing ends as well.
  public func lastDay(ofOwnEntries unit: UnitID) throws(StorageError) -> Day? {
    let group = EntrySource.isGroup(of: "r.unit", "e")
    return try connection.first(
      """
      SELECT MAX(s.day) FROM (
        SELECT e.day AS day FROM run r JOIN entry e
          ON e.seq >= r.first AND e.seq < r.first + r.entries WHERE r.unit = ?1
        GROUP BY e.day, e.indicator, e.year, CASE WHEN \(group) THEN 1 ELSE 0 END
        HAVING SUM(e.amount) > 0
          OR SUM(e.amount) < 0 AND MAX(CASE WHEN \(group) THEN 1 ELSE 0 END) = 0
      ) s
      """, [.int(unit)]
    ) { $0.day(0) } ?? nil
  }
}
