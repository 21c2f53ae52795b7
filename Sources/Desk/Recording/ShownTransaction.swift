internal import Journal
public import Registers
public import Reports
internal import Storage
public import TargetEngine

/// A transaction with all that it wrote.
public struct ShownTransaction: Sendable {
  /// Its row.
  public var listed: ListedTransaction
  /// Its entries, in the order in which it posted them.
  public var entries: [TracedEntry]
  /// The target revisions that it set.
  public var targets: [TargetRevision]
  /// What it changed of records, units, indicators, rules and settings.
  public var changes: [ThingChange]
}

/// What a transaction changed of one thing.
public struct ThingChange: Sendable {
  /// What kind of thing: a register's id, or `unit`, `indicator`, `setting`.
  public var kind: String
  /// What people call that kind.
  public var title: Text
  /// The thing's number or code; empty where it has none.
  public var id: String
  /// What the thing is called.
  public var name: String
  /// The fields that it changed.
  public var fields: [ChangedField]
}

extension Desk {
  /// All that a transaction wrote.
  ///
  /// - Parameter text: its number, with or without `#` or site.
  /// - Throws: `DeskError.undo(.unknown)` where there is none.
  public func transaction(
    _ text: String, _ names: RecordNames, _ language: Language
  ) throws -> ShownTransaction {
    try snapshot {
      let number = try transactionNumber(text) ?? 0
      guard let row = try ledger.transaction(number),
        let listed = try listed([row], undoneBy: { try ledger.reversal(of: $0.transaction) }).first
      else { throw DeskError.undo(.unknown(transaction: number)) }
      let (units, indicators) = (UnitTitles(ledger), try ledger.indicatorsByID())
      let targets = try ledger.targets(addedBy: row).compactMap { stored -> TargetRevision? in
        let target = stored.target
        guard
          let indicator = try indicators[target.indicator]
            ?? ledger.lastKnown(
              indicator: target.indicator), let unit = try ledger.lastKnown(unit: target.unit)
        else { return nil }
        return TargetRevision(
          indicator: indicator, unit: try units.titled([unit]).first ?? unit, target: target,
          isWithdrawn: stored.isWithdrawn, transaction: row)
      }
      let fields = ThingFields(self, names, language)
      let things = try ledger.things(changedBy: row).filter(\.isShown).map { try fields.change($0) }
      return ShownTransaction(
        listed: listed, entries: try traced(ledger.entries(row.entries)), targets: targets,
        changes: try recordChanges(in: row, names, language) + things)
    }
  }

  private func recordChanges(
    in row: JournalRow, _ names: RecordNames, _ language: Language
  ) throws -> [ThingChange] {
    try ledger.changedThings(row).records.sorted().compactMap { id in
      guard let shape = try registerOnceKnown(of: id) else { return nil }
      let changes = try changes(of: id, in: shape, names, language)
      let fields = changes.filter { $0.row.transaction == row.transaction }.flatMap(\.fields)
      return ThingChange(
        kind: shape.id, title: shape.name.title, id: try ledger.publicID(id),
        name: try names.label(id), fields: fields)
    }
  }

  /// The register of a record, also of one that an undo took away.
  private func registerOnceKnown(of id: RecordID) throws -> RegisterShape? {
    try ledger.register(of: id) ?? ledger.lastKnown(record: id)?.shape
  }
}
