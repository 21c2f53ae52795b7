public import Desk
public import Reports
public import TargetEngine

/// A transaction with all that it wrote, as tables and as JSON.
public struct TransactionView {
  private let transaction: ShownTransaction
  private let values: RecordValues
  private let language: Language

  /// - Parameter names: in the same language.
  public init(_ transaction: ShownTransaction, _ names: RecordNames, _ language: Language) {
    self.transaction = transaction
    self.language = language
    values = RecordValues(names)
  }

  /// What was done, then what it changed; parts of which there is nothing are left out.
  public func tables() throws -> [Table] {
    var entries = EntryList(entries: transaction.entries).table(language)
    entries.title = Text("明细", "Entries")(language)
    var targets = try ObjectList.targets(transaction.targets, isHistory: true, language).table
    targets.title = Phrase.target(language)
    let parts = [
      (transaction.changes.isEmpty, try changes.list(transaction.changes, title: title).table),
      (transaction.targets.isEmpty, targets), (transaction.entries.isEmpty, entries),
    ]
    let head = try Listing(language, ObjectList.columns(language)).list([transaction.listed]).table
    return [head] + parts.filter { !$0.0 }.map(\.1)
  }

  /// The same for machines.
  public func json() throws -> JSONValue {
    let head = try Listing(language, ObjectList.columns(language)).members(of: transaction.listed)
    return .object(
      [("report", .string("transaction"))] + head + [
        ("changes", try changes.list(transaction.changes).json),
        (
          "targets",
          try ObjectList.targets(transaction.targets, isHistory: true, language).json
        ),
        ("entries", EntryList(entries: transaction.entries).json),
      ])
  }

  private var title: String { Text("改动", "Changes")(language) }

  private var changes: Listing<ThingChange> {
    let (values, language) = (values, language)
    return Listing(
      language,
      [
        ListColumn(Text("类别", "Of"), key: "of", .fixed) { .coded($0.title(language), $0.kind) },
        ListColumn(Phrase.id.text, key: "id", .fixed) {
          .text($0.id.isEmpty ? nil : $0.id)
        },
        ListColumn(Phrase.name.text, key: "name") { .text($0.name.isEmpty ? nil : $0.name) },
        ListColumn(Text("改动", "Change"), key: "change", as: "fields", minimumWidth: 24) {
          ListValue(
            .text($0.fields.shown(language)), .array(try $0.fields.map { try values.json($0) }))
        },
      ])
  }
}
