internal import Registers
internal import Reports
internal import TargetEngine

/// What a register is: its fields, its stages, and what it posts.
struct RegisterSheet {
  private let shape: RegisterShape
  private let language: Language

  init(_ shape: RegisterShape, _ language: Language) {
    self.shape = shape
    self.language = language
  }

  var tables: [Table] {
    [fields] + (hasStages ? [stages] : []) + (shape.obligations.isEmpty ? [] : [obligations])
  }

  private var hasStages: Bool { shape.stages.count > 1 }

  private func text(_ zh: String, _ en: String) -> String { Text(zh, en)(language) }

  private var fields: Table {
    Table(
      title: "\(shape.name.title(language)) (\(shape.name.module) \(shape.name.word))",
      columns: [
        Column(text("字段", "Field"), key: "field", .fixed),
        Column(text("名称", "Title"), key: "title"),
        Column(text("内容", "Content"), key: "kind", minimumWidth: 16),
        Column(text("说明", "Role"), key: "role"),
      ],
      rows: shape.fields.enumerated().map { index, field in
        Row([
          .text(field.name), .text(field.title(language)),
          .text(field.content(language) { "\($0.name) \($0.title(language))" }),
          .text((roles(field.roles) + limits(of: index)).joined(separator: text("、", ", "))),
        ])
      },
      notes: indicators.isEmpty
        ? []
        : [text("记入指标：", "Posts to: ") + indicators.joined(separator: text("、", ", "))])
  }

  private var stages: Table {
    Table(
      title: text("阶段", "Stages"),
      columns: [
        Column(text("阶段", "Stage"), key: "stage", .fixed),
        Column(text("名称", "Title"), key: "title"),
        Column(text("可转入", "May become"), key: "next"),
        Column(text("写入日期", "Sets the day"), key: "day"),
        Column(text("须填", "Needs"), key: "needs"),
      ],
      rows: shape.stages.map { stage in
        Row([
          .text(stage.name), .text(stage.title(language)),
          Cell(
            stage.next.isEmpty
              ? nil
              : stage.next.compactMap { shape.stage(named: $0)?.title(language) }
                .joined(separator: text("、", ", "))),
          Cell(titles(shape.marks, into: stage)), Cell(titles(shape.needs, into: stage)),
        ])
      })
  }

  private var obligations: Table {
    Table(
      title: text("应办事项", "Obligations"),
      columns: [
        Column(text("事项", "Obligation"), key: "obligation", .fixed),
        Column(text("名称", "Title"), key: "title"),
        Column(text("期限", "Due"), key: "due"), Column(text("办结", "Done"), key: "done"),
        Column(text("按时以何日为准", "On time by"), key: "first"),
      ],
      rows: shape.obligations.map { obligation in
        let columns = obligation.columns
        let title = { (field: Int) in shape.fields[field].title(language) }
        let reckoned = text("由记录推算", "computed from the record")
        return Row([
          .text(obligation.name), .text(obligation.title(language)),
          .text(columns.map { title($0.due) } ?? reckoned),
          .text(
            columns.map { $0.done.map(title).joined(separator: text("、", ", ")) } ?? reckoned),
          Cell(columns.map { title($0.first ?? $0.due) }),
        ])
      })
  }

  /// The fields that entering a stage fills or needs; nil for none.
  private func titles(_ fields: [StageField], into stage: StageShape) -> String? {
    let names = fields.filter { $0.stage == stage.name }.map {
      shape.fields[$0.field].title(language)
    }
    return names.isEmpty ? nil : names.joined(separator: text("、", ", "))
  }

  private var indicators: [String] {
    var seen: Set<String> = []
    return (shape.measured + shape.groups.map(\.indicator)).filter { seen.insert($0).inserted }
  }

  private func limits(of field: Int) -> [String] { shape.limits(of: field).map { $0(language) } }

  private func roles(_ roles: FieldRoles) -> [String] {
    let words: [(FieldRoles, String)] = [
      (.required, text("必填", "required")), (.key, text("关键字段", "key")),
      (.place, text("所属单位", "the record's unit")), (.year, text("计划年度", "plan year")),
      (.start, text("起始日", "start day")), (.procedure, text("办理过程", "procedure")),
    ]
    return words.filter { roles.contains($0.0) }.map(\.1)
  }

  var json: JSONValue {
    .object([
      ("register", .string(shape.id)), ("name", .string(shape.name.title(language))),
      (
        "fields",
        .array(
          shape.fields.enumerated().map { index, field in
            .object([
              ("name", .string(field.name)), ("title", .string(field.title(language))),
              ("kind", .string(field.kind.title(.en))),
              ("required", .bool(field.roles.contains(.required))),
              ("key", .bool(field.roles.contains(.key))),
              ("units", .array(field.units.map { .string($0.rawValue) })),
              ("limits", .array(limits(of: index).map { .string($0) })),
            ])
          })
      ),
      (
        "stages",
        .array(
          shape.stages.map { stage in
            .object([
              ("name", .string(stage.name)), ("title", .string(stage.title(language))),
              ("next", .array(stage.next.map { .string($0) })),
            ])
          })
      ),
      ("indicators", .array(indicators.map { .string($0) })),
      (
        "obligations",
        .array(
          shape.obligations.map { obligation in
            .object([
              ("name", .string(obligation.name)), ("title", .string(obligation.title(language))),
              ("due", JSONValue(obligation.columns.map { shape.fields[$0.due].name })),
            ])
          })
      ),
    ])
  }
}
