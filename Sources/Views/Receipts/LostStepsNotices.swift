internal import Desk
internal import Registers
internal import Reports
internal import Sentences

extension LostSteps {
  func sentence(_ w: Wording) -> String {
    let values = steps.map { "\(field.kind.number($0.value))（\($0.from)）" }.joined(separator: "、")
    let english = steps.map { "\(field.kind.number($0.value)) (\($0.from))" }.joined(
      separator: ", ")
    return w(
      "注意：\(record) 的\(field.title.zh)从 \(start) 起算，此前登记的 \(values)不再保留。",
      "Note: \(field.title.en) of \(record) begins on \(start), so that earlier values are dropped: "
        + "\(english).")
  }

  var json: JSONValue {
    .object([
      ("record", .string(record)), ("field", .string(field.name)),
      ("start", .string(start.description)), ("steps", steps.json(field.kind)),
    ])
  }
}
