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
}

extension Canonical {
  /// A revision's fields in their frozen order; whether it was withdrawn is a later change.
  mutating func add(_ target: Target) {
    begin(.target)
    add(target.unit)
    add(target.indicator)
    add(Int64(target.year))
    add(target.amount)
    add(Int64(target.effective.rawValue))
    add(Int64(target.due.rawValue))
    add(target.pace.description)
    add(target.document)
    add(target.reason)
  }
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
    try connection.rows(
      """
      SELECT \(StoredTarget.columns) FROM target
      WHERE unit = ?1 AND withdrawn = 0 AND (?2 IS NULL OR year = ?2)
      ORDER BY indicator, year, seq
      """, [.int(unit), Value(year)]
    ) { StoredTarget($0) }.compactMap { $0?.target }
  }
}

extension Transaction {
  /// The revision recorded last for a target, if it has one in force.
  public func lastTarget(
    indicator: IndicatorID, unit: UnitID, year: Int
  ) throws(StorageError) -> Target? {
    try connection.targets(PlanKey(unit: unit, indicator: indicator, year: year)).last?.target
  }

  /// Adds a revision; plans follow when the transaction ends.
  public func set(_ target: Target) throws(StorageError) {
    let statement = try connection.statement(
      "INSERT INTO target (\(StoredTarget.columns))"
        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0)")
    statement.bind(1, row.targets.end)
    statement.bind(2, target.unit)
    statement.bind(3, target.indicator)
    statement.bind(4, Int64(target.year))
    statement.bind(5, target.amount)
    statement.bind(6, Int64(target.effective.rawValue))
    statement.bind(7, Int64(target.due.rawValue))
    statement.bind(8, target.pace.description)
    statement.bind(9, target.document)
    statement.bind(10, target.reason)
    _ = try statement.step()
    targetForm.add(target)
    row.targets.count += 1
    touched.insert(PlanKey(unit: target.unit, indicator: target.indicator, year: target.year))
  }

  /// Takes a revision back, or restores it; it stays visible in the history.
  func withdraw(target seq: Int64, _ withdrawn: Bool) throws(StorageError) {
    try connection.run(
      "UPDATE target SET withdrawn = ?2 WHERE seq = ?1", [.int(seq), .int(withdrawn ? 1 : 0)])
    try record(
      Change(subject: .target, object: seq, state: StoredTarget.fields(withdrawn: withdrawn)))
    let key = try connection.first(
      "SELECT unit, indicator, year FROM target WHERE seq = ?1", [.int(seq)]
    ) { PlanKey(unit: $0.int(0), indicator: $0.int(1), year: Int($0.int(2))) }
    if let key { touched.insert(key) }
  }
}

extension StoredTarget {
  static func fields(withdrawn: Bool) -> FieldList {
    var fields = FieldList()
    fields.add("withdrawn", withdrawn ? 1 : 0)
    return fields
  }
}
