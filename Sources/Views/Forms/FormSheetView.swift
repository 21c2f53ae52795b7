public import Desk
internal import Forms
public import Reports
public import TargetEngine

extension ObjectList {
  /// One unit's submission, line by line.
  public static func sheet(_ sheet: FormSheetOfUnit, _ language: Language) throws -> ObjectList {
    let (contents, draft) = (sheet.contents, sheet.draft)
    var list = try Listing<FormLine>(
      language,
      [
        ListColumn(Text("行号", "Line"), key: "line", .fixed) { .text($0.number.description) },
        ListColumn(Text("标题", "Title"), key: "title") { .named($0.title, language) },
        ListColumn(Text("数值", "Value"), key: "value", .number) {
          .form(contents.values[$0.number])
        },
        ListColumn(
          Text("另填", "Written"), key: "written", .number, isShown: !contents.written.isEmpty
        ) { contents.written[$0.number].map { .number($0) } ?? .text(nil) },
        ListColumn(Text("系统数", "Source has"), key: "sourced", .number) {
          sheet.sourced[$0.number].map { .number($0) } ?? .text(nil)
        },
        ListColumn(Text("来源", "Source"), key: "source", priority: 1) {
          ListValue(.text(sheet.source(of: $0)(language)), .string($0.source.description))
        },
        ListColumn(Text("差异说明", "Explanation"), key: "explanation") {
          .text(contents.explanations[$0.number])
        },
        ListColumn(Text("草稿", "Draft"), key: "draft", .number, isShown: draft != nil) {
          .form(draft?.values[$0.number])
        },
        ListColumn(
          Text("草稿说明", "Draft explanation"), key: "draftExplanation",
          isShown: !(draft?.explanations ?? [:]).isEmpty
        ) { .text(draft?.explanations[$0.number]) },
      ]
    ).list(
      sheet.version.lines,
      title: "\(sheet.version.title(language)) \(sheet.period) \(sheet.unit.title)")
    list.notes = sheet.steps.map { step in
      let reason = step.action.reason.map { Text("：\($0)", ": \($0)")(language) } ?? ""
      return "\(step.at) \(step.actor) \(step.action.title(language))\(reason)"
    }
    return list
  }

  /// Two submissions line by line.
  public static func difference(
    _ difference: FormDifference, _ language: Language
  ) throws -> ObjectList {
    // A line that has ended since is still called what it was.
    let titles = Dictionary(
      (difference.version.lines + difference.form.linesEver).map { ($0.number, $0.title) }
    ) { first, _ in first }
    return try Listing<FormComparison.Row>(
      language,
      [
        ListColumn(Text("行号", "Line"), key: "line", .fixed) { .text($0.line.description) },
        ListColumn(Text("标题", "Title"), key: "title") {
          titles[$0.line].map { .named($0, language) } ?? .text(nil)
        },
        ListColumn(Text(difference.old, difference.old), key: "old", .number) { .form($0.old) },
        ListColumn(Text(difference.new, difference.new), key: "new", .number) { .form($0.new) },
        ListColumn(Text("变动", "Change"), key: "change", .number) {
          $0.change.map { .number($0) } ?? .text(nil)
        },
      ]
    ).list(
      difference.rows,
      title: "\(difference.version.title(language)) \(difference.period) \(difference.unit.title)")
  }
}

extension ListValue {
  fileprivate static func form(_ value: FormValue?) -> ListValue {
    switch value {
    case nil: .text(nil)
    case .amount(let amount): .number(amount)
    case .text(let text), .choice(let text): .text(text)
    case .day(let day): .day(day)
    }
  }
}

extension FormAction {
  /// What was done, in lists of steps.
  var title: Text {
    switch self {
    case .draft: Text("填草稿", "Draft")
    case .submit(isNil: false): Text("报送", "Sent")
    case .submit(isNil: true): Text("零报告", "Nil return")
    case .accept: Text("审核通过", "Accepted")
    case .return: Text("退回", "Returned")
    case .reopen: Text("重新打开", "Reopened")
    }
  }
}
