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
            .text($0.fields.shown(language)), .array(try $0.fields.map { try values.json($0) }))
        },
      ]
    ).list(changes)
  }
}

extension [ChangedField] {
  /// Each field with what it was and is.
  func shown(_ language: Language) -> String {
    map { field in
      let before = field.before.isEmpty ? "" : "\(field.before) → "
      return "\(field.title(language))：\(before)\(field.after.isEmpty ? "—" : field.after)"
    }.joined(separator: Text("；", "; ")(language))
  }
}

extension RecordValues {
  /// A field before and after a change, for machines.
  func json(_ field: ChangedField) throws -> JSONValue {
    .object([
      ("field", .string(field.name)), ("before", try json(field.values.before)),
      ("after", try json(field.values.after)),
    ])
  }

  private func json(_ value: ChangedField.Value) throws -> JSONValue {
    switch value {
    case .datum(.dated(let dated), let kind): dated.steps.json(kind)
    case .datum(let datum, let kind): try json(datum, kind)
    case .moves(let moves): moves.json
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .flag(let flag): .bool(flag)
    }
  }
}
