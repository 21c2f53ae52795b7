public import Database
public import Journal
public import Registers
internal import TargetEngine

extension Ledger {
  /// The shape of a register by its id, `clinics.project`; made once as long as nobody writes.
  public func shape(_ register: String) -> RegisterShape? { shape(register, derived) }

  /// Every register.
  public func allShapes() -> [RegisterShape] {
    let derived = derived
    return slots.compactMap { shape($0.id, derived) }
  }

  private func shape(_ register: String, _ derived: DerivedSettings) -> RegisterShape? {
    if let shape = derived.shapes[register] { return shape }
    guard let slot = slots.first(where: { $0.id == register }) else { return nil }
    let shape = slot.shape(office: officeColumns(of: register))
    derived.shapes[register] = shape
    return shape
  }

  func table(_ shape: RegisterShape) -> RegisterTable {
    let derived = derived
    // A shape may have been asked for before a column of the office came.
    if let table = derived.tables[shape.id], table.shape.fields.count == shape.fields.count {
      return table
    }
    let table = RegisterTable(shape)
    derived.tables[shape.id] = table
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
  public func hasNoRecords(in shape: RegisterShape) throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM \(table(shape).name) LIMIT 1") { _ in true } == nil
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
  func sought(_ datum: Datum, in field: FieldShape) throws -> Value {
    try blinded(field.compared(datum), field.kind).value
  }

  /// What became of a record: its states in order, each with its transaction and with the register as it
  /// was then; the last is now's.
  public func history(
    of record: RecordID, in shape: RegisterShape
  ) throws -> [(row: JournalRow, shape: RegisterShape, state: RecordState?)] {
    var columns = try ColumnHistory(self, shape)
    return try changes(of: record).compactMap { change in
      guard let row = try transaction(transaction(ofChange: change.seq)) else { return nil }
      let shape = columns.shape(at: change.seq)
      return (row, shape, change.fields(self).map { RecordState(id: record, $0, shape) })
    }
  }
}
