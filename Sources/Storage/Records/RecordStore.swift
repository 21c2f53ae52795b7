public import Database
public import Journal
public import Registers
internal import TargetEngine

extension Ledger {
  /// The shape of a register by its id, `clinics.project`; made once.
  public func shape(_ register: String) -> RegisterShape? {
    if let shape = shapes[register] { return shape }
    guard let slot = slots.first(where: { $0.id == register }) else { return nil }
    let shape = slot.shape(office: officeColumns(of: register))
    shapes[register] = shape
    return shape
  }

  /// Every register.
  public func allShapes() -> [RegisterShape] { slots.compactMap { shape($0.id) } }

  func table(_ shape: RegisterShape) -> RegisterTable {
    if let table = tables[shape.id] { return table }
    let table = RegisterTable(shape)
    tables[shape.id] = table
    return table
  }

  /// A record, removed or not.
  public func record(
    _ id: RecordID, in shape: RegisterShape
  ) throws(StorageError) -> RecordState? {
    let table = self.table(shape)
    return try connection.first(table.selectOne, [.int(id)]) { table.state($0) }
  }

  /// Whether a register has no record, not even a removed one.
  public func isEmpty(_ shape: RegisterShape) throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM \(table(shape).name) LIMIT 1") { _ in true } == nil
  }

  /// The records in force that a state may belong to: the one of the same identity, else those of
  /// the same natural key, of which all parts but the first may be empty. One with another identity
  /// is another thing.
  public func records(
    likeKeyOf state: RecordState, in shape: RegisterShape
  ) throws -> [RecordState] {
    let table = self.table(shape)
    let found = { (sql: String, fields: [Int]) in
      try self.connection.rows(
        sql, try fields.map { try self.sought(state.data[$0], in: shape.fields[$0]) }
      ) { table.state($0) }
    }
    let isIdentified = shape.identityFields.contains { !state.data[$0].isEmpty }
    if isIdentified {
      let same = try found(table.selectByIdentity, shape.identityFields)
      if !same.isEmpty { return same }
    }
    guard let first = shape.keyFields.first, !state.data[first].isEmpty else { return [] }
    let alike = try found(table.selectByKey, shape.keyFields)
    guard isIdentified else { return alike }
    return alike.filter { other in shape.identityFields.allSatisfy { other.data[$0].isEmpty } }
  }

  /// The records in force whose field has a value, or whose list contains it on any day, in the order
  /// of their making.
  public func records(
    in shape: RegisterShape, where field: Int, is value: Datum
  ) throws -> [RecordState] {
    let table = self.table(shape)
    return try connection.rows(
      "SELECT \(table.list) FROM \(table.name)"
        + " WHERE \(table.isValue(of: field)) AND removed = 0 ORDER BY id",
      [try sought(value, in: shape.fields[field])]
    ) { table.state($0) }
  }

  /// What a value is looked for as among those of a field.
  private func sought(_ datum: Datum, in field: FieldShape) throws -> Value {
    try blinded(field.compared(datum), field.kind).value
  }

  /// What became of a record: its states in order, each with its transaction; the last is now's.
  public func history(
    of record: RecordID, in shape: RegisterShape
  ) throws(StorageError) -> [(row: JournalRow, state: RecordState?)] {
    var history: [(row: JournalRow, state: RecordState?)] = []
    for change in try changes(of: record) {
      guard let row = try transaction(transaction(ofChange: change.seq)) else { continue }
      history.append((row, change.fields(self).map { RecordState(id: record, $0, shape) }))
    }
    return history
  }
}
