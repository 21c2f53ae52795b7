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
  private var undone = UndoneRows()
  private var standing: StandingPostings

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

    mutating func add(_ lines: [Int], _ entry: Entry) {
      count += lines.count
      listed += lines.prefix(max(0, 100 - listed.count)).map { ($0, entry) }
    }
  }

  /// Where an entry that stands came from.
  private struct Origin {
    var transaction: Int64
    /// The names of the files of its transaction; none for a number given by hand.
    var files: [String]
  }

  init(_ session: ImportSession) {
    self.session = session
    standing = StandingPostings(session.desk.ledger)
  }

  /// Takes rows of one file that are to be written.
  ///
  /// - Returns: those that are written now.
  mutating func take(_ batch: EntryBatch, of file: Int) throws -> EntryBatch {
    var passed: [Int] = []
    var held: [(row: Int, entry: EntryPlace)] = []
    for equal in try session.transaction.equalRows(of: batch) {
      guard session.options.same == .skip else {
        try doubt(equal.entries, of: file, equal.rows.map { Int(batch.lines[$0]) })
        continue
      }
      switch try known(equal.entries, of: file) {
      case nil:
        passed += equal.rows
        try notePassed(equal.rows.count, beside: equal.entries)
      case let undone?: held += equal.rows.map { ($0, undone) }
      }
    }
    pass(passed.map { batch.lines[$0] }, of: file)
    held.sort { $0.row < $1.row }
    undone.hold(batch.only(held.map(\.row)), of: file, equal: held.map(\.entry))
    return batch.without((passed + held.map(\.row)).sorted())
  }

  /// The rows that only undone entries equal and that are written all the same, when all is read.
  mutating func release() -> [(file: Int, batch: EntryBatch)] {
    undone.release().map { file, known, new in
      pass(known, of: file)
      return (file, new)
    }
  }

  /// Takes a row that says a level again which another replaced since.
  ///
  /// - Returns: whether it is passed over.
  mutating func take(_ statements: [Entry], of file: Int, _ line: Int) throws -> Bool {
    guard session.options.same == .skip else {
      try doubt(statements, of: file, [line])
      return false
    }
    guard try statements.contains(where: { try origin(of: $0) != nil }) else { return false }
    pass([Int32(clamping: line)], of: file)
    try notePassed(1, beside: statements)
    return true
  }

  private mutating func notePassed(_ rows: Int, beside entries: [Entry]) throws {
    let others = Set(try entries.compactMap { try origin(of: $0)?.transaction })
    guard let first = entries.first, !others.isEmpty else { return }
    session.known.add(entry: first.seq, rows: rows, of: others)
  }

  private func pass(_ lines: [Int32], of file: Int) {
    session.files[file].new -= lines.count
    session.files[file].passed += lines.map { PassedRow(row: Int($0), reason: .same) }
  }

  /// Whether rows are known that equal some entries, whoever made these.
  ///
  /// - Returns: nil where they are, else one of the entries, all of which were undone.
  private mutating func known(_ entries: [Entry], of file: Int) throws -> EntryPlace? {
    var undone: EntryPlace?
    var isKnown = false
    for entry in entries {
      if let opposite = EntrySource.undone(entry.source) { self.undone.note(opposite, in: file) }
      // What gave way to a list comes back without an undo of its own.
      if try isKnown || EntrySource.isOpening(entry.source) || origin(of: entry) != nil {
        isKnown = true
      } else if let row = try transaction(of: entry) {
        undone = EntryPlace(
          transaction: row.transaction, place: entry.seq &- row.entries.first &+ 1)
      }
    }
    return isKnown ? nil : undone
  }

  /// Takes rows that equal some entries and are written, unless they are faults.
  private mutating func doubt(_ entries: [Entry], of file: Int, _ lines: [Int]) throws {
    var found: [(entry: Entry, origin: Origin)] = []
    for entry in entries where entry.source.isEmpty || entry.level != nil {
      if let origin = try origin(of: entry) { found.append((entry, origin)) }
    }
    guard let first = found.first else { return }
    let ofFiles = found.filter { !$0.origin.files.isEmpty }
    guard let other = ofFiles.first else {
      for line in lines { try keep(line, of: file, first.entry) }
      return
    }
    let doubt = Doubt(file: file, importers: Set(ofFiles.map(\.origin.transaction)))
    waiting[doubt, default: Waiting()].add(lines, other.entry)
  }

  /// Decides of the rows that wait, when all is read.
  ///
  /// - Parameter own: by file, the transactions that imported the same bytes.
  mutating func settle(_ files: [(table: any TableSource, own: Set<Int64>)], first: Int) throws {
    let order = waiting.sorted {
      ($0.key.file, $0.value.listed[0].line) < ($1.key.file, $1.value.listed[0].line)
    }
    let all = files.map(\.own)
    for (doubt, rows) in order {
      let table = files[doubt.file - first].table
      let own = try files[doubt.file - first].own.filter { try isOwn($0, amongAll: all) }
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

  /// Whether the rows that a transaction imported are of the files of this import: which of several files had a
  /// row is not known.
  ///
  /// - Parameter all: by file, the transactions that imported the same bytes.
  private func isOwn(_ transaction: Int64, amongAll all: [Set<Int64>]) throws -> Bool {
    let ledger = session.desk.ledger
    guard let row = try ledger.transaction(transaction) else { return false }
    return try ledger.isOfOneFile(row)
      || ledger.importedFiles(in: row).count == all.count { $0.contains(transaction) }
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

  /// Where an entry came from; nil for one that was undone, or of a form that is accepted no more.
  private mutating func origin(of entry: Entry) throws -> Origin? {
    guard try standing.contain(entry), let row = try transaction(of: entry) else { return nil }
    if let known = origins[row.transaction] { return known }
    let ledger = session.desk.ledger
    let origin =
      try ledger.reversal(of: row.transaction) == nil
      ? Origin(transaction: row.transaction, files: try ledger.importedFiles(in: row)) : nil
    origins[row.transaction] = .some(origin)
    return origin
  }
}
