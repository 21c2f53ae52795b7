internal import Registers
internal import Reports
internal import TargetEngine

/// The lists of what a register consists of.
struct RegisterLists {
  private let shape: RegisterShape
  private let language: Language
  private let comma: String

  init(_ shape: RegisterShape, _ language: Language) {
    self.shape = shape
    self.language = language
    comma = Text("、", ", ")(language)
  }

  func fields() throws -> ObjectList {
    try Listing<(index: Int, field: FieldShape)>(
      language,
      [
        ListColumn(Text("字段", "Field"), key: "field", as: "name", .fixed) {
          .text($0.field.name)
        },
        ListColumn(Text("名称", "Title"), key: "title") {
          .named($0.field.title, language)
        },
        .inJSON("titleEn") { .string($0.field.title.en) },
        ListColumn(Text("内容", "Content"), key: "kind", minimumWidth: 16) {
          .coded(
            $0.field.content(language) { choice($0) },
            $0.field.kind.title(.en))
        },
        .inJSON("required") { .bool($0.field.roles.contains(.required)) },
        .inJSON("key") { .bool($0.field.roles.contains(.key)) },
        .inJSON("units") { .array($0.field.units.map { .string($0.rawValue) }) },
        ListColumn(Text("说明", "Role"), key: "role", as: "limits") {
          let limits = shape.limits(of: $0.index)
          return ListValue(
            .text((roles($0.field.roles) + limits.map { $0(language) }).joined(separator: comma)),
            .array(limits.map { .string($0.en) }))
        },
      ]
    ).list(
      shape.fields.enumerated().map { (index: $0, field: $1) },
      title: "\(shape.name.title(language)) (\(shape.name.module) \(shape.name.word))")
  }

  /// A choice by the word in files and what people read, where these differ.
  private func choice(_ choice: Choice) -> String {
    let title = choice.title(language)
    return title == choice.name ? title : "\(choice.name) \(title)"
  }

  func stages() throws -> ObjectList {
    try Listing<StageShape>(
      language,
      [
        ListColumn(Text("阶段", "Stage"), key: "stage", as: "name", .fixed) { .text($0.name) },
        ListColumn(Text("名称", "Title"), key: "title") { .named($0.title, language) },
        .inJSON("titleEn") { .string($0.title.en) },
        ListColumn(Text("可转入", "May become"), key: "next") {
          .texts(
            $0.next.compactMap { shape.stage(named: $0)?.title(language) }, as: $0.next,
            between: comma)
        },
        .inTable(Text("写入日期", "Sets the day"), key: "day") { titles(shape.marks, into: $0) },
        .inTable(Text("须填", "Needs"), key: "needs") { titles(shape.needs, into: $0) },
      ]
    ).list(shape.stages, title: Text("阶段", "Stages")(language))
  }

  func obligations() throws -> ObjectList {
    let title = { (field: Int) in shape.fields[field].title(language) }
    let reckoned = Text("由记录推算", "computed from the record")(language)
    return try Listing<ObligationShape>(
      language,
      [
        ListColumn(Text("事项", "Obligation"), key: "obligation", as: "name", .fixed) {
          .text($0.name)
        },
        ListColumn(Text("名称", "Title"), key: "title") { .named($0.title, language) },
        .inJSON("titleEn") { .string($0.title.en) },
        ListColumn(Text("期限", "Due"), key: "due") {
          .coded(
            $0.columns.map { title($0.due) } ?? reckoned,
            $0.columns.map { shape.fields[$0.due].name })
        },
        .inTable(Text("办结", "Done"), key: "done") {
          .text($0.columns.map { $0.done.map(title).joined(separator: comma) } ?? reckoned)
        },
        .inTable(Text("按时以何日为准", "On time by"), key: "first") {
          Cell($0.columns.map { title($0.first ?? $0.due) })
        },
      ]
    ).list(shape.obligations, title: Text("应办事项", "Obligations")(language))
  }

  /// The fields that entering a stage fills or needs.
  private func titles(_ fields: [StageField], into stage: StageShape) -> Cell {
    let names = fields.filter { $0.stage == stage.name }.map {
      shape.fields[$0.field].title(language)
    }
    return Cell(names.isEmpty ? nil : names.joined(separator: comma))
  }

  private func roles(_ roles: FieldRoles) -> [String] {
    let words: [(FieldRoles, Text)] = [
      (.required, Text("必填", "required")), (.key, Text("关键字段", "key")),
      (.place, Text("所属单位", "the record's unit")), (.year, Text("计划年度", "plan year")),
      (.start, Text("起始日", "start day")), (.procedure, Text("办理过程", "procedure")),
    ]
    return words.filter { roles.contains($0.0) }.map { $0.1(language) }
  }
}
