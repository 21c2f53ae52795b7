internal import Registers
internal import Storage
internal import TargetEngine

extension FieldReading {
  /// That a name fits several records: the first of them, each with what tells it from the others, which are the first
  /// fields that may be shown and in which they differ, two persons of one name by their units or birthdays.
  func ambiguous(
    _ text: String, _ states: [RecordState], in shape: RegisterShape
  ) throws -> DeskError {
    let shown = states.prefix(8)
    let differing = shape.fields.indices.filter { field in
      !shape.fields[field].isSecret && Set(shown.map { $0.data[field] }).count > 1
    }.prefix(2)
    let names = try bothNames()
    let records = try shown.map { state in
      AlikeRecord(
        id: names.zh.id(state.id),
        about: try differing.filter { !state.data[$0].isEmpty }.map { index in
          let (field, datum) = (shape.fields[index], state.data[index])
          return Text(
            "\(field.title.zh) \(try names.zh.text(datum, field.kind))",
            "\(field.title.en) \(try names.en.text(datum, field.kind))")
        })
    }
    return .record(
      .ambiguousRecord(
        text, register: shape.name.title, records: records, count: states.count))
  }
}
