public import Desk
internal import Forms
public import Reports
internal import Sentences
public import TargetEngine

extension FormStatus {
  /// The board: each unit that owes the form, and the counts.
  public func table(_ language: Language) -> Table {
    let text = { (zh: String, en: String) in Text(zh, en)(language) }
    let rows = zip(board.rows, zip(units, explained)).map { row, unit in
      Row([
        .text(unit.0.code), .text(unit.0.title), .text(title(of: row.standing, language)),
        Cell(row.standing.firstSubmitted?.description), .text(row.lateness?.text(language) ?? ""),
        .integer(row.standing.versions), .integer(row.standing.returns),
        .text(row.standing.isNil ? text("零报告", "nil") : ""), .integer(unit.1),
      ])
    }
    return Table(
      title: "\(version.title(language)) \(period)",
      subtitleLines: [Subtitle(due(language), trailing: "\(text("截至", "As of")) \(board.asOf)")],
      columns: [
        Column(Phrase.code(language), key: "code", .fixed),
        Column(Phrase.unit(language), key: "unit"),
        Column(text("状态", "State"), key: "state", .fixed),
        Column(text("首次报送", "First sent"), key: "firstSubmitted", .fixed, priority: 4),
        Column(text("迟报", "Late"), key: "late", .fixed),
        Column(text("版次", "Versions"), key: "versions", .number, priority: 3),
        Column(text("退回", "Returns"), key: "returns", .number, priority: 2),
        Column(text("零报告", "Nil"), key: "nil", .fixed),
        Column(text("差异说明", "Explained"), key: "explained", .number, priority: 1),
      ], rows: rows, notes: notes(language))
  }

  /// The counts, who owes it no more, and what was not checked.
  public func notes(_ language: Language) -> [String] {
    [summary(language)] + ended(language) + unchecked(language)
  }

  private func due(_ language: Language) -> String {
    let day = board.deadline?.description ?? Text("未知（缺节假日安排）", "unknown: no holidays")(language)
    return Text("期限：\(day)", "Due: \(day)")(language)
  }

  /// 未报 once the deadline is over, 待报 until then.
  private func title(of standing: FormStanding, _ language: Language) -> String {
    if standing.state == .missing, !board.isOver { return Text("待报", "Awaited")(language) }
    return standing.state.title(language)
  }

  private func summary(_ language: Language) -> String {
    let counts = board.counts
    let rate = counts.percent(decimals: 1).map { "\($0)%" } ?? "—"
    let missing = board.isOver ? Text("未报", "missing") : Text("待报", "awaited")
    return Text(
      "应报 \(counts.owed)，已报 \(counts.submitted)，其中迟报 \(counts.late)；\(missing.zh) \(counts.missing)；"
        + "退回 \(counts.returned)；已审 \(counts.accepted)。按时率 \(rate)",
      "Owed \(counts.owed), sent \(counts.submitted), of these late \(counts.late); \(missing.en)"
        + " \(counts.missing); returned \(counts.returned); accepted \(counts.accepted). On time \(rate)"
    )(language)
  }

  /// Who is on the board and owes it no more.
  private func ended(_ language: Language) -> [String] {
    let ended = zip(board.rows, units).filter { !$0.0.isOwed }.map(\.1.title)
    let lead = Text(
      "期末前已停用、撤并，不计入应报：", "Ended before the end of the period, and not counted as owed: ")
    return Phrase.named(lead, ended, language).map { [$0] } ?? []
  }

  /// What was sent and stands although hard checks say nothing of it.
  private func unchecked(_ language: Language) -> [String] {
    let w = Wording(language)
    return w.first(open) { $0.sentence(w) }
  }

  /// The same for machines. Source: `forms.md`, "Files".
  public var json: JSONValue {
    let head: [(String, JSONValue)] = [
      ("report", "formStatus"), ("form", .string(form.code)), ("period", .string("\(period)")),
      ("due", JSONValue(board.deadline?.iso)), ("asOf", .string(board.asOf.iso)),
      ("units", .array(zip(board.rows, zip(units, explained)).map { json($0, $1.0, $1.1) })),
      ("counts", board.counts.json), ("onTimeRate", JSONValue(board.counts.preciseRate)),
    ]
    return .object(head + listMember("open", open.map(\.json)))
  }

  private func json(_ row: FormBoard.Row, _ unit: Unit, _ explained: Int) -> JSONValue {
    let standing = row.standing
    return .object([
      ("unit", .object([("code", .string(unit.code)), ("name", .string(unit.name))])),
      ("state", .string(standing.state.rawValue)),
      ("firstSubmitted", JSONValue(standing.firstSubmitted?.day.description)),
      ("late", .bool(row.lateness?.isLate ?? false)), ("nil", .bool(standing.isNil)),
      ("versions", JSONValue(standing.versions)), ("returns", JSONValue(standing.returns)),
      ("explained", JSONValue(explained)), ("owed", .bool(row.isOwed)),
    ])
  }

  /// What is sent to the group chat: by when, and who owes it still; then a line for each.
  public func reminder(_ language: Language) -> String {
    let open = zip(board.rows, units).filter { $0.0.isOwed && !$0.0.standing.isSent }
    let due = board.deadline.map { Text("，期限 \($0)", "; due \($0)") } ?? Text("", "")
    let (missing, returned) = (board.counts.missing, board.counts.returned)
    let rest = [
      missing > 0 || returned == 0 ? Text("\(missing) 个未报送", "\(missing) have not sent it") : nil,
      returned > 0 ? Text("\(returned) 个退回待改", "\(returned) were returned") : nil,
    ].compactMap(\.self)
    let head = Text(
      "【\(version.title.zh)】\(period)：应报 \(board.counts.owed) 个单位，还有 "
        + rest.map(\.zh).joined(separator: "、") + "\(due.zh)，请抓紧报送。",
      "[\(version.title.en)] \(period): of \(board.counts.owed) units "
        + rest.map(\.en).joined(separator: ", ") + "\(due.en).")(language)
    let lines = open.map { row, unit in
      "\(unit.title)\(Text("：", ": ")(language))\(title(of: row.standing, language))"
    }
    return ([head] + lines).joined(separator: "\n")
  }
}

extension FormCounts {
  fileprivate var json: JSONValue {
    .object([
      ("owed", JSONValue(owed)), ("submitted", JSONValue(submitted)), ("late", JSONValue(late)),
      ("missing", JSONValue(missing)), ("returned", JSONValue(returned)),
      ("accepted", JSONValue(accepted)),
    ])
  }
}

extension FormLateness {
  /// `3 天`, `2 小时`, `30 分钟`; empty for what came in time.
  func text(_ language: Language) -> String {
    switch self {
    case .onTime: ""
    case .days(let days): Text("\(days) 天", "\(days) d")(language)
    case .minutes(let minutes) where minutes < 60: Text("\(minutes) 分钟", "\(minutes) min")(language)
    case .minutes: Text("\(hours ?? 0) 小时", "\(hours ?? 0) h")(language)
    }
  }
}
