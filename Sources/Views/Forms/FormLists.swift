public import Desk
public import Forms
public import Reports
internal import Sentences
public import TargetEngine

extension ObjectList {
  /// Forms, with how often and by when they are asked for.
  ///
  /// - Parameters:
  ///   - units: what units that forms name are called.
  ///   - isFile: whether it is written as a file, which `form define` reads back: a row for each change of what such
  ///     a row says.
  public static func forms(
    _ forms: [FormDefinition], units: [UnitID: Unit], isFile: Bool, _ language: Language
  ) throws -> ObjectList {
    let file = { (title: Text, key: String, value: @escaping (FormEdition) -> ListValue) in
      ListColumn<FormEdition>(title, key: key, isShown: isFile, value)
    }
    let named = { (ids: Set<UnitID>) -> [Unit] in
      ids.compactMap { units[$0] }.sorted { $0.code < $1.code }
    }
    return try Listing<FormEdition>(
      language,
      [
        ListColumn(isFile ? Text("报表", "form") : Phrase.code.text, key: "form", .fixed) {
          .text($0.form.code)
        },
        ListColumn(Text("标题", "Title"), key: "title") {
          isFile ? .text($0.version.title.zh) : .named($0.version.title, language)
        },
        file(Text("英文标题", "title-en"), "titleEn") { .text($0.version.title.en) },
        ListColumn(Phrase.module.text, key: "module", .fixed, priority: 1) {
          .text($0.form.module)
        },
        ListColumn(Text("周期", "Cycle"), key: "cycle", .fixed) {
          .coded($0.form.calendar.cycle.title(language), $0.form.calendar.cycle.rawValue)
        },
        file(Text("首月", "first-month"), "firstMonth") { .integer($0.form.calendar.firstMonth) },
        ListColumn(Text("期限", "Due"), key: "due", .fixed) { .text($0.version.due?.description) },
        file(Text("顺延", "moves"), "moves") {
          let moves = $0.version.due?.movesPastHolidays ?? false
          return ListValue(.text(moves ? Text("是", "yes")(language) : ""), .bool(moves))
        },
        file(Text("填报单位类型", "owed-by"), "owedBy") {
          .kinds(UnitKind.allCases.filter($0.version.owing.kinds.contains), language)
        },
        file(Text("填报单位", "units"), "units") { .units(named($0.version.owing.units)) },
        file(Text("所属单位", "below"), "below") {
          .unit(named(Set([$0.version.owing.below].compactMap(\.self))).first)
        },
        file(Text("文号", "document"), "document") { .text($0.version.document) },
        ListColumn(
          Text("行数", "Lines"), key: "lines", .number, isShown: !isFile
        ) { .integer($0.version.lines.count) },
        ListColumn(Text("启用期", "From"), key: "from", .fixed, priority: 2) { edition in
          .text(edition.from.map { edition.form.calendar.startText($0) })
        },
        ListColumn(
          Text("版本", "Versions"), key: "versions", .number, priority: 3, isShown: !isFile
        ) { .integer($0.form.changes.count + 1) },
      ]
    ).list(
      forms.flatMap { form in
        isFile ? form.editions : [FormEdition(form: form, version: form.last, from: form.from)]
      })
  }

  /// The lines of a form as they are for a period.
  ///
  /// - Parameter isFile: whether it is written as a file, which `form define` reads back.
  public static func lines(
    of version: FormVersion, code: String, isFile: Bool, _ language: Language
  ) throws -> ObjectList {
    var list = try Listing<FormLine>(
      language,
      [
        ListColumn.inTable(Text("报表", "form"), key: "form", isShown: isFile) { _ in .text(code) },
        ListColumn(Text("行号", "Line"), key: "line", .fixed) {
          .text(isFile ? $0.number.inSpreadsheet : $0.number.description)
        },
        ListColumn(Text("标题", "Title"), key: "title") {
          isFile ? .text($0.title.zh) : .named($0.title, language)
        },
        ListColumn(Text("英文标题", "title-en"), key: "titleEn", isShown: isFile) {
          .text($0.title.en)
        },
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
      let rule = check.rule.words(language)
      let kind =
        check.severity == .hard
        ? Text("强制", "hard")(language) : Text("核实", "soft")(language)
      return check.message.isEmpty ? "\(rule) [\(kind)]" : "\(rule) [\(kind)] \(check.message)"
    }
    return list
  }
}

extension ListValue {
  /// Kinds of units as forms.csv has them: `-` where there are none.
  fileprivate static func kinds(_ kinds: [UnitKind], _ language: Language) -> ListValue {
    let titles = kinds.map { $0.title(language) }.joined(separator: ";")
    return ListValue(
      .text(titles.isEmpty ? "-" : titles), .array(kinds.map { .string($0.rawValue) }))
  }

  fileprivate static func units(_ units: [Unit]) -> ListValue {
    ListValue(
      .text(units.map(\.title).joined(separator: ";")), .array(units.map { $0.json }))
  }
}

extension FormLine {
  /// What its amounts are of; nil where it has none.
  fileprivate var measure: String? {
    guard case .amount(_, let measure) = content, !measure.isEmpty else { return nil }
    return measure
  }
}
