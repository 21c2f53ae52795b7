public import Desk
internal import Forms
internal import Reports
internal import Sentences
public import TargetEngine

extension FormsDone {
  /// What was done with whose submissions.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let lines = [head(w)] + remarks(w) + rest(w)
    return Receipt(lines.joined(separator: "\n") + passedOver.sentences(w), members)
  }

  private func head(_ w: Wording) -> String {
    let names = w.some(units.map(\.title), most: 10, all: nil)
    let what = "\(form.last.title(w.language)) \(period)"
    return isUnchanged
      ? w(
        "\(what)：与已报的相同，没有再报（\(names)）",
        "\(what): what was sent already says the same; nothing was sent (\(names))")
      : w(
        "\(what)：\(action.title.zh) \(units.count) 个单位（\(names)）",
        "\(what): \(action.title.en), \(units.count) unit(s) (\(names))")
  }

  /// What is not posted, is posted otherwise, or was held against nothing.
  private func remarks(_ w: Wording) -> [String] {
    let listed = w.first(listed) { item in
      let numbers = w.numbers(of: item.lines)
      return w(
        "\(item.unit.title) 的 \(numbers) 按清单统计，没有记入。",
        "\(numbers) of \(item.unit.title) come by list and were not posted.")
    }
    let outdated = w.first(outdated) { item in
      let numbers = w.numbers(of: item.lines)
      return w(
        "\(item.unit.title) 的 \(numbers)：\(item.later) 已审，累计行以其为准，本次没有记入。",
        "\(numbers) of \(item.unit.title): \(item.later) is accepted already and counts in place of this."
      )
    }
    let ended = w.first(ended) { unit in
      let day = unit.closed?.description ?? ""
      return w(
        "\(unit.title) 已于 \(day) 停用，数记在这一天。",
        "\(unit.title) closed on \(day): what it sent is posted on that day.")
    }
    let covered = w.first(covered) { item in
      let (numbers, merged) = (w.numbers(of: item.lines), item.merged.title)
      return w(
        "\(item.unit.title) 的 \(numbers) 是时点数，含并入的\(merged)在内，\(merged)自报的不再加上；报的时候不含的，请退回重报。",
        "\(numbers) of \(item.unit.title) are levels and have \(merged) in them, which was merged into it: what that sent is"
          + " not added. Return it where it was sent without.")
    }
    let open = w.first(open) { $0.sentence(w) }
    return [listed, outdated, ended, covered, notKept(w), open].flatMap(\.self)
  }

  /// What was written before and is not kept.
  private func notKept(_ w: Wording) -> [String] {
    var sentences: [String] = []
    if !gone.isEmpty {
      let lines = w.numbers(of: gone)
      sentences.append(
        w("\(lines) 已停用，原来填的没有保留。", "\(lines) ended: what was written there before is not kept."))
    }
    if !unexplained.isEmpty { sentences.append(w.unexplained(unexplained) + w("。", ".")) }
    return sentences
  }

  private func rest(_ w: Wording) -> [String] {
    if leftOut.isEmpty { return [] }
    return [w("没有处理 \(leftOut.count) 个单位：", "Left out, \(leftOut.count) unit(s):")]
      + w.leftOut(leftOut).map { "  " + $0 }
  }

  private var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("form", .string(form.code)), ("period", .string("\(period)")),
      ("action", .string(action.kind.rawValue)),
      ("units", .array(units.map { .string($0.code) })), ("unchanged", .bool(isUnchanged)),
      ("listed", .array(listed.map(\.json))),
    ]
    members += listMember("outdated", outdated.map(\.json))
    members += listMember("ended", ended.map { .string($0.code) })
    members += listMember("covered", covered.map(\.json))
    members += listMember("unexplained", unexplained.map { .string($0.description) })
    members += listMember("gone", gone.map { .string($0.description) })
    members += listMember("open", open.map(\.json))
    members += passedOver.members
    return members + listMember("leftOut", leftOut.map { .string($0.unit) })
  }
}

extension FormsDone.ListedLines {
  fileprivate var json: JSONValue {
    .object([("unit", .string(unit.code)), ("lines", lines.json)])
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
        ("due", JSONValue(deadline?.iso)),
        ("units", .array(units.map { .string($0.code) })),
      ])
  }
}

extension CoveredLevels {
  fileprivate var json: JSONValue {
    .object([
      ("unit", .string(unit.code)), ("merged", .string(merged.code)), ("lines", lines.json),
    ])
  }
}

extension OutdatedLines {
  fileprivate var json: JSONValue {
    .object([
      ("unit", .string(unit.code)), ("lines", lines.json), ("later", .string("\(later)")),
    ])
  }
}

extension [LineNumber] {
  var json: JSONValue { .array(map { .string($0.description) }) }
}

extension Wording {
  /// Lines that were explained before.
  func unexplained(_ lines: [LineNumber]) -> String {
    self(
      "\(numbers(of: lines)) 原来的差异说明没有保留",
      "the explanation before of \(numbers(of: lines)) is not kept")
  }

  /// The first ten, and how many more units it is so with.
  func first<Item>(_ items: [Item], _ sentence: (Item) -> String) -> [String] {
    let more = items.count - 10
    return items.prefix(10).map(sentence)
      + (more > 0 ? [self("另有 \(more) 个单位也是。", "So it is with \(more) more.")] : [])
  }
}
