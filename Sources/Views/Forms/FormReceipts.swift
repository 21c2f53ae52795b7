public import Desk
internal import Forms
internal import Reports
internal import Sentences
public import TargetEngine

extension FormsDone {
  /// What was done with whose submissions.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let names = units.prefix(10).map(\.title)
    let more = units.count > names.count ? w("等", ", …") : ""
    let what = "\(form.last.title(language)) \(period)"
    var lines = [
      isUnchanged
        ? w(
          "\(what)：与已报的相同，没有再报（\(w.list(names))）",
          "\(what): what was sent already says the same; nothing was sent (\(w.list(names)))")
        : w(
          "\(what)：\(action.title.zh) \(units.count) 个单位（\(w.list(names))\(more)）",
          "\(what): \(action.title.en), \(units.count) unit(s) (\(w.list(names))\(more))")
    ]
    for item in listed.prefix(10) {
      let numbers = item.lines.map { "[\($0)]" }.joined(separator: " ")
      lines.append(
        w(
          "\(item.unit.title) 的 \(numbers) 按清单统计，没有记入。",
          "\(numbers) of \(item.unit.title) come by list and were not posted."))
    }
    if listed.count > 10 {
      lines.append(w("另有 \(listed.count - 10) 个单位也是。", "So it is with \(listed.count - 10) more."))
    }
    if !leftOut.isEmpty {
      lines.append(w("没有处理 \(leftOut.count) 个单位：", "Left out, \(leftOut.count) unit(s):"))
      lines += w.leftOut(leftOut).map { "  " + $0 }
    }
    return Receipt(
      lines.joined(separator: "\n"),
      [
        ("form", .string(form.code)), ("period", .string("\(period)")),
        ("action", .string(action.kind.rawValue)),
        ("units", .array(units.map { .string($0.code) })), ("unchanged", .bool(isUnchanged)),
        (
          "listed",
          .array(
            listed.map { item in
              .object([
                ("unit", .string(item.unit.code)),
                ("lines", .array(item.lines.map { .string($0.description) })),
              ])
            })
        ),
      ]
        + (leftOut.isEmpty
          ? [] : [("leftOut", .array(leftOut.map { .string($0.unit) }))]))
  }
}

extension AskedForm {
  /// The period that was asked for, the deadline and the units.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let due =
      deadline?.description ?? w("未知（缺节假日安排）", "unknown (no holidays of that year)")
    let whom =
      units.isEmpty
      ? w("全部填报单位", "all units that owe it") : w.list(units.map(\.title))
    return Receipt(
      w(
        "已布置：\(form.last.title.zh) \(period)，期限 \(due)，\(whom)",
        "Asked: \(form.last.title.en) \(period), due \(due), of \(whom)"),
      [
        ("form", .string(form.code)), ("period", .string("\(period)")),
        ("due", JSONValue(deadline?.description)),
        ("units", .array(units.map { .string($0.code) })),
      ])
  }
}
