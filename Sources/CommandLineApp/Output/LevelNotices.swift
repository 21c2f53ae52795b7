internal import Desk
internal import Reports

extension [LevelNotice] {
  /// Each level on a line of its own; the first few where they are many.
  var sentences: String {
    let shown = prefix(5).map { "\n" + $0.sentence }.joined()
    guard count > 5 else { return shown }
    return shown
      + "\n"
      + say("共有 \(count) 个以前登记的时点数因此改变。", "\(count) levels said before are now others.")
  }

  var json: JSONValue { .array(map(\.json)) }
}

extension LevelNotice {
  fileprivate var sentence: String {
    let (before, now) = (indicator.amount(moved.before), indicator.amount(moved.now))
    return say(
      "注意：\(unit.name) \(indicator.name) \(moved.day) 的时点数由 \(before) 变为 \(now)\(indicator.measure)。",
      "Note: the level of \(indicator.title(.en)), \(unit.name), on \(moved.day) was \(before) and is now"
        + " \(now).")
  }

  fileprivate var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("date", .string(moved.day.description)), ("before", .number(indicator.amount(moved.before))),
      ("now", .number(indicator.amount(moved.now))),
    ])
  }
}
