internal import Desk
internal import Reports
internal import Sentences

extension [ReplacedNumber] {
  /// Each on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    listed(w, all: w.whole) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 项按数字填报的数因此改变。", "In all, \(count) numbers change by it.")
    }
  }

  var json: [(String, JSONValue)] {
    isEmpty ? [] : [("replaced", .array(map(\.json)))]
  }
}

extension ReplacedNumber {
  fileprivate func sentence(_ w: Wording) -> String {
    let amount = indicator.amount(amount)
    let told = w(
      "注意：\(unit.title) \(indicator.name)按数字填报的 \(amount)\(indicator.measure)",
      "Note: \(indicator.title(.en)), \(unit.title): \(amount) reported by number ")
    switch turn {
    case .givesWay:
      return told + w("改由台账计数，不再计入。", "gives way to the registers.")
    case .later(let day):
      return told
        + w(
          "自 \(day) 起才改由台账计数，此前计入。",
          "gives way to the registers from \(day) on only, and counts before.")
    // A difference that was taken off makes nothing more of the total.
    case .returns:
      return told
        + (self.amount > 0
          ? w("重新计入。", "counts again.") : w("恢复，合计相应减少。", "is taken off again."))
    }
  }

  fileprivate var json: JSONValue {
    .object(
      [
        ("indicator", .string(indicator.code)), ("unit", unit.json),
        ("amount", .number(indicator.amount(turn == .returns ? 0 &- amount : amount))),
      ] + members)
  }

  private var members: [(String, JSONValue)] {
    switch turn {
    case .givesWay: []
    case .returns: [("again", .bool(true))]
    case .later(let day): [("since", .string(day.description))]
    }
  }
}
