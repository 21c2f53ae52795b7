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

  /// The rules of one unit and indicator, oldest first.
  func sourcings(indicator: IndicatorID, unit: UnitID) throws(StorageError) -> [Sourcing] {
    try connection.rows(
      "SELECT \(Sourcing.columns) FROM sourcing WHERE indicator = ?1 AND unit = ?2 ORDER BY since",
      [.int(indicator), .int(unit)]
    ) { Sourcing($0) }.compactMap { $0 }
  }
}
