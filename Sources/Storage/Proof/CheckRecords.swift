internal import Database
internal import Registers
internal import TargetEngine

extension Ledger {
  /// Proves that what stands in the ledger in the name of records and groups is what they call
  /// for. Source: `engine.md`, "ledger = registers is an invariant".
  func recordFaults(_ limit: Int) throws -> [Inconsistency] {
    var faults: [Inconsistency] = []
    var sources = try ListSources(self)
    var groups: Set<String> = []
    let reader = StoredRecords(self, isSettled: true)
    let unitGroups = UnitGroups(succession: try UnitSuccession(self))
    for shape in allShapes() {
      faults += try columnFaults(shape, limit)
      let states = try everyRecord(in: shape)
      for state in states where faults.count < limit {
        let posted = try posted(by: state.id)
        if try !sources.difference(try shape.wanted(state, reader), posted).isEmpty {
          faults.append(.record(state.id))
        }
      }
      for group in shape.groups {
        var members: [Datum: [RecordState]] = [:]
        for state in states {
          for key in group.keys(of: state) { members[key, default: []].append(state) }
        }
        for key in Set(members.keys.flatMap(unitGroups.keys)) where faults.count < limit {
          let posted = try GroupPostings(self, group, key)
          groups.formUnion(
            [posted.source, EntrySource.formerGroup(group, key)].compactMap(\.self))
          let wanted = try unitGroups.wanted(group, in: shape, key, reader) { members[$0] ?? [] }
          if try !sources.difference(wanted, posted.amounts).isEmpty {
            faults.append(.group(posted.source))
          }
        }
      }
    }
    return faults + (try orphans(beside: groups)) + (try countedTwice()) + (try drift())
      + (try memberFaults())
  }

  /// The records of a register that are found by what does not follow from the rest of them.
  private func columnFaults(
    _ shape: RegisterShape, _ limit: Int
  ) throws(StorageError) -> [Inconsistency] {
    let table = self.table(shape)
    return try connection.rows("SELECT \(table.list) FROM \(table.name) ORDER BY id") { row in
      let state = table.state(row)
      return table.isDerived(row, state) ? nil : Inconsistency.columns(state.id)
    }.compactMap { $0 }.prefix(limit).map { $0 }
  }

  private func everyRecord(in shape: RegisterShape) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    return try connection.rows("SELECT \(table.list) FROM \(table.name) ORDER BY id") {
      table.state($0)
    }
  }

  /// What stands in the name of records or groups that are no more.
  private func orphans(beside groups: Set<String>) throws(StorageError) -> [Inconsistency] {
    let standing = try connection.rows(
      """
      SELECT DISTINCT record, source FROM (
        SELECT record, source FROM entry e WHERE \(EntrySource.isListed("e"))
        GROUP BY record, source, indicator, unit, day, year HAVING SUM(amount) <> 0
      ) s
      """
    ) { (record: $0.optionalInt(0), source: $0.text(1)) }
    var faults: [Inconsistency] = []
    for (record, source) in standing {
      if let record {
        if try register(of: record) == nil { faults.append(.record(record)) }
      } else if !groups.contains(source) {
        faults.append(.group(source))
      }
    }
    return faults
  }

  /// Places that records have posted to and where a number stands as well that should have given way.
  private func countedTwice() throws -> [Inconsistency] {
    try numbersBesideLists().map { .countedTwice(unit: $0.unit, indicator: $0.indicator) }
  }

  /// Tables that were made from another declaration than this program has.
  private func drift() throws(StorageError) -> [Inconsistency] {
    try migrator.drifted(connection).map { .file("schema_step \($0)") }
  }
}
