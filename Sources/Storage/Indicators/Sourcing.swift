public import Database
internal import Journal
public import TargetEngine

/// From a day on, a unit's figures of an indicator come by list, from the records of a register,
/// or by number. Source: `engine.md`, "Figures come by list or by number".
public struct Sourcing: Sendable, Hashable {
  public var indicator: IndicatorID
  public var unit: UnitID
  public var since: Day
  public var byList: Bool

  public init(indicator: IndicatorID, unit: UnitID, since: Day, byList: Bool) {
    self.indicator = indicator
    self.unit = unit
    self.since = since
    self.byList = byList
  }

  var fields: FieldList {
    var fields = FieldList()
    fields.add("indicator", indicator)
    fields.add("unit", unit)
    fields.add("since", since.rawValue)
    fields.add("by", byList ? "list" : "number")
    return fields
  }

  init?(fields: FieldList) {
    guard let indicator = fields["indicator"].flatMap({ Int64($0) }),
      let unit = fields["unit"].flatMap({ Int64($0) }),
      let since = fields["since"].flatMap({ Int($0) }).flatMap({ Day(rawValue: $0) })
    else { return nil }
    self.init(indicator: indicator, unit: unit, since: since, byList: fields["by"] == "list")
  }

  static let columns = "indicator, unit, since, by_list"

  init?(_ row: any Statement, at column: Int = 0) {
    guard let since = row.day(column + 2) else { return nil }
    self.init(
      indicator: row.int(column), unit: row.int(column + 1), since: since,
      byList: row.int(column + 3) != 0)
  }
}

extension Ledger {
  /// Every rule, oldest first; few units have any, so that one question answers for a whole file.
  public func sourcings() throws(StorageError) -> [Sourcing] {
    try connection.rows(
      "SELECT \(Sourcing.columns) FROM sourcing ORDER BY indicator, unit, since"
    ) { Sourcing($0) }.compactMap { $0 }
  }
}

extension Ledger {
  /// Every rule with the transaction in force that set it: not an undo that only brought it back.
  public func sourcingsWithTransactions() throws -> [(rule: Sourcing, transaction: Int64)] {
    try connection.rows("SELECT \(Sourcing.columns), id FROM sourcing ORDER BY id") { row in
      Sourcing(row).map { ($0, row.int(4)) }
    }.compactMap { $0 }.map { rule, id in
      let set = try connection.rows(
        "SELECT seq FROM change WHERE subject = 'sourcing' AND object = ?1 AND body = ?2 ORDER BY seq",
        [.int(id), .text(rule.fields.openText)]
      ) { $0.int(0) }
      let all = try set.map { try transaction(ofChange: $0) }
      let standing = try all.last { number in
        try transaction(number)?.reverses == 0 && reversal(of: number) == nil
      }
      return (rule, standing ?? all.last ?? 0)
    }
  }
}

extension Transaction {
  /// Sets whence a unit's figures come from a day on, in place of a rule of the same day.
  public func set(_ sourcing: Sourcing) throws {
    try noteDoubles(of: sourcing.indicator)
    let existing = try connection.first(
      "SELECT id FROM sourcing WHERE indicator = ?1 AND unit = ?2 AND since = ?3",
      [.int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue)]
    ) { $0.int(0) }
    let id: Int64 = if let existing { existing } else { try nextID(in: .sourcing) }
    try put(sourcing, at: id)
    try journal.record(Change(subject: .sourcing, object: id, state: sourcing.fields))
  }

  func put(_ sourcing: Sourcing, at id: Int64) throws(StorageError) {
    try connection.run("DELETE FROM sourcing WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO sourcing (\(Sourcing.columns), id) VALUES (?1, ?2, ?3, ?4, ?5)",
      [
        .int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue),
        .int(sourcing.byList ? 1 : 0), .int(id),
      ])
  }
}

extension Ledger {
  /// The rules of one unit and indicator, oldest first.
  func sourcings(indicator: IndicatorID, unit: UnitID) throws(StorageError) -> [Sourcing] {
    try connection.rows(
      "SELECT \(Sourcing.columns) FROM sourcing WHERE indicator = ?1 AND unit = ?2 ORDER BY since",
      [.int(indicator), .int(unit)]
    ) { Sourcing($0) }.compactMap { $0 }
  }
}
