public import Registers

extension Transaction {
  /// Writes a record's state, new when its number is 0, and returns it with its number. The
  /// caller has checked it and posts what it calls for.
  public func put(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    var state = state
    if state.id == 0 {
      state.id = if let nextRecord { nextRecord } else { try nextID(in: .record) }
      nextRecord = state.id + 1
      try enrol(state.id, in: shape)
    }
    state = try sealed(state, in: shape)
    try write(state, in: shape)
    return state
  }

  private func enrol(_ id: RecordID, in shape: RegisterShape) throws(StorageError) {
    let statement = try connection.statement("INSERT INTO record (id, register) VALUES (?1, ?2)")
    statement.bind(1, id)
    statement.bind(2, shape.id)
    _ = try statement.step()
  }

  /// Writes the row of a record and its change.
  func write(_ state: RecordState, in shape: RegisterShape) throws(StorageError) {
    try writeRow(state, in: shape)
    try record(Change(subject: .record, object: state.id, state: state.fields(shape)))
  }

  private func writeRow(_ state: RecordState, in shape: RegisterShape) throws(StorageError) {
    let table = ledger.table(shape)
    let statement = try connection.statement(table.upsert)
    table.bind(state, to: statement)
    _ = try statement.step()
  }

  /// Gives a record the state that it had before a transaction which is undone, or takes away
  /// one that the transaction made.
  ///
  /// - Returns: the register, and the states before and after.
  func restore(
    record id: RecordID, to fields: FieldList?
  ) throws -> (shape: RegisterShape, old: RecordState?, new: RecordState?) {
    let present = try ledger.register(of: id)
    guard let shape = present ?? fields?["register"].flatMap({ ledger.shape($0) }) else {
      throw UndoFault.unknown(transaction: number)
    }
    let old = try ledger.record(id, in: shape)
    let new = fields.map { RecordState(id: id, $0, shape) }
    if let new {
      try forbidSameKey(new, in: shape)
      if present == nil { try enrol(id, in: shape) }
      try writeRow(new, in: shape)
    } else {
      try forbidReferences(to: id, in: shape)
      try connection.run("DELETE FROM \(ledger.table(shape).name) WHERE id = ?1", [.int(id)])
      try connection.run("DELETE FROM record WHERE id = ?1", [.int(id)])
    }
    try record(Change(subject: .record, object: id, state: fields))
    return (shape, old, new)
  }

  /// A record cannot come back while another bears its key.
  private func forbidSameKey(_ state: RecordState, in shape: RegisterShape) throws {
    guard !state.isRemoved,
      let other = try ledger.records(likeKeyOf: state, in: shape).first(where: { $0.id != state.id }
      )
    else { return }
    let seq = try connection.first(
      "SELECT MAX(seq) FROM change WHERE subject = 'record' AND object = ?1", [.int(other.id)]
    ) { $0.int(0) }
    throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: seq ?? 0))
  }

  /// A record that others name cannot be taken away.
  private func forbidReferences(to id: RecordID, in shape: RegisterShape) throws {
    for other in ledger.allShapes() {
      for (index, field) in other.fields.enumerated() where field.kind == .reference(shape.id) {
        guard let referrer = try ledger.records(in: other, where: index, is: .record(id)).first
        else { continue }
        let seq = try connection.first(
          "SELECT MIN(seq) FROM change WHERE subject = 'record' AND object = ?1",
          [.int(referrer.id)]
        ) { $0.int(0) }
        throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: seq ?? 0))
      }
    }
  }
}
