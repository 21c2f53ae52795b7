internal import Desk
internal import Registers
internal import Reports

extension [LostSteps] {
  /// Each field on a line of its own; the first few where they are many.
  var sentences: String {
    listed(\.sentence) { count in
      say("共有 \(count) 项数值因此不再保留。", "In all, \(count) fields lost values.")
    }
  }
}

extension LostSteps {
  var json: JSONValue {
    .object([
      ("record", .string(record)), ("field", .string(field.name)),
      ("start", .string(start.description)), ("steps", steps.json),
    ])
  }

  fileprivate var sentence: String {
    let values = steps.map { "\($0.value)（\($0.from)）" }.joined(separator: "、")
    let english = steps.map { "\($0.value) (\($0.from))" }.joined(separator: ", ")
    return say(
      "注意：\(record) 的\(field.title.zh)从 \(start) 起算，此前登记的 \(values)不再保留。",
      "Note: \(field.title.en) of \(record) begins on \(start), so that earlier values are dropped: "
        + "\(english).")
  }
}

extension [Dated.Step] {
  var json: JSONValue {
    .array(
      map { .object([("from", .string($0.from.description)), ("value", .integer($0.value))]) })
  }
}
