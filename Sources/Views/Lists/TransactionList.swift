public import Journal
public import Reports
public import TargetEngine

extension ObjectList {
  /// Transactions of the journal.
  public static func transactions(
    _ rows: [JournalRow], _ language: Language
  ) throws -> ObjectList {
    let head = { (row: JournalRow) in
      Head(transaction: row.transaction, hash: row.hash).description
    }
    return try Listing<JournalRow>(
      language,
      [
        ListColumn(Phrase.transaction.text, key: "transaction", .fixed) {
          ListValue(.text(head($0)), .integer($0.transaction))
        },
        .inJSON("head") { .string(head($0)) },
        ListColumn(Phrase.time.text, key: "at", .fixed) {
          .coded(ShanghaiTime.text($0.at), $0.at)
        },
        ListColumn(Phrase.actor.text, key: "actor") { .text($0.actor) },
        ListColumn(Phrase.command.text, key: "command", minimumWidth: 16) { .text($0.command) },
        ListColumn(Phrase.reason.text, key: "reason", priority: 1) { .text($0.reason) },
        .inJSON("reverses") { $0.reverses > 0 ? .integer($0.reverses) : .null },
        .inJSON("entries") { .integer($0.entries.count) },
        .inJSON("targets") { .integer($0.targets.count) },
        .inJSON("changes") { .integer($0.changes.count) },
      ]
    ).list(rows)
  }
}
