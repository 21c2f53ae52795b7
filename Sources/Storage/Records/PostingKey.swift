internal import Database
internal import Registers
public import TargetEngine

/// A record would post on a day outside of all plan years.
public struct PostingDayFault: Error, Sendable, Equatable {
  public let day: Day
}

/// An amount and its place in the ledger.
struct PostingPart {
  var key: PostingKey
  var amount: Int64
}

extension [PostingPart] {
  /// Sorts the parts, adds up those of one place, and drops sums of 0.
  mutating func settle() throws(OverflowFault) {
    if count > 1 {
      sort { $0.key < $1.key }
      var last = 0
      for part in dropFirst() {
        if part.key == self[last].key {
          self[last].amount = try self[last].amount.adding(part.amount)
        } else {
          last += 1
          self[last] = part
        }
      }
      removeSubrange((last + 1)...)
    }
    removeAll { $0.amount == 0 }
  }
}

/// The place of an amount in the ledger.
struct PostingKey: Hashable, Comparable {
  var indicator: IndicatorID
  var unit: UnitID
  var day: Day
  var year: Int

  static func < (a: PostingKey, b: PostingKey) -> Bool {
    (a.day, a.indicator, a.unit, a.year) < (b.day, b.indicator, b.unit, b.year)
  }
}

extension PostingKey {
  /// Where an entry counts.
  init(of entry: Entry) {
    self.init(
      indicator: entry.indicator, unit: entry.unit, day: entry.day, year: entry.year)
  }

  /// Throws for a day outside of all plan years. Earlier versions accepted any day, so that amounts
  /// which are in the ledger already are not checked.
  func expectYear() throws(PostingDayFault) {
    guard PlanYear.range.contains(day.year), PlanYear.range.contains(year) else {
      throw PostingDayFault(day: day)
    }
  }

  /// Where a posting goes; nil when the office has no such indicator, or the record no unit.
  init?(_ wanted: Wanted, _ indicators: [String: Indicator]) {
    guard let indicator = indicators[wanted.indicator], let unit = wanted.posting.unit else {
      return nil
    }
    let day = wanted.posting.day
    let current = indicator.planYear(of: day).label
    let year = indicator.kind == .flow ? wanted.posting.year ?? current : current
    self.init(indicator: indicator.id, unit: unit, day: day, year: year)
  }
}

extension EntryBatch {
  /// Where a row counts; nil for a day that is none.
  func key(of row: Int) -> PostingKey? {
    Day(rawValue: Int(days[row])).map {
      PostingKey(
        indicator: IndicatorID(indicators[row]), unit: UnitID(units[row]), day: $0,
        year: Int(years[row]))
    }
  }
}

extension Ledger {
  /// The amounts in the ledger that a record posted.
  func posted(by record: RecordID) throws(StorageError) -> [PostingKey: Int64] {
    try posted(where: "record = ?1", .int(record))
  }

  /// The amounts in the ledger with a group's source.
  func posted(
    inTheNameOf source: String
  ) throws(StorageError) -> [PostingKey: Int64] {
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
