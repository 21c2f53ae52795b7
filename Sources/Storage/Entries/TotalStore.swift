public import Database
public import TargetEngine

extension Transaction {
  /// Adds the sums of new entries to the totals of their units and of all units above.
  func addTotals(_ own: Cells) throws {
    var cells = own
    try cells.rollUp(in: &tree) { try connection.parents(of: $0) }
    try upsert(cells)
    try levelEffects.add(cells, ledger)
  }

  /// Computes the totals of a unit from its own entries and its children's totals.
  func rebuildTotals(of unit: UnitID) throws {
    var cells = try connection.ownCells(of: unit)
    let rows = try connection.rows(
      """
      SELECT t.indicator, t.plan_year, t.year, t.seen, \(TotalColumns.qualified)
      FROM unit u JOIN total t ON t.unit = u.id WHERE u.parent = ?1
      """, [.int(unit)]
    ) { row in
      (
        Cells.Key(unit: unit, indicator: row.int(0), planYear: row.int(1), year: row.int(2)),
        Int(row.int(3)), (4..<16).map { row.int($0) }
      )
    }
    for (key, seen, months) in rows { try cells.add(row: months, seen: seen, to: key) }
    try connection.run("DELETE FROM total WHERE unit = ?1", [.int(unit)])
    try upsert(cells)
  }

  func upsert(_ cells: Cells) throws(StorageError) {
    let insert = try journal.bulk(
      into: "total", columns: TotalColumns.all, suffix: TotalColumns.addition)
    let order = cells.keys.indices.sorted { cells.keys[$0] < cells.keys[$1] }
    try insert.insert(count: order.count) { statement, offset, row in
      let cell = order[row]
      let key = cells.keys[cell]
      statement.bind(offset, key.unit)
      statement.bind(offset + 1, key.indicator)
      statement.bind(offset + 2, key.planYear)
      statement.bind(offset + 3, key.year)
      for month in 0..<12 { statement.bind(offset + 4 + month, cells.month(month, of: cell)) }
      statement.bind(offset + 16, Int64(cells.seen(cell)))
    }
  }
}

enum TotalColumns {
  static let months = Schema.monthColumns
  static let all = ["unit", "indicator", "plan_year", "year"] + months + ["seen"]
  /// The whole year.
  static let sum = months.map { "t.\($0)" }.joined(separator: " + ")
  static let qualified = months.map { "t.\($0)" }.joined(separator: ", ")

  /// Adds to a row that exists; a sum beyond 64 bits is refused by the column's type.
  static let addition =
    " ON CONFLICT (unit, indicator, plan_year, year) DO UPDATE SET "
    + months.map { "\($0) = total.\($0) + excluded.\($0)" }.joined(separator: ", ")
    + ", seen = total.seen | excluded.seen"
}

extension Ledger {
  /// The months in which any unit has entries of some indicators, in ascending order. The totals of
  /// the topmost units have them all.
  public func monthsWithEntries(of indicators: Set<IndicatorID>) throws(StorageError) -> [Month] {
    let rows = try connection.rows(
      """
      SELECT t.indicator, t.year, t.seen FROM unit u JOIN total t ON t.unit = u.id
      WHERE u.parent IS NULL
      """
    ) { (indicator: $0.int(0), year: $0.int(1), seen: $0.int(2)) }
    var months: Set<Month> = []
    for row in rows where indicators.contains(row.indicator) {
      for place in 0..<12 where row.seen & 1 << place != 0 {
        if let month = Month(rawValue: Int(row.year &* 100 &+ Int64(place) + 1)) {
          months.insert(month)
        }
      }
    }
    return months.sorted()
  }
}

extension Connection {
  /// The sums of a unit's own entries.
  func ownCells(of unit: UnitID) throws -> Cells {
    var cells = Cells()
    let statement = try statement(
      """
      SELECT e.indicator, e.year, e.day, e.amount FROM run r
      CROSS JOIN entry e WHERE e.seq >= r.first AND e.seq < r.first + r.entries AND r.unit = ?1
      """)
    statement.bind(1, unit)
    while try statement.step() {
      let day = statement.int(2)
      try cells.add(
        statement.int(3),
        to: Cells.Key(
          unit: unit, indicator: statement.int(0), planYear: statement.int(1), year: day / 10_000),
        month: Int(day / 100 % 100))
    }
    return cells
  }
}

extension Ledger {
  /// The totals of a unit's subtree by indicator.
  ///
  /// - Parameter indicators: nil for all.
  public func tallies(
    of unit: UnitID, indicators: [IndicatorID]? = nil
  ) throws(StorageError) -> [IndicatorID: Tally] {
    try tallies(of: [unit], indicators: indicators).compactMapValues(\.first)
  }

  /// The totals of a unit's subtree as of a day: those of later days in its month are taken out again.
  public func tallies(
    of unit: UnitID, indicators: [IndicatorID]? = nil, on day: Day
  ) throws -> [IndicatorID: Tally] {
    var tallies = try tallies(of: unit, indicators: indicators)
    for later in try sumsAfter(day, unit: unit) {
      try tallies[later.indicator]?.subtract(
        later.amount, planYear: later.planYear, month: day.month,
        leavesEntries: later.leavesEntries)
    }
    return tallies
  }

  /// The totals of several units' subtrees, an array in the units' order for each indicator.
  public func tallies(
    of units: [UnitID], indicators: [IndicatorID]? = nil
  ) throws(StorageError) -> [IndicatorID: [Tally]] {
    let statement = try connection.statement(
      "SELECT t.indicator, t.plan_year, t.year, t.seen, \(TotalColumns.qualified) FROM total t"
        + " WHERE t.unit = ?1" + Placeholders.among("t.indicator", indicators, from: 2))
    for (place, id) in (indicators ?? []).enumerated() { statement.bind(place + 2, id) }
    var tallies: [IndicatorID: [Tally]] = [:]
    let none = units.map { _ in Tally() }
    for (place, unit) in units.enumerated() {
      statement.bind(1, unit)
      while try statement.step() {
        let row = Tally.Row(
          planYear: Int(statement.int(1)), calendarYear: Int(statement.int(2)),
          months: (4..<16).map { statement.int($0) }, seen: Int(statement.int(3)))
        tallies[statement.int(0), default: none][place].rows.append(row)
      }
    }
    return tallies
  }
}
