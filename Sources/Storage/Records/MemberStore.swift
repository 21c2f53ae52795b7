internal import Database
internal import Registers
internal import TargetEngine

extension Transaction {
  /// Updates the tables of a record's lists from its row. Rows that stay are not touched.
  func storeMembers(of state: RecordState, in table: RegisterTable) throws(StorageError) {
    for members in table.members {
      let wanted = Set(members.rows(of: state))
      let standing = Set(try members.standing(state.id, connection))
      try delete(standing.subtracting(wanted), of: state.id, from: members)
      let added = wanted.subtracting(standing).map { [.int(state.id)] + $0 }
      try insert(added, into: members)
    }
  }

  /// Deletes a record's rows from the tables of its lists.
  func deleteMembers(of record: RecordID, in table: RegisterTable) throws(StorageError) {
    for members in table.members {
      try connection.run("DELETE FROM \(members.name) WHERE record = ?1", [.int(record)])
    }
  }

  /// Inserts rows, each with its record first.
  func insert(_ rows: [[Scalar]], into members: MemberTable) throws(StorageError) {
    if rows.isEmpty { return }
    let insert = try journal.bulk(into: members.name, columns: members.columns)
    try insert.insert(count: rows.count) { statement, offset, row in
      for (column, scalar) in rows[row].enumerated() {
        statement.bind(offset + column, Value(scalar))
      }
    }
  }

  private func delete(
    _ rows: Set<[Scalar]>, of record: RecordID, from members: MemberTable
  ) throws(StorageError) {
    let test = members.columns.enumerated().map { "\($1) = ?\($0 + 1)" }
      .joined(separator: " AND ")
    for row in rows {
      try connection.run(
        "DELETE FROM \(members.name) WHERE \(test)", [.int(record)] + row.map { Value($0) })
    }
  }
}

/// The tables of lists are derived from the rows of records.
extension Ledger {
  /// The names of the tables whose rows differ from the derived ones.
  func memberFaults() throws(StorageError) -> [Inconsistency] {
    var wrong: [Inconsistency] = []
    for table in allShapes().map({ self.table($0) }) {
      for members in table.members {
        var count = 0
        var isWrong = false
        try eachRecord(in: table) { state throws(StorageError) in
          let wanted = members.rows(of: state)
          count += wanted.count
          let standing = try members.standing(state.id, self.connection)
          isWrong = isWrong || Set(wanted) != Set(standing)
        }
        let standing = try connection.first("SELECT COUNT(*) FROM \(members.name)") { $0.int(0) }
        if isWrong || Int64(count) != standing { wrong.append(.file(members.name)) }
      }
    }
    return wrong
  }

  /// Rewrites the tables.
  func rebuildMembers(_ writer: Transaction) throws(StorageError) {
    for table in allShapes().map({ self.table($0) }) {
      for members in table.members {
        try connection.run("DELETE FROM \(members.name)")
        try eachRecord(in: table) { state throws(StorageError) in
          try writer.insert(
            members.rows(of: state).map { [.int(state.id)] + $0 }, into: members)
        }
      }
    }
  }

  private func eachRecord(
    in table: RegisterTable, _ body: (RecordState) throws(StorageError) -> Void
  ) throws(StorageError) {
    let states = try connection.rows("SELECT \(table.list) FROM \(table.name) ORDER BY id") {
      table.state($0)
    }
    for state in states { try body(state) }
  }
}
