internal import Forms
internal import Storage
internal import TargetEngine

extension Advice {
  /// What should be put right, on one line.
  ///
  /// - Parameter site: the beginning of every record's number.
  func sentence(_ language: Language, site: String) -> String {
    let w = Wording(language)
    switch self {
    case .rule(let record, let problem):
      return w.join([
        w("建议（\(site)-\(record)）：", "Advice (\(site)-\(record)):"), problem.text(language),
      ])
    case .sameName(let units):
      let names = w.list(units.map { "\($0.unit.code) \($0.unit.name)" })
      let first = units.first?.unit.code ?? ""
      let merge = units.dropFirst().map { "taizhang unit merge \($0.unit.code) \(first)" }
      return w(
        "建议：\(names) 名称相同。如是同一单位，请运行 \(w.commands(merge))。",
        "Advice: \(names) have the same name. If they are one unit, run \(w.commands(merge)).")
    case .sameKey(let register, let records):
      let ids = records.map { "\(site)-\($0)" }
      let merge = ids.dropFirst().map {
        "taizhang \(register.module) \(register.word) merge \($0) \(ids[0]) "
          + w("理由=重复登记", "reason=REASON")
      }
      return w(
        "建议：\(register.title.zh) \(w.list(ids)) 关键字段相同。如是同一条，请运行 \(w.commands(merge))。",
        "Advice: \(register.title.en) \(w.list(ids)) have the same key. If they are one, run"
          + " \(w.commands(merge)).")
    case .blankKey(let register, let record, let fields):
      let command = "taizhang \(register.module) \(register.word) set \(site)-\(record)"
      return w(
        "建议：\(register.title.zh) \(site)-\(record) 未填\(w.list(fields.map(\.title.zh)))。请运行 \(command) "
          + fields.map { "\($0.title.zh)=…" }.joined(separator: " ") + " 补填。",
        "Advice: \(register.title.en) \(site)-\(record) lacks"
          + " \(w.list(fields.map(\.title.en))). Run '\(command) "
          + fields.map { "\($0.name)=…" }.joined(separator: " ") + "'.")
    case .countsNowhere(let register, let record, let field):
      let command =
        "taizhang \(register.module) \(register.word) set \(site)-\(record) "
        + w("\(field.title.zh)=…", "\(field.name)=…")
      return w(
        "建议：\(register.title.zh) \(site)-\(record) 没有\(field.title.zh)，哪里都不计数。请运行 \(command) 补填。",
        "Advice: \(register.title.en) \(site)-\(record) has no \(field.title.en.lowercased()) and counts"
          + " nowhere. Run '\(command)'.")
    case .namesRemoved(let register, let record, let field, let named):
      let command =
        "taizhang \(register.module) \(register.word) set \(site)-\(record) "
        + w("\(field.title.zh)=…", "\(field.name)=…")
      return w(
        "建议：\(register.title.zh) \(site)-\(record) 的\(field.title.zh)是已作废的 \(site)-\(named)，可能因此少计。"
          + "请运行 \(command) 改正。",
        "Advice: \(register.title.en) \(site)-\(record) names \(site)-\(named) as its"
          + " \(field.title.en.lowercased()), which was removed; it may count too little. Run '\(command)'."
      )
    case .waitingList(let register, let record, let whole, let numbers):
      let command =
        "taizhang \(register.module) \(register.word) set \(site)-\(record) "
        + w("\(whole.title.zh)=是", "\(whole.name)=yes")
      return w(
        "建议：\(register.title.zh) \(site)-\(record) 的名单没有报齐（\(numbers.text(w))），仍按填报的人数计。"
          + "请补报名单；已经报齐的，请运行 \(command)。",
        "Advice: the list of \(register.title.en.lowercased()) \(site)-\(record) is not whole"
          + " (\(numbers.text(w))), so that the numbers told count. Send the rest; if that is all, run"
          + " '\(command)'.")
    case .besideOffice(let units):
      let names = w.list(units.map { "\($0.unit.code) \($0.unit.name)" })
      let move = units.map { "taizhang unit move \($0.unit.code) " + w("上级", "PARENT") }
      return w(
        "建议：\(names) 没有上级，不计入本单位。如属本单位，请运行 \(w.commands(move))。",
        "Advice: \(names) stand beside your own unit, which does not count them. If they belong to it, run"
          + " \(w.commands(move)).")
    case .countsTwice(let indicator, let units):
      let names = w.list(units.map(\.unit.name))
      let list = units.map {
        "taizhang entry list --indicator \(indicator.code) --unit \($0.unit.code)"
      }
      return w(
        "建议：\(names) 的\(indicator.name)按数字填报，下级又按台账计数，可能重复计算。请运行 \(w.commands(list)) 核对，"
          + "重复的用 undo 撤销，或用 entry correct 更正；时点数则重新登记。",
        "Advice: \(names) told numbers of \(indicator.title(.en)) while lists of units below count too,"
          + " perhaps the same things twice. Look with \(w.commands(list)) and take out what is.")
    case .keptBesideLists(let indicator, let unit, let since):
      let days = w.list(since.map(\.description))
      let list = "taizhang entry list --indicator \(indicator.code) --unit \(unit.unit.code)"
      let rules = since.map { w.countByNumber(indicator, unit.unit, from: $0) }
      return w(
        "建议：\(unit.unit.name) 的\(indicator.name)自 \(days) 起规定按清单统计，以前填的数还在，下级又按台账计数，可能重复计算。"
          + "请运行 \(list) 核对，重复的用 undo 撤销（按清单统计的不收更正）；以填报的数为准的，请运行 \(w.commands(rules)) 改为按数字填报。",
        "Advice: \(unit.unit.name) is to report \(indicator.title(.en)) by list from \(days) on and still has"
          + " numbers, while lists of units below count too, perhaps the same things twice. Look with '\(list)' and"
          + " undo what is; numbers are not corrected there. If the numbers are right, run \(w.commands(rules))."
      )
    case .uncounted(let indicator, let unit, let since, let records):
      let list = w.some(records.map { "\(site)-\($0)" }, measure: "条", all: nil)
      let command = w.countByList(indicator, unit.unit)
      let count = records.count
      return w(
        "建议：\(unit.unit.name) 的\(indicator.name)自 \(since) 起按数字填报，台账中有 \(count) 条记录不计数（\(list)"
          + "）。请核对填报的数包括它们；要按台账计数，请运行 \(command)。",
        "Advice: \(unit.unit.name) reports \(indicator.title(.en)) by number from \(since) on, so that \(count)"
          + " \(count == 1 ? "record does" : "records do") not count (\(list)). See that"
          + " the numbers contain them; to count by list, run '\(command)'.")
    case .listWithoutRegister(let indicator, let unit, let since):
      let command = w.countByNumber(indicator, unit.unit, from: since)
      return w(
        "建议：\(unit.unit.name) 的\(indicator.name)自 \(since) 起规定按清单统计，但没有台账记这项数，手工填的又不收。"
          + "请运行 \(command) 改为按数字填报。",
        "Advice: \(unit.unit.name) is to report \(indicator.title(.en)) by list from \(since) on, but no register"
          + " counts it and numbers are refused. Run '\(command)'.")
    case .leftToNoList(let amounts): return w.leftToNoList(amounts)
    case .notClosed(let months):
      let list = w.some(months.map(\.description), most: 12, measure: "个月", all: nil)
      let command = "taizhang close \(months.first?.description ?? "")"
      return w(
        "建议：\(list) 还没有结账。请逐月结账，先运行 \(command)。",
        "Advice: \(list) not closed yet. Close them one after the other: '\(command)'.")
    }
  }
}

extension Wording {
  /// Amounts of a form that count nowhere, and what may be done.
  fileprivate func leftToNoList(_ amounts: LeftToNoList) -> String {
    let unit = amounts.units.first?.unit.unit.code ?? ""
    let reopen = "taizhang form reopen \(amounts.form.code) \(amounts.period) --unit \(unit)"
    return self(
      "建议：\(countsNowhere(amounts))以报表为准的，请逐个单位运行 \(reopen) --reason … 退回，重新报送、审核；仍按清单统计的，请恢复清单或按清单的规定。",
      "Advice: \(countsNowhere(amounts)) If the form is right, run '\(reopen) --reason …' for each unit, and have it"
        + " sent and accepted again; if the list is, bring it or its rule back.")
  }

  /// Commands one after another, each of them whole.
  fileprivate func commands(_ commands: [String]) -> String {
    commands.map { self($0, "'\($0)'") }.joined(separator: self("；", ", "))
  }
}
