internal import Database
internal import TargetEngine

/// Steps of plans on their way into the database. A row is a few numbers and texts lie together, as in
/// `TargetBatch`.
struct PlanBatch {
  private struct Row {
    var unit: UnitID
    var indicator: IndicatorID
    var year, since, amount, children: Int64
  }

  private var rows: [Row] = []
  private var sources = TextColumn()
  private var parts = TextColumn()

  var count: Int { rows.count }

  mutating func append(_ row: PlanRow, at place: PlanKey) {
    rows.append(
      Row(
        unit: place.unit, indicator: place.indicator, year: Int64(place.year), since: row.since,
        amount: row.amount, children: row.children))
    sources.append(row.source)
    parts.append(row.parts)
  }

  /// Adds the only step of a plan that is one own target.
  mutating func append(_ target: TargetBatch.Row, pace: UnsafeBufferPointer<UInt8>) {
    rows.append(
      Row(
        unit: target.unit, indicator: target.indicator, year: Int64(target.year),
        since: Int64(target.effective), amount: target.amount, children: 0))
    sources.append(TargetSource.own.rawValue)
    PlanText.append(due: Int64(target.due), weight: target.amount, pace: pace, to: &parts.bytes)
    parts.end()
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    sources = sources.emptied
    parts = parts.emptied
  }

  static let columns = ["unit", "indicator", "year"] + PlanRow.columnNames

  /// Writes all of them.
  func write(_ insert: BulkInsert) throws(StorageError) {
    try sources.withBytes { source throws(StorageError) in
      try parts.withBytes { parts throws(StorageError) in
        try insert.insert(count: rows.count) { statement, offset, index in
          let row = rows[index]
          statement.bind(offset, row.unit)
          statement.bind(offset + 1, row.indicator)
          statement.bind(offset + 2, row.year)
          statement.bind(offset + 3, row.since)
          statement.bind(offset + 4, borrowed: source(index))
          statement.bind(offset + 5, row.amount)
          statement.bind(offset + 6, borrowed: parts(index))
          statement.bind(offset + 7, row.children)
        }
      }
    }
  }
}

extension Transaction {
  /// Inserts the steps of plans, and empties the batch.
  func insert(_ plans: inout PlanBatch) throws(StorageError) {
    try plans.write(try journal.bulk(into: "plan", columns: PlanBatch.columns))
    plans.removeAll()
  }
}
