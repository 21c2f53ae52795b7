internal import Registers
internal import TargetEngine

extension ListSources {
  /// What is called for and does not stand in the ledger, or stands there and is not called for.
  ///
  /// - Parameter parts: what was in it is dropped; its room is used again and again.
  mutating func difference(
    _ wanted: some Sequence<Wanted>, _ posted: [PostingKey: Int64],
    into parts: inout [PostingPart]
  ) throws {
    parts.removeAll(keepingCapacity: true)
    for item in wanted {
      if let key = try key(of: item) {
        parts.append(PostingPart(key: key, amount: item.posting.amount))
      }
    }
    for (key, amount) in posted {
      parts.append(PostingPart(key: key, amount: try Int64(0).subtracting(amount)))
    }
    if parts.count > 1 {
      parts.sort { $0.key < $1.key }
      var last = 0
      for part in parts.dropFirst() {
        if part.key == parts[last].key {
          parts[last].amount = try parts[last].amount.adding(part.amount)
        } else {
          last += 1
          parts[last] = part
        }
      }
      parts.removeSubrange((last + 1)...)
    }
    parts.removeAll { $0.amount == 0 }
  }
}

/// An amount and where it is to stand in the ledger.
struct PostingPart {
  var key: PostingKey
  var amount: Int64
}

/// Where an amount stands in the ledger.
struct PostingKey: Hashable, Comparable {
  var indicator: IndicatorID
  var unit: UnitID
  var day: Day
  var year: Int

  static func < (a: PostingKey, b: PostingKey) -> Bool {
    (a.day, a.indicator, a.unit, a.year) < (b.day, b.indicator, b.unit, b.year)
  }
}

extension Ledger {
  /// What stands in the ledger in a record's name.
  func posted(by record: RecordID) throws(StorageError) -> [PostingKey: Int64] {
    try posted(where: "record = ?1", .int(record))
  }

  /// What stands in the ledger in a group's name, as its source says it.
  func posted(_ source: String) throws(StorageError) -> [PostingKey: Int64] {
    try posted(where: "source = ?1 AND source <> ''", .text(source))
  }

  private func posted(
    where condition: String, _ value: Value
  ) throws(StorageError) -> [PostingKey: Int64] {
    let rows = try connection.rows(
      """
      SELECT indicator, unit, day, year, CAST(SUM(amount) AS BIGINT) FROM entry
      WHERE \(condition) GROUP BY indicator, unit, day, year
      """, [value]
    ) { row in
      row.day(2).map {
        (
          PostingKey(
            indicator: row.int(0), unit: row.int(1), day: $0, year: Int(row.int(3))), row.int(4)
        )
      }
    }
    return Dictionary(rows.compactMap { $0 }) { first, _ in first }
  }
}

extension Int64 {
  /// The difference, or an error in place of a trap.
  func subtracting(_ other: Int64) throws(OverflowFault) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    if overflow { throw OverflowFault() }
    return difference
  }
}
