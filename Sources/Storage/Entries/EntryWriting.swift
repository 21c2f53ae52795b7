public import Database
internal import Journal
public import TargetEngine

/// What a batch needs before it is stored, computed where there is time for it: the order of its
/// rows, the sums, and the hash that runs on through all batches of a transaction.
public struct EntryPreparation: Sendable {
  private var form: Canonical
  public private(set) var cells = Cells()

  /// - Parameter form: what the transaction has posted already.
  fileprivate init(after form: Canonical) { self.form = form }

  /// Puts a batch into stored order, hashes it and adds it up.
  ///
  /// - Throws: `OverflowFault` when a sum leaves 64 bits.
  public mutating func prepare(_ batch: EntryBatch) throws(OverflowFault) -> PreparedBatch {
    if batch.isForeign { throw OverflowFault() }
    let batch = batch.sortedByUnit()
    form.add(batch)
    for row in 0..<batch.count {
      let day = Int64(batch.days[row])
      try cells.add(
        batch.amounts[row],
        to: Cells.Key(
          unit: Int64(batch.units[row]), indicator: Int64(batch.indicators[row]),
          planYear: Int64(batch.years[row]), year: day / 10_000),
        month: Int(day / 100 % 100))
    }
    return PreparedBatch(batch: batch)
  }

  /// The hash over all entries so far, and their sums.
  public consuming func finish() -> PreparedEntries {
    PreparedEntries(form: form, cells: cells)
  }
}

/// A batch with its rows in the order of storage.
public struct PreparedBatch: Sendable {
  /// Its rows.
  public let batch: EntryBatch
}

/// What is left to be written when all batches are.
public struct PreparedEntries: Sendable {
  let form: Canonical
  let cells: Cells
}

extension Transaction {
  /// What batches are prepared with that follow those which the transaction has posted.
  public var preparation: EntryPreparation { EntryPreparation(after: journal.entryForm) }

  /// Posts entries; the caller has checked them.
  public func post(_ entries: [Entry]) throws { try post(EntryBatch(entries)) }

  public func post(_ batch: EntryBatch) throws {
    guard batch.count > 0 else { return }
    var preparation = preparation
    try insert(try preparation.prepare(batch))
    try finish(preparation.finish())
  }

  /// Stores a prepared batch.
  public func insert(_ prepared: PreparedBatch) throws(StorageError) {
    let batch = prepared.batch
    guard batch.count > 0 else { return }
    if batch.hasOpenings { replacesNumbers = true }
    let first = journal.row.entries.end
    let insert = try journal.bulk(
      into: "entry", columns: Entry.columns.split(separator: ", ").map(String.init))
    try batch.notes.withBytes { note throws(StorageError) in
      try batch.sources.withBytes { source throws(StorageError) in
        try insert.insert(count: batch.count) { statement, offset, row in
          statement.bind(offset, first + Int64(row))
          statement.bind(offset + 1, Int64(batch.units[row]))
          statement.bind(offset + 2, Int64(batch.indicators[row]))
          statement.bind(offset + 3, Int64(batch.days[row]))
          statement.bind(offset + 4, Int64(batch.years[row]))
          statement.bind(offset + 5, batch.amounts[row])
          statement.bind(offset + 6, borrowed: note(row))
          statement.bind(offset + 7, borrowed: source(row))
          if batch.records[row] == 0 {
            statement.bindNull(offset + 8)
          } else {
            statement.bind(offset + 8, batch.records[row])
          }
        }
      }
    }
    try insertRuns(batch, first)
    try insertSpan(batch, first)
    hasNumbers = hasNumbers || batch.records.contains(0)
    journal.row.entries.count += Int64(batch.count)
  }

  /// Adds the hash and the sums of prepared batches, when all of them are stored.
  public func finish(_ prepared: PreparedEntries) throws {
    journal.entryForm = prepared.form
    try addTotals(prepared.cells)
    try replaceNumbers(in: prepared.cells)
  }

  /// Notes where each unit's stretch of the batch begins.
  private func insertRuns(
    _ batch: EntryBatch, _ first: Int64
  ) throws(StorageError) {
    let stretches = batch.stretches()
    let insert = try journal.bulk(into: "run", columns: ["unit", "first", "entries"])
    try insert.insert(count: stretches.count) { statement, offset, index in
      let rows = stretches[index]
      statement.bind(offset, Int64(batch.units[rows.lowerBound]))
      statement.bind(offset + 1, first + Int64(rows.lowerBound))
      statement.bind(offset + 2, Int64(rows.count))
    }
  }

  /// Notes which days the batch holds, for reports as of a day inside a month.
  private func insertSpan(_ batch: EntryBatch, _ first: Int64) throws(StorageError) {
    guard let low = batch.days.min(), let high = batch.days.max() else { return }
    try connection.run(
      "INSERT INTO span (first, entries, first_day, last_day) VALUES (?1, ?2, ?3, ?4)",
      [.int(first), .int(Int64(batch.count)), .int(Int64(low)), .int(Int64(high))])
  }
}
