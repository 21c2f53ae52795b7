public import Desk
public import Forms
public import Reports
internal import Sentences
public import TargetEngine

extension ObjectList {
  /// Forms, with how often and by when they are asked for.
  public static func forms(_ forms: [FormDefinition], _ language: Language) throws -> ObjectList {
    try Listing<FormDefinition>(
      language,
      [
        ListColumn(Phrase.code.text, key: "form", .fixed) { .text($0.code) },
        ListColumn(Text("标题", "Title"), key: "title") { .named($0.last.title, language) },
        ListColumn(Phrase.module.text, key: "module", .fixed, priority: 1) { .text($0.module) },
        ListColumn(Text("周期", "Cycle"), key: "cycle", .fixed) {
          .coded($0.calendar.cycle.title(language), $0.calendar.cycle.rawValue)
        },
        ListColumn(Text("期限", "Due"), key: "due", .fixed) { .text($0.last.due?.description) },
        ListColumn(Text("行数", "Lines"), key: "lines", .number) { .integer($0.last.lines.count) },
        ListColumn(Text("启用期", "From"), key: "from", .fixed, priority: 2) { form in
          .text(form.from.map { form.calendar.startText($0) })
        },
        ListColumn(Text("版本", "Versions"), key: "versions", .number, priority: 3) {
          .integer($0.changes.count + 1)
        },
      ]
    ).list(forms)
  }

  /// The lines of a form as they are for a period.
  public static func lines(
    of version: FormVersion, code: String, _ language: Language
  ) throws -> ObjectList {
    var list = try Listing<FormLine>(
      language,
      [
        ListColumn(Text("行号", "Line"), key: "line", .fixed) { .text($0.number.description) },
        ListColumn(Text("标题", "Title"), key: "title") { .named($0.title, language) },
        ListColumn(Text("内容", "Content"), key: "content", .fixed) { .text($0.content.word) },
        ListColumn(Phrase.measured.text, key: "measure", .fixed) { .text($0.measure) },
        ListColumn(Phrase.decimals.text, key: "decimals", .number, priority: 1) {
          .integer($0.decimals ?? 0)
        },
        ListColumn(Text("必填", "Required"), key: "required", .fixed) {
          ListValue(
            .text($0.isRequired ? Text("是", "yes")(language) : ""), .bool($0.isRequired))
        },
        ListColumn(Text("来源", "Source"), key: "source") { .text($0.source.description) },
        ListColumn(Phrase.indicator.text, key: "indicator", priority: 2) {
          .text($0.posting?.description)
        },
      ]
    ).list(version.lines, title: "\(code) \(version.title(language))")
    list.notes += version.checks.map { check in
      let rule = check.rule.cells.joined(separator: " ")
      let kind =
        check.severity == .hard
        ? Text("强制", "hard")(language) : Text("核实", "soft")(language)
      return check.message.isEmpty ? "\(rule) [\(kind)]" : "\(rule) [\(kind)] \(check.message)"
    }
    return list
  }
}

extension FormLine {
  /// What its amounts are of; nil where it has none.
  fileprivate var measure: String? {
    guard case .amount(_, let measure) = content, !measure.isEmpty else { return nil }
    return measure
  }
}
