public import Registers

extension Ledger {
  /// For records of a register that are to be written together.
  public func batch(of shape: RegisterShape) -> RecordBatch { RecordBatch(table(shape)) }
}

extension Transaction {
  /// Writes a record's state, new when its number is 0, and returns it with its number. The
  /// caller has checked it and posts what it calls for.
  public func put(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    var state = state
    if state.id == 0 {
      state.id = try numbers(1).lowerBound
      try enrol([state.id], in: shape)
    }
    state = try sealed(state, in: shape)
    try write(state, in: shape)
    return state
  }

  /// Writes the row of a record that has its number, and its change.
  func write(_ state: RecordState, in shape: RegisterShape) throws(StorageError) {
    var batch = ledger.batch(of: shape)
    batch.append(state)
    try insert(batch)
  }

  /// Writes records without open secrets into their register's table and the journal, and returns
  /// their numbers; those that have none are new. The caller has checked them and posts what they
  /// call for.
  @discardableResult
  public func insert(_ batch: RecordBatch) throws(StorageError) -> [RecordID] {
    let ids = try enrol(batch)
    try store(batch, ids)
    try record(.record, ids, batch.changes)
    return ids
  }

  private func enrol(_ batch: RecordBatch) throws(StorageError) -> [RecordID] {
    var ids = batch.ids
    let new = ids.indices.filter { ids[$0] == 0 }
    guard !new.isEmpty else { return ids }
    for (row, id) in zip(new, try numbers(new.count)) { ids[row] = id }
    try enrol(new.map { ids[$0] }, in: batch.table.shape)
    return ids
  }

  /// The numbers of so many new records.
  private func numbers(_ count: Int) throws(StorageError) -> Range<RecordID> {
    let first: RecordID = if let nextRecord { nextRecord } else { try nextID(in: .record) }
    let end = first + RecordID(count)
    nextRecord = end
    return first..<end
  }

  private func enrol(_ ids: [RecordID], in shape: RegisterShape) throws(StorageError) {
    let register = shape.id
    try bulk(into: "record", columns: ["id", "register"]).insert(count: ids.count) {
      $0.bind($1, ids[$2])
      $0.bind($1 + 1, register)
    }
  }

  private func store(_ batch: RecordBatch, _ ids: [RecordID]) throws(StorageError) {
    let table = batch.table
    let isNew = batch.ids.allSatisfy { $0 == 0 }
    let insert = try bulk(
      into: table.name, columns: table.columns, suffix: isNew ? "" : table.replacing)
    let width = table.columns.count - 1
    try batch.texts.withBytes { text throws(StorageError) in
      try insert.insert(count: batch.count) { statement, offset, row in
        statement.bind(offset, ids[row])
        for column in 0..<width {
          switch batch.cells[row * width + column] {
          case .null: statement.bindNull(offset + 1 + column)
          case .int(let int): statement.bind(offset + 1 + column, int)
          case .text(let place): statement.bind(offset + 1 + column, borrowed: text(place))
          }
        }
      }
    }
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
      if present == nil { try enrol([id], in: shape) }
      var batch = ledger.batch(of: shape)
      batch.append(new)
      try store(batch, [id])
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
