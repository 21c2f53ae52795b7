internal import Database
internal import Journal

extension CanonicalWriter {
  /// A revision's fields in their frozen order; whether it was withdrawn is a later change.
  mutating func target(
    unit: Int64, indicator: Int64, year: Int64, amount: Int64, effective: Int64, due: Int64,
    pace: UnsafeBufferPointer<UInt8>, document: UnsafeBufferPointer<UInt8>,
    reason: UnsafeBufferPointer<UInt8>
  ) {
    begin(.target, unit, indicator, year, amount, effective)
    add(due)
    add(bytes: pace)
    add(bytes: document)
    add(bytes: reason)
  }
}

extension Canonical {
  /// The revisions of a batch in their order.
  mutating func add(_ batch: TargetBatch) {
    // The closures cannot throw: the typed error only passes through.
    try? batch.paces.withBytes { pace throws(StorageError) in
      try batch.documents.withBytes { document throws(StorageError) in
        try batch.reasons.withBytes { reason throws(StorageError) in
          for (place, row) in batch.rows.enumerated() {
            target(
              unit: row.unit, indicator: row.indicator, year: Int64(row.year), amount: row.amount,
              effective: Int64(row.effective), due: Int64(row.due), pace: pace(Int(row.pace)),
              document: document(place), reason: reason(place))
          }
        }
      }
    }
  }
}
