public import Database
public import TargetEngine

extension Ledger {
  /// The units that had not sent their forms, by indicator, as a transaction froze it.
  ///
  /// - Parameter part: `main` for the month itself, `before` for the month before.
  public func frozenUnreported(
    transaction: Int64, _ part: FrozenLine.Part
  ) throws(StorageError) -> [IndicatorID: Set<UnitID>] {
    let rows = try connection.rows(
      "SELECT indicator, unit FROM closed_note WHERE tx = ?1 AND part = ?2 AND body LIKE ?3",
      [
        .int(transaction), .int(Int64(part.rawValue)),
        .text("kind=\(FrozenNote.unreported)\nown=yes\n%"),
      ]
    ) { ($0.int(0), $0.int(1)) }
    return Dictionary(grouping: rows) { $0.0 }.mapValues { Set($0.map(\.1)) }
  }
}
