internal import Database
internal import Journal
internal import Registers

extension RegisterTable {
  /// The record of a row of `columns`.
  func state(_ row: any Statement) -> RecordState {
    var column = 1
    var data: [Datum] = []
    data.reserveCapacity(shape.fields.count)
    for (field, types) in zip(shape.declaredFields, types) {
      let scalar = Scalar(row, column, types[0])
      if types.count == 1 {
        data.append(field.kind.datum(scalar))
      } else {
        data.append(field.kind.datum(scalar, beside: Scalar(row, column + 1, types[1])))
      }
      column += types.count
    }
    if !shape.officeFields.isEmpty {
      let extra = FieldList(parsing: row.text(column + 4)) { [shape] name in
        shape.officeFields.contains { $0.name == name }
      }
      data += shape.officeFields.map { field in
        extra[field.name].map { field.kind.datum(journal: $0) } ?? .empty
      }
    }
    return RecordState(
      id: row.int(0), data: data, moves: StageMove.parse(row.text(column + 1)),
      note: row.text(column + 2), isRemoved: row.int(column + 3) != 0)
  }
}

extension RegisterTable {
  /// Whether a row of `columns` has what would be written of the record that was read from it, but
  /// for what follows from the rest: see `isDerived`.
  func isAsWritten(_ row: any Statement, _ state: RecordState) -> Bool {
    let moves = columns.count - 4
    var text: [UInt8] = []
    text.append(state.moves)
    let extra = row.text(moves + 3)
    return row.bytes(moves).elementsEqual(text)
      // Earlier versions did not escape carriage returns there.
      && (extra == RecordBatch.officeFields(of: state, in: shape) || extra.utf8.contains(0x0D))
      && hasScalars(row, state)
  }

  /// Whether the values of a row are those of the record: other ones may be read as the same.
  private func hasScalars(_ row: any Statement, _ state: RecordState) -> Bool {
    var column = 1
    for (datum, types) in zip(state.data, types) {
      // The first of two columns follows from the second, or is compared with it.
      let isWritten =
        types.count == 1
        ? Scalar(row, column, types[0]) == datum.scalar
        : Scalar(row, column + 1, types[1]) == datum.beside
      if !isWritten { return false }
      column += types.count
    }
    return true
  }

  /// Whether a row has the stage that its moves lead to, and of each value of two columns the one by
  /// which it is found.
  func isDerived(_ row: any Statement, _ state: RecordState) -> Bool {
    guard row.text(columns.count - 5) == shape.stage(of: state) else { return false }
    var column = 1
    for (index, types) in types.enumerated() {
      if types.count > 1 {
        let stored = shape.fields[index].storedForm(of: state.data[index])
        if Scalar(row, column, types[0]) != stored { return false }
      }
      column += types.count
    }
    return true
  }
}

extension RecordState {
  /// The record that a state in the journal describes.
  init(id: RecordID, _ fields: FieldList, _ shape: RegisterShape) {
    self.init(
      id: id,
      data: shape.fields.map { field in
        fields[field.name].map { field.kind.datum(journal: $0) } ?? .empty
      },
      moves: StageMove.parse(fields["moves"] ?? ""), note: fields["note"] ?? "",
      isRemoved: fields["removed"] == "1")
  }
}
