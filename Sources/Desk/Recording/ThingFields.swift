internal import Forms
internal import Journal
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

/// Says what a transaction changed of things that are no records, field by field.
struct ThingFields {
  private let desk: Desk
  private let names: RecordNames
  private let language: Language

  init(_ desk: Desk, _ names: RecordNames, _ language: Language) {
    (self.desk, self.names, self.language) = (desk, names, language)
  }

  func change(_ thing: ChangedThing) throws -> ThingChange {
    switch thing {
    case .unit(let before, let now):
      let unit = now ?? before
      return change(
        "unit", Phrase.unit.text, unit?.unit.code, unit?.unit.name, try fields(before),
        try fields(now))
    case .indicator(let before, let now):
      let indicator = now ?? before
      return change(
        "indicator", Phrase.indicator.text, indicator?.code, indicator?.title(language),
        try fields(before), try fields(now))
    case .sourcing(let before, let now):
      let rule = now ?? before
      let (indicator, unit) = (try self.indicator(rule?.indicator), try self.unit(rule?.unit))
      return change(
        "source", Text("数据来源", "Source of figures"), indicator?.code, unit?.name, fields(before),
        fields(now))
    case .setting(let name, let before, let now):
      return change(
        "setting", Phrase.setting.text, nil, name, [value(before)], [value(now)])
    case .file(let name, let isKnown):
      return change("file", Text("文件", "File"), nil, name, [known(!isKnown)], [known(isKnown)])
    case .target(let stored, let isWithdrawn):
      return try change(stored, isWithdrawn)
    case .closing(let closing):
      let module = Field("module", Phrase.module.text, closing.module)
      let edition = Field("edition", Phrase.edition.text, "\(closing.edition)")
      return change(
        "closing", Text("结账", "Closing"), nil, "\(closing.month)", [], [module, edition])
    case .merger(let record, let other):
      let into = try other.map { try desk.ledger.publicID($0) }
      return change(
        "merger", Text("合并", "Merger"), try desk.ledger.publicID(record), nil, [],
        [Field("into", Text("并入", "Into"), into)])
    case .erasure(let record, let document):
      return change(
        "erasure", Text("销毁", "Erasure"), try desk.ledger.publicID(record), nil, [],
        [Field("document", Phrase.document.text, document)])
    case .passedOver(let rows):
      return change(
        "passedOver", Text("与已有的相同、没有另记的行", "Rows left out as known"), nil, nil, [],
        [Field("rows", Text("行数", "Rows"), "\(rows)")])
    case .form(let code, let before, let now):
      return change(
        "form", Text("报表", "Form"), code, (now ?? before)?.last.title(language), fields(before),
        fields(now))
    case .exemption(let form, let before, let now):
      let name = try unit((now ?? before)?.unit)?.name ?? ""
      return change(
        "exemption", Text("报表免报", "Exemption from a form"), form, name, fields(before), fields(now))
    case .asking(let form, let period, let before, let now):
      return change(
        "asking", Text("报表布置", "Asking for a form"), form, period, fields(before), fields(now))
    case .submission(let submission): return try change(submission)
    case .reveal(let record):
      let id = record > 0 ? try desk.ledger.publicID(record) : nil
      return change("reveal", Text("查阅保密内容", "Look at secrets"), id, nil, [], [])
    case .key: return change("key", Text("密钥", "Key"), nil, nil, [], [])
    }
  }

  /// What a field says, as people read it.
  private struct Field {
    var name: String
    var title: Text
    var text: String

    init(_ name: String, _ title: Text, _ text: String?) {
      (self.name, self.title, self.text) = (name, title, text ?? "")
    }
  }

  /// - Parameter before: of the same fields as `now`; none where the thing was not there.
  private func change(
    _ kind: String, _ title: Text, _ id: String?, _ name: String?, _ before: [Field],
    _ now: [Field]
  ) -> ThingChange {
    let all = now.isEmpty ? before : now
    let fields = all.enumerated().compactMap { index, field -> ChangedField? in
      let was = index < before.count ? before[index].text : ""
      let text = now.isEmpty ? "" : field.text
      return was == text
        ? nil
        : ChangedField(
          name: field.name, title: field.title, before: was, after: text,
          values: (.text(was), .text(text)))
    }
    return ThingChange(kind: kind, title: title, id: id ?? "", name: name ?? "", fields: fields)
  }

  private func fields(_ stored: StoredUnit?) throws -> [Field] {
    guard let stored else { return [] }
    let unit = stored.unit
    return [
      Field("code", Phrase.code.text, unit.code), Field("name", Phrase.name.text, unit.name),
      Field("kind", Phrase.kind.text, unit.kind.title(language)),
      Field("parent", Phrase.parent.text, try self.unit(unit.parent)?.code),
      Field("opened", Phrase.opened.text, unit.opened?.description),
      Field("closed", Phrase.closed.text, unit.closed?.description),
      Field("aliases", Phrase.aliases.text, stored.aliases.joined(separator: "、")),
      Field("merged", Text("并入上级", "Merged into parent"), stored.merged.map { _ in yes }),
    ]
  }

  private func fields(_ indicator: Indicator?) throws -> [Field] {
    guard let indicator else { return [] }
    return [
      Field("id", Phrase.id.text, indicator.code), Field("name", Phrase.name.text, indicator.name),
      Field("nameEn", Phrase.nameEn.text, indicator.nameEn),
      Field("kind", Phrase.category.text, indicator.kind.title(language)),
      Field("measure", Phrase.measured.text, indicator.measure),
      Field("decimals", Phrase.decimals.text, "\(indicator.decimals)"),
      Field("direction", Phrase.direction.text, indicator.direction.title(language)),
      Field("firstMonth", Phrase.firstMonth.text, "\(indicator.firstMonth)"),
    ]
  }

  private func fields(_ rule: Sourcing?) -> [Field] {
    guard let rule else { return [] }
    let by = rule.byList ? Text("按清单", "by list") : Text("按数字", "by number")
    return [
      Field("since", Text("自何日起", "Since"), rule.since.description),
      Field("by", Text("方式", "By"), by(language)),
    ]
  }

  private func fields(_ form: FormDefinition?) -> [Field] {
    guard let form else { return [] }
    let version = form.last
    return [
      Field("title", Text("标题", "Title"), version.title(language)),
      Field("due", Text("期限", "Due"), version.due?.description),
      Field("document", Phrase.document.text, version.document),
      Field("lines", Text("行数", "Lines"), "\(version.lines.count)"),
      Field("checks", Text("审核关系", "Checks"), "\(version.checks.count)"),
      Field("versions", Text("版本", "Versions"), "\(form.changes.count + 1)"),
    ]
  }

  private func fields(_ exemption: FormExemption?) -> [Field] {
    guard let exemption else { return [] }
    return [
      Field("from", Text("自何日起", "From"), exemption.from.description),
      Field("until", Text("至", "Until"), exemption.until?.description),
      Field("reason", Text("原因", "Reason"), exemption.reason),
    ]
  }

  private func fields(_ asking: FieldList?) -> [Field] {
    guard let asking else { return [] }
    return [
      Field("due", Text("期限", "Due"), asking["due"]),
      Field("units", Phrase.unit.text, "\(asking.all("unit").count)"),
    ]
  }

  private func change(_ submission: SubmissionChange) throws -> ThingChange {
    let unit = try unit(submission.unit)
    let state = { (word: String?) in
      Field(
        "state", Text("状态", "State"),
        word.flatMap { FormState(rawValue: $0) }?.title(language))
    }
    let values = Field(
      "values", Text("改动的数值", "Values changed"),
      submission.values > 0 ? "\(submission.values)" : nil)
    return change(
      "submission", Text("报表报送", "Submission"), submission.form,
      [submission.period, unit?.name ?? ""].joined(separator: " "),
      submission.states.before.map { [state($0)] } ?? [],
      submission.states.now.map { [state($0), values] } ?? [])
  }

  private func value(_ text: String?) -> Field {
    Field("value", Phrase.value.text, text?.replacing("\n", with: "；"))
  }

  private func known(_ isKnown: Bool) -> Field {
    Field("imported", Text("已导入", "Imported"), isKnown ? yes : "")
  }

  private func change(_ stored: StoredTarget, _ isWithdrawn: Bool) throws -> ThingChange {
    let target = stored.target
    let indicator = try self.indicator(target.indicator)
    let words = [
      try unit(target.unit)?.name, indicator?.title(language), "\(target.year)",
      indicator.map { "\($0.amount(target.amount))" },
    ]
    let withdrawn = { (isSo: Bool) in
      Field("withdrawn", Phrase.withdrawn.text, isSo ? yes : "")
    }
    return change(
      "target", Phrase.target.text, nil, words.compactMap { $0 }.joined(separator: " "),
      [withdrawn(!isWithdrawn)], [withdrawn(isWithdrawn)])
  }

  private var yes: String { Text("是", "yes")(language) }

  private func unit(_ id: UnitID?) throws -> Unit? {
    try id.flatMap { try desk.ledger.lastKnown(unit: $0) }
  }

  private func indicator(_ id: IndicatorID?) throws -> Indicator? {
    try id.flatMap { try desk.ledger.lastKnown(indicator: $0) }
  }
}
