public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// What became of a record.
  public static func changes(
    _ changes: [RecordChange], _ language: Language
  ) throws -> ObjectList {
    try Listing<RecordChange>(
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
            .array($0.fields.map { json($0, language) }))
        },
      ]
    ).list(changes)
  }

  private typealias Change = (title: Text, before: String, after: String)

  private static func shown(_ field: Change, _ language: Language) -> String {
    let before = field.before.isEmpty ? "" : "\(field.before) → "
    return "\(field.title(language))：\(before)\(field.after.isEmpty ? "—" : field.after)"
  }

  private static func json(_ field: Change, _ language: Language) -> JSONValue {
    .object([
      ("field", .string(field.title(language))), ("before", .string(field.before)),
      ("after", .string(field.after)),
    ])
  }
}
