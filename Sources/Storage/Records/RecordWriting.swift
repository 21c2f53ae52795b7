public import Database
internal import Journal
public import Registers

extension Ledger {
  /// For new records of a register that are to be written together.
  public func list(of shape: RegisterShape) -> RecordBatch {
    RecordBatch(table(shape), isList: true)
  }
}

extension Transaction {
  /// Writes a record's state, new when its number is 0, and returns it with its number. The
  /// caller has checked it and posts what it calls for.
  public func put(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    var state = state
    if state.id == 0 { state.id = try numbers(1).lowerBound }
    state = try sealed(state, in: shape)
    try write(state, in: shape)
    return state
  }

  /// Writes the row of a record that has its number, and its change.
  func write(_ state: RecordState, in shape: RegisterShape) throws(StorageError) {
    let batch = try store(state, in: shape)
    try journal.record(.record, [state.id], batch.changes)
  }

  /// Writes new records without open secrets into their register's table and the journal, and
  /// returns their numbers. The caller has checked them and posts what they call for.
  public func insert(_ list: RecordBatch) throws(StorageError) -> [RecordID] {
    let ids = Array(try numbers(list.count))
    try store(list, ids)
    for (members, rows) in zip(list.table.members, list.members) {
      try insert(
        rows.map { row in
          guard case .int(let place)? = row.first else { return row }
          return [.int(ids[Int(place)])] + row.dropFirst()
        }, into: members)
    }
    try journal.record(.list, ids, list.changes)
    return ids
  }

  /// The numbers of `count` new records.
  private func numbers(_ count: Int) throws(StorageError) -> Range<RecordID> {
    let first: RecordID = if let nextRecord { nextRecord } else { try nextRecordID() }
    let end = first + RecordID(count)
    nextRecord = end
    return first..<end
  }

  private func nextRecordID() throws(StorageError) -> RecordID {
    let list = try connection.first(
      "SELECT object, extent FROM change WHERE subject = 'list' ORDER BY object DESC LIMIT 1"
    ) { ListBody.objects(from: $0.int(0), $0.int(1)).upperBound }
    let next = max(try nextID(in: .record), list ?? 1)
    guard next < Transaction.mostNumber else { throw .contradictory(in: "change list \(next)") }
    return next
  }

  /// Writes the row of a record that has its number.
  @discardableResult
  func store(
    _ state: RecordState, in shape: RegisterShape
  ) throws(StorageError) -> RecordBatch {
    var batch = RecordBatch(ledger.table(shape), isList: false)
    batch.append(state)
    try store(batch, [state.id])
    try storeMembers(of: state, in: batch.table)
    return batch
  }

  private func store(_ batch: RecordBatch, _ ids: [RecordID]) throws(StorageError) {
    let table = batch.table
    let insert = try journal.bulk(
      into: table.name, columns: table.columns,
      suffix: batch.changes.isList ? "" : table.replacing)
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
  /// Whether the records that name each other all stand is asked when all are restored:
  /// `forbidUnfoundedNames(_:after:)`.
  ///
  /// - Returns: the register, and the states before and after.
  func restore(
    record id: RecordID, to fields: FieldList?, before row: JournalRow, from old: RecordState? = nil
  ) throws -> (shape: RegisterShape, old: RecordState?, new: RecordState?) {
    let present = try ledger.register(of: id)
    guard let shape = present ?? fields?["register"].flatMap({ ledger.shape($0) }) else {
      throw UndoFault.unknown(transaction: number)
    }
    let old = try old ?? ledger.record(id, in: shape)
    if let fields { try forbidLostColumn(fields, in: shape, before: row) }
    let new = fields.map { RecordState(id: id, $0, shape) }
    if let new {
      if !shape.hasSameKey(old, new) { try forbidSameKey(new, in: shape, before: row) }
      try store(new, in: shape)
    } else {
      try deleteMembers(of: id, in: ledger.table(shape))
      try connection.run("DELETE FROM \(ledger.table(shape).name) WHERE id = ?1", [.int(id)])
    }
    try journal.record(Change(subject: .record, object: id, state: fields))
    return (shape, old, new)
  }

  /// Lets a record make way for another that gets its key, until it is written with its own one.
  public func setAside(_ id: RecordID, in shape: RegisterShape) throws(StorageError) {
    try connection.run(
      "UPDATE \(ledger.table(shape).name) SET removed = id WHERE id = ?1 AND removed = 0",
      [.int(id)])
  }

  /// Lets a record that made way stand again with the key that it has.
  public func bringBack(_ id: RecordID, in shape: RegisterShape) throws(StorageError) {
    try connection.run(
      "UPDATE \(ledger.table(shape).name) SET removed = 0 WHERE id = ?1 AND removed = id",
      [.int(id)])
  }

  /// A record cannot come back while another has its key, or all of it that neither lacks, unless both stood side by
  /// side before the transaction that is undone: one may have been merged into the other.
  private func forbidSameKey(
    _ state: RecordState, in shape: RegisterShape, before row: JournalRow
  ) throws {
    if state.isRemoved { return }
    let same = try ledger.records(likeKeyOf: state, in: shape)
    for other in same + (try ledger.records(partlyLike: state, in: shape))
    where other.id != state.id {
      let changes = try ledger.changes(of: other.id)
      let hasKey = { (fields: FieldList) in
        shape.hasSameKey(RecordState(id: other.id, fields, shape), other)
      }
      let earlier = changes.last { $0.seq < row.changes.first }?.fields(ledger)
      if let earlier, hasKey(earlier) { continue }
      throw UndoFault.neededBy(
        transaction: try giver(ofRecord: other.id) {
          hasKey($0) && !RecordState(id: other.id, $0, shape).isRemoved
        })
    }
  }
}
