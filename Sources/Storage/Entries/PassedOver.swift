public import Database
internal import Journal

/// Rows of an import that were left out since earlier entries say the same, none of which counts any more.
public struct PassedOver: Sendable, Hashable {
  /// The import.
  public var transaction: Int64
  /// Its files.
  public var files: [String]
  /// How many rows.
  public var rows: Int
}

extension Transaction {
  /// Notes which rows of this import are left out: for each an entry that it equals, by the transactions with all
  /// the entries that it equals. An import that writes nothing else is no transaction, and notes nothing.
  public func note(passedOver rows: [Set<Int64>: [Int64]]) throws(StorageError) {
    if rows.isEmpty || isEmpty { return }
    var state = FieldList()
    let ordered = rows.map { (others: $0.key.sorted(), entries: $0.value) }
      .sorted { $0.others.lexicographicallyPrecedes($1.others) }
    for (others, entries) in ordered {
      let others = others.map { "\($0)" }.joined(separator: ",")
      state.add("value", "\(entries.count) \(others) \(EntryRuns(of: entries).text)")
    }
    try journal.record(Change(subject: .passedOver, object: number, state: state))
  }

  /// The rows of imports in force that were left out because of entries of a transaction, which this one takes
  /// away, and which nothing else in force says. Such rows `--same skip` takes.
  public func passedOver(for number: Int64) throws -> [PassedOver] {
    let notes = try connection.rows(
      "SELECT object, body FROM change WHERE subject = 'passedOver' AND object > ?1 ORDER BY seq",
      [.int(number)]
    ) { ($0.int(0), FieldList(parsing: $0.text(1)).all("value")) }
    var found: [PassedOver] = []
    for (transaction, values) in notes where try ledger.reversal(of: transaction) == nil {
      var entries: [Entry] = []
      for value in values {
        let parts = value.split(separator: " ")
        guard parts.count == 3,
          parts[1].split(separator: ",").contains(where: { Int64($0) == number })
        else { continue }
        for run in EntryRuns(parsing: parts[2]).runs { entries += try ledger.entries(run) }
      }
      let rows = try unsaid(entries, without: number)
      guard rows > 0, let row = try ledger.transaction(transaction) else { continue }
      found.append(
        PassedOver(
          transaction: transaction, files: try ledger.importedFiles(in: row), rows: rows))
    }
    return found
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
  private var known: [Int64: Bool] = [:]
  /// The one that was looked at last: equal entries come in its order.
  private var last: JournalRow?

  init(_ ledger: Ledger, without number: Int64) { (self.ledger, self.number) = (ledger, number) }

  mutating func contains(_ entry: Entry) throws -> Bool {
    // What an undo brings back is in force by its first entry.
    if EntrySource.undone(entry.source) != nil { return false }
    if last.map({ !$0.entries.range.contains(entry.seq) }) ?? true {
      last = try ledger.transaction(ofEntry: entry.seq)
    }
    guard let transaction = last?.transaction, transaction != number else { return false }
    if let known = known[transaction] { return known }
    let isInForce = try ledger.reversal(of: transaction) == nil
    known[transaction] = isInForce
    return isInForce
  }
}

/// Numbers of entries as a note keeps them: `3-40,52`. One that occurs twice stands twice.
private struct EntryRuns {
  private(set) var runs: [JournalRow.Rows] = []

  init(of entries: [Int64]) {
    for seq in entries.sorted() {
      if let last = runs.last, last.end == seq {
        runs[runs.count - 1] = JournalRow.Rows(first: last.first, count: last.count + 1)
      } else {
        runs.append(JournalRow.Rows(first: seq, count: 1))
      }
    }
  }

  init(parsing text: Substring) {
    for run in text.split(separator: ",") {
      let ends = run.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, first > 0, first <= last else { continue }
      runs.append(JournalRow.Rows(first: first, count: last - first + 1))
    }
  }

  var text: String {
    runs.map { $0.count == 1 ? "\($0.first)" : "\($0.first)-\($0.end - 1)" }
      .joined(separator: ",")
  }
}
