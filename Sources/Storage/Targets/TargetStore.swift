public import Database
public import Journal
public import TargetEngine

/// A target revision with its number and whether it was taken back.
public struct StoredTarget: Sendable, Hashable {
  public var seq: Int64
  public var target: Target
  public var isWithdrawn: Bool

  static let columns =
    "seq, unit, indicator, year, amount, effective, due, pace, document, reason, withdrawn"

  init?(_ row: any Statement) {
    guard let effective = row.day(5), let due = row.day(6), let pace = Pace(row.text(7)) else {
      return nil
    }
    seq = row.int(0)
    target = Target(
      indicator: row.int(2), unit: row.int(1), year: Int(row.int(3)), amount: row.int(4),
      effective: effective, due: due, pace: pace, document: row.text(8), reason: row.text(9))
    isWithdrawn = row.int(10) != 0
  }
}

/// Whose target of which indicator in which plan year.
struct PlanKey: Hashable {
  var unit: UnitID
  var indicator: IndicatorID
  var year: Int

  /// The line in which the unit's reports show it.
  var line: LineKey { LineKey(indicator: indicator, year: year) }
}

extension Connection {
  /// The revisions of one target in the order in which they were recorded.
  func targets(
    _ key: PlanKey, withdrawn: Bool = false
  ) throws(StorageError) -> [StoredTarget] {
    try rows(
      "SELECT \(StoredTarget.columns) FROM target WHERE unit = ?1 AND indicator = ?2 AND year = ?3"
        + (withdrawn ? "" : " AND withdrawn = 0") + " ORDER BY seq",
      [.int(key.unit), .int(key.indicator), Value(key.year)]
    ) { StoredTarget($0) }.compactMap { $0 }
  }
}

extension Ledger {
  /// All revisions of a target, withdrawn ones too, with the transactions that set them.
  public func history(
    indicator: IndicatorID, unit: UnitID, year: Int
  ) throws(StorageError) -> [(revision: StoredTarget, transaction: JournalRow?)] {
    let key = PlanKey(unit: unit, indicator: indicator, year: year)
    var history: [(revision: StoredTarget, transaction: JournalRow?)] = []
    for revision in try connection.targets(key, withdrawn: true) {
      let transaction = try connection.first(
        """
        SELECT \(JournalRow.columns) FROM journal
        WHERE targets > 0 AND first_target <= ?1 ORDER BY first_target DESC LIMIT 1
        """, [.int(revision.seq)], JournalRow.init)
      history.append((revision, transaction))
    }
    return history
  }

  /// The revisions in force of a unit's own targets, of a year only when it is given.
  public func targets(
    of unit: UnitID, year: Int? = nil
  ) throws(StorageError) -> [Target] {
    try storedTargets(of: unit, year: year).map(\.target)
  }

  /// The same with their numbers.
  public func storedTargets(
    of unit: UnitID, year: Int? = nil
  ) throws(StorageError) -> [StoredTarget] {
    try connection.rows(
      """
      SELECT \(StoredTarget.columns) FROM target
      WHERE unit = ?1 AND withdrawn = 0 AND (?2 IS NULL OR year = ?2)
      ORDER BY indicator, year, seq
      """, [.int(unit), Value(year)]
    ) { StoredTarget($0) }.compactMap { $0 }
  }
}

extension Ledger {
  /// The targets in force of a unit that are of plan years after the one that contains a day.
  func targets(of unit: UnitID, after closed: Day) throws(StorageError) -> [StoredTarget] {
    let stored = try storedTargets(of: unit)
    if stored.isEmpty { return [] }
    let years = Dictionary(
      try indicators().map { ($0.id, $0.planYear(of: closed).label) }
    ) { first, _ in first }
    return stored.filter { stored in
      years[stored.target.indicator].map { stored.target.year > $0 } ?? false
    }
    .sorted { $0.seq < $1.seq }
  }
}

extension Transaction {
  /// Takes back the targets of a unit that are of plan years after the one in which it is closed.
  ///
  /// - Returns: them, in the order in which they were recorded.
  public func withdrawTargets(
    of unit: UnitID, after closed: Day
  ) throws(StorageError) -> [Target] {
    let later = try ledger.targets(of: unit, after: closed)
    for stored in later { try withdraw(target: stored.seq, true) }
    return later.map(\.target)
  }

  /// Takes a revision back, or restores it; it stays visible in the history.
  func withdraw(target seq: Int64, _ withdrawn: Bool) throws(StorageError) {
    try connection.run(
      "UPDATE target SET withdrawn = ?2 WHERE seq = ?1", [.int(seq), .int(withdrawn ? 1 : 0)])
    try journal.record(
      Change(subject: .target, object: seq, state: StoredTarget.fields(withdrawn: withdrawn)))
    let key = try connection.first(
      "SELECT unit, indicator, year FROM target WHERE seq = ?1", [.int(seq)]
    ) { PlanKey(unit: $0.int(0), indicator: $0.int(1), year: Int($0.int(2))) }
    if let key { touched.insert([key.line], of: key.unit) }
  }
}

extension StoredTarget {
  static func fields(withdrawn: Bool) -> FieldList {
    var fields = FieldList()
    fields.add("withdrawn", withdrawn ? 1 : 0)
    return fields
  }
}
