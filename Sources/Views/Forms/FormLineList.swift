public import Desk
public import Forms
public import Reports
public import TargetEngine

extension ObjectList {
  /// The lines of a form as they are for a period.
  ///
  /// - Parameter sources: what sources are called; nil for a file, which `form define` reads back.
  public static func lines(
    of version: FormVersion, in form: FormDefinition, _ sources: SourceWords?,
    _ language: Language
  ) throws -> ObjectList {
    let code = form.code
    let columns = FormRevision<FormLine>.columns(sources, language)
    var list = try Listing(language, (sources == nil ? [.form(code)] : []) + columns).list(
      version.lines.map { FormRevision($0) }, title: "\(code) \(version.title(language))")
    list.notes += [version.due.map { $0.note(of: form.calendar.cycle)(language) }].compactMap(
      \.self)
    list.notes += version.checks.map { check in
      let rule = "\(check.rule.words(language)) [\(check.severity.title(language))]"
      return check.message.isEmpty ? rule : "\(rule) \(check.message)"
    }
    return list
  }

  /// The lines of a form as a file: those at first, and what changes of them.
  public static func lines(of form: FormDefinition, _ language: Language) throws -> ObjectList {
    try Listing(
      language,
      [.form(form.code)] + FormRevision<FormLine>.columns(nil, language)
        + [.from(of: form, language)]
    ).list(form.lineRevisions)
  }
}

extension FormDue {
  /// By when, as a sentence of a list.
  fileprivate func note(of cycle: FormCycle) -> Text {
    let words = words(of: cycle)
    return Text(
      "期限：\(words.zh)" + (movesPastHolidays ? "（遇节假日顺延）" : ""),
      "Due: \(words.en)" + (movesPastHolidays ? " (moved past holidays)" : ""))
  }
}

extension ListColumn {
  /// The form's code, in each of its files.
  static func form(_ code: String) -> ListColumn {
    .inTable(Text("报表", "form"), key: "form") { _ in .text(code) }
  }

  /// The period from which on a row holds; none where all do from the beginning.
  static func from<Part>(
    of form: FormDefinition, _ language: Language
  ) -> ListColumn where Item == FormRevision<Part> {
    .inTable(Text("启用期", "from"), key: "from", isShown: form.isDated) {
      Cell($0.from.map { form.calendar.startInSpreadsheet($0, language) })
    }
  }
}

extension FormRevision<FormLine> {
  /// What a list and a file say of a line; of one that ends only which it was.
  ///
  /// - Parameter sources: nil for a file, which has words for machines.
  fileprivate static func columns(
    _ sources: SourceWords?, _ language: Language
  ) -> [ListColumn<FormRevision<FormLine>>] {
    let isFile = sources == nil
    let told = { (words: Text?, code: String?) in
      ListValue(Cell(isFile ? code : words?(language)), JSONValue(code))
    }
    return [
      ListColumn(Text("行号", "Line"), key: "line", .fixed) {
        .text(isFile ? $0.item.number.inSpreadsheet : $0.item.number.description)
      },
      ListColumn(Text("标题", "Title"), key: "title") {
        isFile ? .text($0.item.title.zh) : .named($0.item.title, language)
      },
      ListColumn(Text("英文标题", "title-en"), key: "titleEn", isShown: isFile) {
        .text($0.item.title.en)
      },
      ListColumn(Text("内容", "Content"), key: "content", .fixed) {
        $0.ends ? .text("-") : told($0.item.content.title, $0.item.content.word)
      },
      ListColumn(Phrase.measured.text, key: "measure", .fixed) { .text($0.line?.content.measure) },
      ListColumn(Phrase.decimals.text, key: "decimals", .number, priority: 1) {
        $0.line.map { .integer($0.decimals ?? 0) } ?? .text(nil)
      },
      ListColumn(Text("必填", "Required"), key: "required", .fixed) {
        let isRequired = $0.line?.isRequired ?? false
        return ListValue(.text(isRequired ? Text("是", "yes")(language) : ""), .bool(isRequired))
      },
      ListColumn(Text("来源", "Source"), key: "source") {
        told($0.line.flatMap { sources?.words(of: $0) }, $0.line?.source.description)
      },
      ListColumn(Phrase.indicator.text, key: "indicator", priority: 2) {
        told($0.line?.posting?.words, $0.line?.posting?.description)
      },
    ]
  }

  /// The line; nil of one that ends.
  private var line: FormLine? { ends ? nil : item }
}

extension FormCheck.Severity {
  /// As form-checks.csv has it.
  var title: Text {
    switch self {
    case .hard: Text("强制", "hard")
    case .soft: Text("核实", "soft")
    }
  }
}
