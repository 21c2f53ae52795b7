internal import Database
public import Registers
public import TargetEngine

/// Records whose numbers are shown beside those of their lists.
extension Ledger {
  /// A record's own numbers beside those of its list; nil where it has none, or nobody is listed.
  public func roster(of state: RecordState, in shape: RegisterShape) throws -> RosterNumbers? {
    guard let roster = shape.roster, let list = self.shape(roster.register),
      let field = list.field(named: roster.field)
    else { return nil }
    return roster.numbers(
      of: state, try records(in: list, where: field, is: .record(state.id)))
  }

  /// The records that have a list which does not count yet, in the order of their making.
  ///
  /// - Parameter days: those that begin on these days; nil for all.
  public func waitingRosters(
    in shape: RegisterShape, beginning days: ClosedRange<Day>? = nil
  ) throws -> [(state: RecordState, numbers: RosterNumbers)] {
    guard let roster = shape.roster, let list = self.shape(roster.register),
      let field = list.field(named: roster.field)
    else { return [] }
    let table = self.table(shape)
    let whole = RegisterTable.column(shape.fields[roster.whole])
    let owner = RegisterTable.column(list.fields[field])
    var conditions = [
      "removed = 0", "COALESCE(\(whole), 0) = 0",
      "EXISTS (SELECT 1 FROM \(self.table(list).name) m"
        + " WHERE m.\(owner) = r.id AND m.removed = 0)",
    ]
    var values: [Value] = []
    if let days, let start = shape.startField {
      conditions.append("\(RegisterTable.column(shape.fields[start])) BETWEEN ?1 AND ?2")
      values = [days.lowerBound, days.upperBound].map { .int(Int64($0.rawValue)) }
    }
    let states = try connection.rows(
      "SELECT \(table.list) FROM \(table.name) r WHERE \(conditions.joined(separator: " AND "))"
        + " ORDER BY id", values
    ) { table.state($0) }
    return try states.compactMap { state in
      try self.roster(of: state, in: shape).flatMap { $0.isByList ? nil : (state, $0) }
    }
  }

  /// The registers whose records have lists, of those that have any record.
  public func shapesWithRosters() throws -> [RegisterShape] {
    try slots.filter { try $0.listedIn != nil && hasRecords($0) }.compactMap { shape($0.id) }
  }
}
