internal import Database
public import TargetEngine

/// What a transaction adds to a figure by the end of a closed month, and to that month's own.
public struct LateSum: Sendable, Equatable {
  /// What is added to date, in the indicator's smallest unit.
  public var toDate: Int64 = 0
  /// What is added to the month's own figure.
  public var ofMonth: Int64 = 0

  /// Nothing.
  public init() {}

  init(toDate: Int64, ofMonth: Int64) { (self.toDate, self.ofMonth) = (toDate, ofMonth) }

  mutating func add(_ toDate: Int64, _ ofMonth: Int64) throws(OverflowFault) {
    (self.toDate, self.ofMonth) = (
      try self.toDate.adding(toDate), try self.ofMonth.adding(ofMonth)
    )
  }
}

/// A unit that a transaction puts under another one, with its history.
struct UnitMove {
  var unit: UnitID
  /// The units above it that lose its history, and those that get it.
  var from: Set<UnitID>
  var to: Set<UnitID>
}

extension Transaction {
  /// What the figures of units up to a closed month have more by this transaction, of those whose own it changes
  /// and of all above them. A figure that is no flow has the year 0.
  public func lateSums(through last: Month) throws -> [UnitID: [LineKey: LateSum]] {
    var sums: [UnitID: [LineKey: LateSum]] = [:]
    let entered = try entered(through: last)
    try tree.learn(Array(Set(entered.map(\.unit)))) { try connection.parents(of: $0) }
    for row in entered {
      for unit in tree.path(from: row.unit) {
        try sums[unit, default: [:]][row.key, default: LateSum()].add(row.toDate, row.ofMonth)
      }
    }
    for move in moves {
      for (key, sum) in try history(of: move.unit, through: last) {
        for unit in move.to {
          try sums[unit, default: [:]][key, default: LateSum()].add(sum.toDate, sum.ofMonth)
        }
        for unit in move.from {
          try sums[unit, default: [:]][key, default: LateSum()]
            .add(Int64(0).subtracting(sum.toDate), Int64(0).subtracting(sum.ofMonth))
        }
      }
    }
    return sums.mapValues { $0.filter { $0.value != LateSum() } }.filter { !$0.value.isEmpty }
  }

  /// The sums of its own entries. Only stretches of entries that hold such days are read.
  private func entered(
    through last: Month
  ) throws(StorageError) -> [(unit: UnitID, key: LineKey, toDate: Int64, ofMonth: Int64)] {
    guard journal.row.entries.count > 0 else { return [] }
    let sum = { (amount: String) in
      self.connection.dialect.translate("CAST(SUM(\(amount)) AS {int})")
    }
    return try connection.rows(
      """
      SELECT e.unit, e.indicator, CASE WHEN i.kind = 'flow' THEN e.year ELSE 0 END,
        \(sum("e.amount")), \(sum("CASE WHEN e.day >= ?3 THEN e.amount ELSE 0 END"))
      FROM span s JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
      JOIN indicator i ON i.id = e.indicator
      WHERE s.first >= ?1 AND s.first_day <= ?2 AND e.day <= ?2
      GROUP BY e.unit, e.indicator, CASE WHEN i.kind = 'flow' THEN e.year ELSE 0 END
      """,
      [
        .int(journal.row.entries.first), Value(last.lastDay.rawValue),
        Value(last.firstDay.rawValue),
      ]
    ) { row in
      (
        row.int(0), LineKey(indicator: row.int(1), year: Int(row.int(2))), row.int(3), row.int(4)
      )
    }
  }

  /// All that a unit has with everything below it.
  private func history(
    of unit: UnitID, through last: Month
  ) throws -> [(key: LineKey, sum: LateSum)] {
    let kinds = Dictionary(try ledger.indicators().map { ($0.id, $0.kind) }) { first, _ in first }
    return try ledger.tallies(of: unit).flatMap { id, tally in
      let kind = kinds[id] ?? .flow
      return try (kind == .flow ? tally.planYears.sorted() : [0]).map { year in
        (
          LineKey(indicator: id, year: year),
          LateSum(
            toDate: try tally.actual(kind, year: year, through: last),
            ofMonth: try tally.amount(kind, year: year, in: last))
        )
      }
    }
  }
}
