public import Desk
internal import Journal
public import Reports
internal import Sentences
public import TargetEngine

extension ObjectList {
  /// Transactions of the journal. A search by secrets has no reason: its column lists the records found.
  public static func transactions(
    _ rows: [ListedTransaction], _ language: Language
  ) throws -> ObjectList {
    try Listing<ListedTransaction>(
      language,
      columns(language) + [
        .inJSON("entries") { .integer($0.row.entries.count) },
        .inJSON("targets") { .integer($0.row.targets.count) },
        .inJSON("changes") { .integer($0.row.changes.count) },
        .inJSON("found") { $0.found.map { .array($0.map { .string($0) }) } },
      ]
    ).list(rows)
  }

  /// Who did what when.
  static func columns(_ language: Language) -> [ListColumn<ListedTransaction>] {
    let head = { (item: ListedTransaction) in
      Head(transaction: item.row.transaction, hash: item.row.hash).description
    }
    return [
      ListColumn(Phrase.transaction.text, key: "transaction", .fixed) {
        ListValue(.text(head($0)), .integer($0.row.transaction))
      },
      .inJSON("head") { .string(head($0)) },
      ListColumn(Phrase.time.text, key: "at", .fixed) {
        .coded(ShanghaiTime.text($0.row.at), $0.row.at)
      },
      ListColumn(Phrase.actor.text, key: "actor") { .text($0.row.actor) },
      ListColumn(Phrase.command.text, key: "command", minimumWidth: 16) {
        .text($0.row.command)
      },
      ListColumn(Phrase.reason.text, key: "reason", priority: 1) { item in
        .coded(
          item.found.map { people($0, item.sought, language) } ?? item.row.reason,
          item.row.reason)
      },
      ListColumn(Phrase.status.text, key: "undoneBy", .fixed, priority: 2) { item in
        ListValue(
          .text(item.undoneBy.map { Text("已撤销（#\($0)）", "undone (#\($0))")(language) } ?? ""),
          item.undoneBy.map { .integer($0) } ?? .null)
      },
      .inJSON("reverses") { $0.row.reverses > 0 ? .integer($0.row.reverses) : .null },
    ]
  }

  /// The fields that were searched, the records found (the first few where they are many), and how many values were not
  /// known.
  private static func people(
    _ found: [String], _ sought: [(field: Text, misses: Int)], _ language: Language
  ) -> String {
    let fields = sought.map { $0.field(language) }.joined(separator: Text("、", ", ")(language))
    let misses = sought.map(\.misses).reduce(0, +)
    let by = fields.isEmpty ? "" : fields + Text("：", ": ")(language)
    guard !found.isEmpty else {
      let many = misses > 1 ? Text("（\(misses) 个）", " (\(misses))")(language) : ""
      return by + Text("没有查到", "nobody found")(language) + many
    }
    let ids = Wording(language).some(found, measure: "条", all: nil)
    let rest =
      misses == 0 ? "" : Text("；\(misses) 个没有查到", "; not found: \(misses)")(language)
    return by + Text("查到 \(found.count) 条：\(ids)", "found \(found.count): \(ids)")(language) + rest
  }
}
