internal import Desk
internal import Registers
internal import Reports
internal import Sentences

extension RosterNotice {
  func sentence(_ w: Wording) -> String {
    let name = "\(record) \(Wording.plain(label(w.language)))"
    let way =
      numbers.isByList
      ? ""
      : w("已经报齐的，请填“\(whole.title.zh)=是”。", " If it is all, set \(whole.name)=yes.")
    return w(
      "注意：\(name)：\(numbers.text(w))；\(numbers.counting(w))。\(way)",
      "Note: \(name): \(numbers.text(w)); \(numbers.counting(w)).\(way)")
  }

  var json: JSONValue {
    .object([("record", .string(record))] + numbers.members)
  }
}

extension RosterNumbers {
  /// Both numbers, for machines.
  var members: [(String, JSONValue)] {
    [("byList", .bool(isByList))]
      + parts.map { part in
        (
          part.name,
          .object([
            ("own", part.own.map { .integer($0) } ?? .null), ("listed", .integer(part.listed)),
          ])
        )
      }
  }
}
