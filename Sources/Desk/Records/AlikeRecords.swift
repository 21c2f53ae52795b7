internal import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// Records that a name fits, each with what tells it from the others: the first fields that may be shown and in
  /// which they differ, two persons of one name by their units or birthdays.
  func alike(_ states: [RecordState], in shape: RegisterShape) throws -> [AlikeRecord] {
    let differing = shape.fields.indices.filter { field in
      !shape.fields[field].isSecret && Set(states.map { $0.data[field] }).count > 1
    }.prefix(2)
    let names = (zh: try RecordNames(ledger, .zh), en: try RecordNames(ledger, .en))
    return try states.map { state in
      AlikeRecord(
        id: try ledger.publicID(state.id),
        about: try differing.filter { !state.data[$0].isEmpty }.map { index in
          let (field, datum) = (shape.fields[index], state.data[index])
          return Text(
            "\(field.title.zh) \(try names.zh.text(datum, field.kind))",
            "\(field.title.en) \(try names.en.text(datum, field.kind))")
        })
    }
  }
}
