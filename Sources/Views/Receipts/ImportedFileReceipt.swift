internal import Desk
internal import Reports
internal import Sentences
internal import TargetEngine

extension ImportedFile {
  /// What became of its rows, on a line, and details below it.
  func sentence(_ w: Wording, _ isRehearsal: Bool) -> String {
    let name = w.path(path)
    let passed =
      passedCount == 0 ? "" : w("，跳过 \(passedCount)", ", \(passedCount) passed over")
    let head = w(
      "\(isRehearsal ? "将导入" : "已导入")\(name)（\(title(w.language))）：新增 \(new)，更新 \(changed)，未变 \(unchanged)",
      "\(isRehearsal ? "Would import" : "Imported") \(name) (\(title(w.language))): \(new) new,"
        + " \(changed) changed, \(unchanged) unchanged")
    return ([head + passed] + details(w).map { "  " + $0 }).joined(separator: "\n")
  }

  private func title(_ language: Language) -> String {
    switch content {
    case .core(let kind): kind.title(language)
    case .records(_, let title): title(language)
    }
  }

  private func details(_ w: Wording) -> [String] {
    let reasons = PassedRow.Reason.allCases.compactMap { reason -> String? in
      let rows = passed.filter { $0.reason == reason }.map(\.row)
      return rows.isEmpty || reason == .blank
        ? nil
        : w("跳过", "Passed over") + w("（\(reason.title.zh)）：", " (\(reason.title.en)): ")
          + w.lines(rows)
    }
    let all: [String?] = [
      changes.isEmpty
        ? nil
        : w("更新的行：", "Changed: ")
          + w.some(changes.map { $0.sentence(w) }, of: changed, all: w.whole),
      increases.isEmpty ? nil : w.increases(increases.map { Int($0) }),
      units.isEmpty ? nil : w("新建单位：", "Units made: ") + w.some(units, all: w.whole),
      persons.isEmpty
        ? nil : w("新建人员：", "Persons made: ") + w.some(persons, all: w.whole),
      years.isEmpty ? nil : w("节假日年度：", "Holiday years: ") + w.list(years.map { "\($0)" }),
      dropped == 0
        ? nil
        : w(
          "表中没有、不再算节假日的：\(dropped) 天",
          "Days that the file has no more, and that were taken away: \(dropped)"),
      repeated.count == 0
        ? nil
        : w("与别的行完全相同、仍然计入的行：", "Taken although equal to others: ")
          + w.some(repeated.listed.map { $0.sentence(w) }, of: repeated.count, all: nil),
    ]
    // Those of which something has to be known follow the first few.
    let remarkable = answers.dropFirst(Wording.shown).filter { !$0.remarks(w).isEmpty }
    let arrived = (answers.prefix(Wording.shown) + remarkable.prefix(50)).map { $0.sentence(w) }
    let more = answers.count - arrived.count
    let others = more > 0 ? [w("另有 \(more) 个单位的报送。", "\(more) more.")] : []
    let encoding = [encoding?.sentence(w)].compactMap { $0 }
    let kept = keptDues.map { kept in
      w(
        "\(w.quote(kept.title.zh))的期限没有填，仍为 \(kept.due.zh)。",
        "\(w.quote(kept.title.en)) says no due day: it stays \(kept.due.en).")
    }
    return arrived + others + kept + encoding + reasons + columns.map { $0.sentence(w) }
      + all.compactMap { $0 }
  }

  var json: JSONValue {
    let kind =
      switch content {
      case .core(let kind): kind.rawValue
      case .records(let id, _): id
      }
    let members: [(String, JSONValue)] = [
      ("file", .string(path)), ("kind", .string(kind)), ("rows", JSONValue(rows)),
      ("new", JSONValue(new)), ("changed", JSONValue(changed)),
      ("unchanged", JSONValue(unchanged)), ("dropped", JSONValue(dropped)),
      ("passed", .array(passed.map(\.json))),
      ("leftOut", .array(columns.map { .string($0.title) })),
      ("persons", .array(persons.map { .string($0) })),
      ("units", .array(units.map { .string($0) })),
      ("closedMonths", .array(closedMonths.map { .string($0.description) })),
      ("changes", .array(changes.map(\.json))), ("increases", JSONValue(increases.count)),
      ("equalRows", JSONValue(repeated.count)), ("equal", .array(repeated.listed.map(\.json))),
    ]
    return .object(
      members + listMember("answers", answers.map(\.json))
        + listMember("keptDues", keptDues.map { .string($0.title.zh) })
        + (encoding.map { [("encoding", .string($0.name))] } ?? []))
  }
}

extension LeftColumn {
  fileprivate func sentence(_ w: Wording) -> String {
    w.join(
      [
        w(
          "第 \(column) 列\(w.quote(title))没有对应的项目，未导入。",
          "Column \(column), \(w.quote(title)), is not known and was left out.")
      ] + (suggestions.isEmpty ? [] : [w.guess(suggestions, otherwise: "")]))
  }
}

extension ChangedRow {
  fileprivate func sentence(_ w: Wording) -> String {
    let line = w("第 \(row) 行", "line \(row)")
    if let level { return line + " " + level.change(w) }
    let fields =
      fields.isEmpty ? "" : w("（", " (") + w.list(fields.map { $0.title(w.language) }) + w("）", ")")
    let names = [formerName, name].compactMap { $0 }.filter { !$0.isEmpty }
    return line + (names.isEmpty ? "" : " " + names.map(Wording.plain).joined(separator: " → "))
      + fields
  }

  fileprivate var json: JSONValue {
    .object(
      [
        ("row", JSONValue(row)), ("record", name.isEmpty ? .null : .string(name)),
        ("fields", .array(fields.map { .string($0.name) })),
      ] + (formerName.map { [("formerly", .string($0))] } ?? [])
        + (level.map { [("level", $0.json)] } ?? []))
  }
}

extension PassedRow {
  fileprivate var json: JSONValue {
    .object([("row", JSONValue(row)), ("reason", .string(reason.rawValue))])
  }
}

extension RepeatedRow {
  fileprivate func sentence(_ w: Wording) -> String {
    let other =
      switch other {
      case .line(let line): line.map { w("第 \($0) 行", "line \($0)") } ?? w("前面的行", "an earlier one")
      case .row(let file, let line):
        Wording.plain(file) + (line.map { w(" 第 \($0) 行", ", line \($0)") } ?? "")
      case .entry(let id): w(" \(id)", id)
      }
    return w("第 \(row) 行（同\(other)）", "line \(row) (as \(other))")
  }

  fileprivate var json: JSONValue {
    let same: [(String, JSONValue)] =
      switch other {
      case .line(let line): [("line", JSONValue(line))]
      case .row(let file, let line): [("file", .string(file)), ("line", JSONValue(line))]
      case .entry(let id): [("entry", .string(id))]
      }
    return .object([("row", JSONValue(row))] + same)
  }
}

extension PassedRow.Reason {
  fileprivate var title: Text {
    switch self {
    case .title: Text("标题", "title")
    case .header: Text("重复的表头", "the header again")
    case .serial: Text("序号", "serial numbers")
    case .total: Text("合计", "totals")
    case .blank: Text("空行", "blank")
    case .footer: Text("落款", "footer")
    case .behind: Text("阶段落后于台账，记录未动", "their records have left that stage")
    case .same: Text("与已有的相同", "equal to what is there")
    }
  }
}

extension Wording {
  /// Rows that count as increases of stocks although they do not say so.
  fileprivate func increases(_ rows: [Int]) -> String {
    self(
      "时点指标按增减计入的行（没有写“方式”）：\(lines(rows))。数量如果是那天的总数，请加“方式”一列，写“时点”。",
      "Added to stocks, since they say no mode: \(lines(rows)). Where an amount is the level of its day, its"
        + " column mode has to say level.")
  }

  /// The numbers of the first lines, and how many there are.
  fileprivate func lines(_ rows: [Int]) -> String {
    let list = some(rows.map { "\($0)" }, most: 20, measure: "行", all: nil)
    return self(
      rows.count > 20 ? "第 \(list)" : "第 \(list) 行", "line\(rows.count == 1 ? "" : "s") \(list)")
  }
}
