internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

/// The records behind a report's gaps, a table for each figure.
struct RemainingTables {
  private let parts: [(line: Line, records: [RemainingRecord])]
  private let names: RecordNames
  private let language: Language

  init(
    _ parts: [(line: Line, records: [RemainingRecord])], _ names: RecordNames,
    _ language: Language
  ) {
    self.parts = parts
    self.names = names
    self.language = language
  }

  func tables() throws -> [Table] { try parts.map { try list($0.line, $0.records).table } }

  /// An object for each figure.
  func json() throws -> JSONValue {
    .array(
      try parts.map { line, records in
        .object([
          ("indicator", .string(line.indicator.code)), ("year", .integer(Int64(line.year))),
          ("records", try list(line, records).json),
        ])
      })
  }

  private func list(_ line: Line, _ records: [RemainingRecord]) throws -> ObjectList {
    ObjectList(
      title: say(
        "\(line.indicator.name)（\(line.year)年度）未完成：\(records.count) 条",
        "\(line.name(.en)) (\(line.year)), not done: \(records.count)"),
      columns: [
        Column(SystemColumn.id.title(language), key: "id", .fixed),
        Column(say("名称", "Name"), key: "label", minimumWidth: 12),
        Column(Phrase.unit(language), key: "unit", minimumWidth: 8),
        Column(SystemColumn.stage.title(language), key: "stage", .fixed),
        Column(say("下一步", "Next"), key: "next"),
        Column(say("期限", "Due"), key: "due", .fixed),
      ],
      objects: try records.map { record in
        let unit = try record.unit.flatMap { try names.unit($0) }
        let label = try names.label(record.state, record.shape)
        let next = (record.stage?.next ?? []).compactMap { record.shape.stage(named: $0) }
        return (
          json: .object([
            ("id", .string(names.id(record.state.id))), ("register", .string(record.shape.id)),
            ("label", .string(label)), ("unit", unit?.json ?? .null),
            ("stage", JSONValue(record.stage?.name)),
            ("next", .array(next.map { .string($0.name) })),
            ("due", JSONValue(record.due?.description)),
          ]),
          cells: [
            .text(names.id(record.state.id)), .text(label), Cell(unit?.title),
            Cell(record.stage?.title(language)),
            .text(next.map { $0.title(language) }.joined(separator: say("、", ", "))),
            Cell(record.due?.description),
          ]
        )
      })
  }
}
