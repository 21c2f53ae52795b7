internal import Journal
internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Rows of entry files that equal entries of the ledger, found while they are written. Source: `cli.md`,
/// `--same`.
struct EqualRows {
  private let session: ImportSession
  private var origins: [Int64: Origin?] = [:]
  /// The transaction that was looked at last: equal rows come in its order.
  private var last: JournalRow?
  /// Rows that equal rows of files: what becomes of them is known when the bytes of their own file are.
  private var waiting: [Doubt: Waiting] = [:]

  /// Which rows are decided together.
  private struct Doubt: Hashable {
    var file: Int
    /// The transactions that imported what they equal.
    var importers: Set<Int64>
  }

  /// Rows that wait: the first, and how many there are.
  private struct Waiting {
    var listed: [(line: Int, entry: Entry)] = []
    var count = 0
  }

  /// Where an entry that stands came from.
  private struct Origin {
    var transaction: Int64
    /// The names of the files of its transaction; none for a number given by hand.
    var files: [String]
  }

  init(_ session: ImportSession) { self.session = session }

  /// Takes rows of one file that are to be written.
  ///
  /// - Returns: the rows of the batch that are passed over.
  mutating func take(_ batch: EntryBatch, of file: Int) throws -> [Int] {
    var passed: [Int] = []
    for equal in try session.transaction.equalRows(of: batch) {
      let line = Int(batch.lines[equal.row])
      if try take(equal.entries, of: file, line) { passed.append(equal.row) }
    }
    return passed
  }

  /// Takes a row that equals some entries.
  ///
  /// - Returns: whether it is passed over.
  mutating func take(_ entries: [Entry], of file: Int, _ line: Int) throws -> Bool {
    var found: [(entry: Entry, origin: Origin)] = []
    for entry in entries {
      if let origin = try origin(of: entry) { found.append((entry, origin)) }
    }
    guard let first = found.first else { return false }
    if session.options.same == .skip {
      session.files[file].passed.append(PassedRow(row: line, reason: .same))
      return true
    }
    let ofFiles = found.filter { !$0.origin.files.isEmpty }
    if let other = ofFiles.first {
      let doubt = Doubt(file: file, importers: Set(ofFiles.map(\.origin.transaction)))
      waiting[doubt, default: Waiting()].count += 1
      if waiting[doubt]?.listed.count ?? 0 < 100 {
        waiting[doubt]?.listed.append((line, other.entry))
      }
    } else {
      try keep(line, of: file, first.entry)
    }
    return false
  }

  /// Decides of the rows that wait, when all is read.
  ///
  /// - Parameter own: by file, the transactions that imported the same bytes.
  mutating func settle(_ files: [(table: any TableSource, own: Set<Int64>)], first: Int) throws {
    let order = waiting.sorted {
      ($0.key.file, $0.value.listed[0].line) < ($1.key.file, $1.value.listed[0].line)
    }
    for (doubt, rows) in order {
      let (table, own) = files[doubt.file - first]
      let isTaken = session.options.same == .keep || !own.isDisjoint(with: doubt.importers)
      for (line, entry) in rows.listed {
        if isTaken {
          try keep(line, of: doubt.file, entry)
        } else if let origin = try origin(of: entry) {
          session.faults.add(
            .sameRow(of: origin.files, transaction: origin.transaction),
            at: table.place(row: line, column: 1))
        }
      }
      let rest = rows.count - rows.listed.count
      if isTaken { session.files[doubt.file].repeated.add(rest) } else { session.faults.add(rest) }
    }
    waiting = [:]
  }

  private mutating func keep(_ line: Int, of file: Int, _ entry: Entry) throws {
    let desk = session.desk
    let id = desk.id(of: entry, in: try transaction(of: entry), site: try desk.ledger.site())
    session.files[file].repeated.add(RepeatedRow(row: line, other: .entry(id)))
  }

  private mutating func transaction(of entry: Entry) throws -> JournalRow? {
    if let last, last.entries.range.contains(entry.seq) { return last }
    last = try session.desk.ledger.transaction(ofEntry: entry.seq)
    return last
  }

  /// Where an entry came from; nil for one that does not stand or was not given by anybody.
  private mutating func origin(of entry: Entry) throws -> Origin? {
    let isCorrection =
      EntrySource.isCorrection(entry.source) && session.options.same == .skip
    guard entry.source.isEmpty || entry.level != nil || isCorrection,
      let row = try transaction(of: entry)
    else { return nil }
    if let known = origins[row.transaction] { return known }
    let ledger = session.desk.ledger
    let origin =
      try ledger.reversal(of: row.transaction) == nil
      ? Origin(transaction: row.transaction, files: try ledger.importedFiles(in: row)) : nil
    origins[row.transaction] = .some(origin)
    return origin
  }
}
