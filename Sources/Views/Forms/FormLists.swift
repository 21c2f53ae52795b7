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
        ListColumn(Text("期限", "Due"), key: "due", .fixed) {
          let words = $0.version.due?.words(of: $0.form.calendar.cycle)(language)
          let code = $0.version.due?.description
          return ListValue(Cell(isFile ? code : words), JSONValue(code))
        },
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
          let calendar = edition.form.calendar
          return .text(
            edition.from.map {
              isFile ? calendar.startInSpreadsheet($0, language) : calendar.startText($0)
            })
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
      .text(units.map(\.inList).joined(separator: ";")), .array(units.map { $0.json }))
  }
}

extension Unit {
  /// Its title; its code where that would be read as two.
  fileprivate var inList: String { title.contains { ";；、".contains($0) } ? code : title }
}
