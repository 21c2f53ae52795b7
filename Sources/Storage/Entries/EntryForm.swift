extension CanonicalWriter {
  /// An entry's fields in their frozen order.
  mutating func entry(
    unit: Int64, indicator: Int64, day: Int64, year: Int64, amount: Int64,
    note: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>
  ) {
    begin(.entry)
    add(unit)
    add(indicator)
    add(day)
    add(year)
    add(amount)
    add(bytes: note)
    add(bytes: source)
  }

  /// The entry of a row of `Entry.columns`.
  mutating func entry(_ row: any Statement) {
    entry(
      unit: row.int(1), indicator: row.int(2), day: row.int(3), year: row.int(4),
      amount: row.int(5), note: row.bytes(6), source: row.bytes(7))
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
            amount: batch.amounts[row], note: note(row), source: source(row))
        }
      }
    }
  }
}
