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
