public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// What became of a record.
  public static func changes(
    _ changes: [RecordChange], _ names: RecordNames, _ language: Language
  ) throws -> ObjectList {
    let values = RecordValues(names)
    return try Listing<RecordChange>(
      language,
      [
        ListColumn(Text("流水号", "Transaction"), key: "transaction", .number) {
          .integer(Int($0.row.transaction))
        },
        ListColumn(Text("时间", "Time"), key: "at", .fixed) {
          .coded(ShanghaiTime.text($0.row.at), $0.row.at)
        },
        ListColumn(Text("经办人", "By"), key: "actor") { .text($0.row.actor) },
        ListColumn(Text("原因", "Reason"), key: "reason", isLast: true) { .text($0.row.reason) },
        ListColumn(Text("改动", "Change"), key: "change", as: "changes", minimumWidth: 24) {
          ListValue(
            .text(
              $0.fields.map { shown($0, language) }.joined(separator: Text("；", "; ")(language))),
            .array(try $0.fields.map { try json($0, values) }))
        },
      ]
    ).list(changes)
  }

  private static func shown(_ field: ChangedField, _ language: Language) -> String {
    let before = field.before.isEmpty ? "" : "\(field.before) → "
    return "\(field.title(language))：\(before)\(field.after.isEmpty ? "—" : field.after)"
  }

  private static func json(_ field: ChangedField, _ values: RecordValues) throws -> JSONValue {
    .object([
      ("field", .string(field.name)), ("before", try json(field.values.before, values)),
      ("after", try json(field.values.after, values)),
    ])
  }

  private static func json(_ value: ChangedField.Value, _ values: RecordValues) throws -> JSONValue
  {
    switch value {
    case .datum(.dated(let dated), _): dated.steps.json
    case .datum(let datum, let kind): try values.json(datum, kind)
    case .moves(let moves): moves.json
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .flag(let flag): .bool(flag)
    }
  }
}
