public import Registers

/// Records by what tells them apart: their identity, else their natural key.
extension Ledger {
  /// The records in force that a state may belong to: the one of the same identity, else those of
  /// the same natural key, of which all parts but the first may be empty. One with another identity
  /// is another thing.
  public func records(
    likeKeyOf state: RecordState, in shape: RegisterShape
  ) throws -> [RecordState] {
    let table = self.table(shape)
    if shape.identityFields.contains(where: { !state.data[$0].isEmpty }) {
      let same = try records(table.selectByIdentity, shape.identityFields, of: state, table)
      if !same.isEmpty { return same }
    }
    guard let first = shape.keyFields.first, !state.data[first].isEmpty else { return [] }
    return try records(table.selectByKey, shape.keyFields, of: state, table)
      .filter { shape.mayBeOne($0, state) }
  }

  /// The records in force that differ from a state only by a part of the natural key which one of both
  /// lacks: one of them may be the same thing. A row of a list asks for them, so one that lacks nothing
  /// must not read all who have one name.
  public func records(
    partlyLike state: RecordState, in shape: RegisterShape
  ) throws -> [RecordState] {
    guard let first = shape.keyFields.first, !state.data[first].isEmpty,
      !shape.laterKeyFields.isEmpty
    else { return [] }
    let lacks = shape.laterKeyFields.contains { state.data[$0].isEmpty }
    let table = self.table(shape)
    return try records(
      lacks ? table.selectByFirmKey : table.selectLacking, shape.firmKeyFields, of: state, table
    ).filter { shape.couldBe($0, state) }
  }

  /// The records in force that are alike in what none lacks of the natural key.
  public func records(
    likeFirmKeyOf state: RecordState, in shape: RegisterShape
  ) throws -> [RecordState] {
    let table = self.table(shape)
    return try records(table.selectByFirmKey, shape.firmKeyFields, of: state, table)
      .filter { shape.mayBeOne($0, state) }
  }

  private func records(
    _ sql: String, _ fields: [Int], of state: RecordState, _ table: RegisterTable
  ) throws -> [RecordState] {
    try connection.rows(
      sql, try fields.map { try sought(state.data[$0], in: table.shape.fields[$0]) }
    ) { table.state($0) }
  }
}

extension RegisterShape {
  /// The fields of the natural key that no record lacks.
  public var firmKeyFields: [Int] { keyFields.filter { !laterKeyFields.contains($0) } }

  /// Whether identities do not tell two records apart: one that has none may be any.
  public func mayBeOne(_ record: RecordState, _ state: RecordState) -> Bool {
    identityFields.allSatisfy { record.data[$0].isEmpty || state.data[$0].isEmpty }
  }

  /// Whether a record whose firm key is that of a state differs from it only by what either lacks. What
  /// every new record has is lacking in old ones alone.
  public func couldBe(_ record: RecordState, _ state: RecordState) -> Bool {
    mayBeOne(record, state)
      && laterKeyFields.allSatisfy { field in
        record.data[field].isEmpty
          || state.data[field].isEmpty && !fields[field].roles.contains(.required)
          || fields[field].compared(record.data[field]) == fields[field].compared(state.data[field])
      }
  }
}
