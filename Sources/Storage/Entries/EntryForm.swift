internal import Database
internal import Journal
internal import Registers

extension CanonicalWriter {
  /// An entry's fields in their frozen order; the number of a record stands as the text of a source.
  mutating func entry(
    unit: Int64, indicator: Int64, day: Int64, year: Int64, amount: Int64,
    note: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>, record: RecordID?
  ) {
    begin(.entry, unit, indicator, day, year, amount)
    add(bytes: note)
    if let record { EntrySource.withBytes(record) { add(bytes: $0) } }
    // What looks like a number's text was never written: one of the two was tampered with.
    if record == nil, !source.isEmpty, EntrySource.isRecord(source) { add(Int64?.none) }
    if record == nil || !source.isEmpty { add(bytes: source) }
  }

  /// The entry of a row of `Entry.columns`.
  mutating func entry(_ row: any Statement) {
    entry(
      unit: row.int(1), indicator: row.int(2), day: row.int(3), year: row.int(4),
      amount: row.int(5), note: row.bytes(6), source: row.bytes(7),
      record: row.isNull(8) ? nil : row.int(8))
  }
}

extension Canonical {
  /// The entries of a batch in their order.
  mutating func add(_ batch: EntryBatch) {
    // The closures cannot throw: the typed error only passes through.
    try? batch.notes.withBytes { note throws(StorageError) in
      try batch.sources.withBytes { source throws(StorageError) in
        for row in 0..<batch.count {
          entry(
            unit: Int64(batch.units[row]), indicator: Int64(batch.indicators[row]),
            day: Int64(batch.days[row]), year: Int64(batch.years[row]),
            amount: batch.amounts[row], note: note(row), source: source(row),
            record: batch.records[row] == 0 ? nil : batch.records[row])
        }
      }
    }
  }
}
