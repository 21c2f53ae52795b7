public import Database
public import Journal
internal import Registers

/// Rows of an import that were left out since something says the same, which does not count any more.
public struct PassedOver: Sendable, Hashable {
  /// The import.
  public var transaction: Int64
  /// Its files.
  public var files: [String]
  /// How many rows.
  public var rows: Int
}

extension Transaction {
  /// Notes which rows of this import are left out. An import that writes nothing else is no transaction, and notes
  /// nothing.
  public func note(_ rows: KnownRows) throws(StorageError) {
    if rows.isEmpty || isEmpty { return }
    try journal.record(Change(subject: .passedOver, object: number, state: rows.state))
  }

  /// The rows of imports in force that were left out because of what a transaction wrote, which this one takes
  /// away, and which nothing else in force says. Rows of flows `--same skip` takes.
  ///
  /// - Parameter reversed: what its undo came to.
  public func passedOver(for number: Int64, _ reversed: Reversed) throws -> [PassedOver] {
    let notes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'passedOver' AND object > ?1 ORDER BY seq",
      [.int(number)]
    ) { ($0.int(0), KnownRows($0.text(1))) }
    if notes.isEmpty { return [] }
    let targets = try withdrawnTargets(of: number)
    var found: [PassedOver] = []
    for (transaction, known) in notes where try ledger.reversal(of: transaction) == nil {
      var entries: [Entry] = []
      for (others, runs) in known.entries where others.contains(number) {
        for run in runs.runs { entries += try ledger.entries(run) }
      }
      let rows =
        try unsaid(entries, without: number) + known.targets.count(among: targets)
        + known.count(of: reversed.gone)
        + known.records.map { columns, ids in
          ids.count(among: Set(reversed.records.filter { $0.differs(in: columns) }.map(\.id)))
        }.reduce(0, +)
      guard rows > 0, let row = try ledger.transaction(transaction) else { continue }
      found.append(
        PassedOver(
          transaction: transaction, files: try ledger.importedFiles(in: row), rows: rows))
    }
    return found
  }

  /// The same of what forms had posted whose submissions this transaction has reopened.
  public func passedOver(reopening submissions: [Submission]) throws -> [PassedOver] {
    let notes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'passedOver' ORDER BY seq"
    ) { ($0.int(0), KnownRows($0.text(1))) }
    if notes.isEmpty { return [] }
    let acceptances = try transactions(changing: submissions.map(\.id))
    return try notes.compactMap { transaction, known in
      var entries: [Entry] = []
      for (others, runs) in known.entries where !others.isDisjoint(with: acceptances) {
        for run in runs.runs { entries += try ledger.entries(run) }
      }
      guard try ledger.reversal(of: transaction) == nil,
        case let rows = try unsaid(entries, without: 0),
        rows > 0, let row = try ledger.transaction(transaction)
      else { return nil }
      return PassedOver(
        transaction: transaction, files: try ledger.importedFiles(in: row), rows: rows)
    }
  }

  /// The transactions that changed some submissions.
  private func transactions(changing submissions: [Int64]) throws -> Set<Int64> {
    Set(
      try connection.rows(of: submissions) { places in
        """
        SELECT (SELECT tx FROM journal WHERE changes > 0 AND first_change <= c.seq
          ORDER BY first_change DESC LIMIT 1)
        FROM change c WHERE c.subject = 'submission' AND c.object IN (\(places))
        """
      } row: {
        $0.int(0)
      })
  }

  /// The rows that an import left out because of what said the same when it was written, and does not any more: it
  /// is brought back by this transaction.
  public func passedOver(bringingBack row: JournalRow) throws -> [PassedOver] {
    let notes = try connection.rows(
      "SELECT body FROM change WHERE subject = 'passedOver' AND object = ?1 ORDER BY seq",
      [.int(row.transaction)]
    ) { KnownRows($0.text(0)) }
    var rows = 0
    for known in notes {
      var entries: [Entry] = []
      for (others, runs) in known.entries {
        if try others.contains(where: { try ledger.reversal(of: $0) == nil }) { continue }
        for run in runs.runs { entries += try ledger.entries(run) }
      }
      rows += try unsaid(entries, without: number)
      rows += known.targets.count(among: try withdrawnTargets(in: known.targets))
      rows += known.count(of: try GoneThings(among: known, ledger, since: row))
      for (columns, ids) in known.records {
        rows += ids.count(among: try records(in: ids, notAsBefore: row, in: columns))
      }
    }
    guard rows > 0 else { return [] }
    return [
      PassedOver(
        transaction: row.transaction, files: try ledger.importedFiles(in: row), rows: rows)
    ]
  }

  /// Those of some records that say other than when a transaction was written, or are gone.
  private func records(
    in ids: NumberRuns, notAsBefore row: JournalRow, in columns: [String]
  ) throws -> Set<RecordID> {
    var others: Set<RecordID> = []
    var changes = RecordChanges(connection)
    for run in ids.runs {
      let changed = try connection.rows(
        """
        SELECT DISTINCT object FROM change
        WHERE subject = 'record' AND object >= ?1 AND object < ?2 AND seq >= ?3
        """, [.int(run.first), .int(run.end), .int(row.changes.end)]
      ) { $0.int(0) }
      for id in changed {
        guard let shape = try ledger.register(of: id) else {
          others.insert(id)
          continue
        }
        let old = try changes.of(id).last { $0.seq < row.changes.end }?.fields(ledger)
        let restored = RestoredRecord(
          id: id, shape: shape, old: old.map { RecordState(id: id, $0, shape) },
          new: try ledger.record(id, in: shape))
        if restored.differs(in: columns) { others.insert(id) }
      }
    }
    return others
  }

  /// Those of some target revisions that are withdrawn.
  private func withdrawnTargets(in runs: NumberRuns) throws -> Set<Int64> {
    var withdrawn: Set<Int64> = []
    for run in runs.runs {
      withdrawn.formUnion(
        try connection.rows(
          "SELECT seq FROM target WHERE seq >= ?1 AND seq < ?2 AND withdrawn <> 0",
          [.int(run.first), .int(run.end)]
        ) { $0.int(0) })
    }
    return withdrawn
  }

  /// The targets of a transaction that are withdrawn.
  private func withdrawnTargets(of number: Int64) throws -> Set<Int64> {
    try ledger.transaction(number).map { try withdrawnTargets(in: NumberRuns([$0.targets])) } ?? []
  }

  /// How many of some entries no other of a transaction in force equals.
  private func unsaid(_ entries: [Entry], without number: Int64) throws -> Int {
    var inForce = TransactionsInForce(ledger, without: number)
    let plain = entries.filter { $0.level == nil }
    var rows = plain.count
    let ordered = plain.enumerated().sorted {
      ($0.element.unit, $0.offset) < ($1.element.unit, $1.offset)
    }.map(\.element)
    for equal in try equalRows(of: EntryBatch(ordered).sortedByUnit())
    where try equal.entries.contains(where: { try inForce.contains($0) }) {
      rows -= equal.rows.count
    }
    let statements = entries.compactMap { entry -> LevelStatement? in
      guard case .said(let level) = entry.level else { return nil }
      let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
      return LevelStatement(place, on: entry.day, level: level, note: entry.note)
    }
    // None where the level holds.
    for said in try ledger.replacedLevels(like: statements) where !said.isEmpty {
      if try !said.contains(where: { try inForce.contains($0) }) { rows += 1 }
    }
    return rows
  }
}

/// Which entries are of transactions in force.
private struct TransactionsInForce {
  private let ledger: Ledger
  /// The transaction that is being taken away.
  private let number: Int64
  private var standing: StandingPostings
  private var known: [Int64: Bool] = [:]
  /// The one that was looked at last: equal entries come in its order.
  private var last: JournalRow?

  init(_ ledger: Ledger, without number: Int64) {
    (self.ledger, self.number) = (ledger, number)
    standing = StandingPostings(ledger)
  }

  mutating func contains(_ entry: Entry) throws -> Bool {
    // What an undo brings back is in force by its first entry.
    if EntrySource.undone(entry.source) != nil { return false }
    guard try standing.contain(entry) else { return false }
    if last.map({ !$0.entries.range.contains(entry.seq) }) ?? true {
      last = try ledger.transaction(ofEntry: entry.seq)
    }
    guard let row = last else { return false }
    let transaction = row.transaction
    if let known = known[transaction] { return known }
    // A level that an undo of an undo said again is that of the first.
    let isInForce =
      try ledger.root(of: row) != number
      && ledger.reversal(of: transaction) == nil
    known[transaction] = isInForce
    return isInForce
  }
}
