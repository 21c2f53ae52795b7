internal import Database
internal import Journal
internal import Registers

/// Reads every chained row once, in order, and recomputes every hash.
final class Prover {
  private let connection: any Connection
  private let changes: RowStream
  private let texts: RowStream
  /// The records whose texts were destroyed.
  private let erased: Set<RecordID>
  private let targets: RowStream
  private let entries: EntryStream
  private let identity: String
  private var proved: Int64 = 0

  init(_ connection: any Connection) throws(StorageError) {
    self.connection = connection
    changes = try RowStream(connection, "change", "seq, subject, object, body, extent")
    texts = try RowStream(connection, "change_text", "seq, salt, body")
    erased = Set(
      try connection.rows("SELECT object FROM change WHERE subject = 'erasure'") { $0.int(0) })
    targets = try RowStream(
      connection, "target",
      "seq, unit, indicator, year, amount, effective, due, pace, document, reason")
    entries = try EntryStream(connection)
    identity = try Journal.identity(connection)
  }

  func chain(_ progress: (Int64) -> Void) throws(StorageError) -> [Tampering] {
    var findings: [Tampering] = []
    var previous = Head.none.hash
    var expected = JournalRow.Numbers()
    let rows = try connection.rows(
      "SELECT \(JournalRow.columns) FROM journal ORDER BY tx", [], JournalRow.init)
    for row in rows {
      if expected.transaction < row.transaction {
        findings.append(.missing(expected.transaction...row.transaction - 1))
        expected.transaction = row.transaction
      }
      if try !proves(row, after: previous) || !expected.begin(row) {
        findings.append(.content(transaction: row.transaction))
      }
      previous = row.hash
      expected.pass(row)
      progress(proved)
    }
    for stream in [changes, texts, targets] where stream.hasRow {
      findings.append(.stray(table: stream.table))
    }
    if entries.hasMore { findings.append(.stray(table: "entry")) }
    return findings + (try strayLines())
  }

  private func proves(_ row: JournalRow, after previous: [UInt8]) throws(StorageError) -> Bool {
    guard (1...Canonical.version).contains(row.version) else { return false }
    var changeForm = Canonical()
    var targetForm = Canonical()
    var entryForm = Canonical()
    var hidden: [HiddenPart] = []
    var next = row.changes.first
    var isGapless = true
    var whole = try changes.take(row.changes) { change in
      changeForm.addChange(change)
      let digests = Prover.digests(of: change)
      // Neither a number nor an extent is hashed: each follows from the change before.
      if change.int(0) != next || change.int(4) != digests.count { isGapless = false }
      next &+= Int64(digests.count)
      for (line, digest) in digests.enumerated() {
        guard let digest else { continue }
        hidden.append(
          HiddenPart(
            seq: change.int(0) &+ Int64(line), record: change.int(2) &+ Int64(line),
            digest: digest))
      }
    }
    whole = try prove(hidden, row.changes) && isGapless && next == row.changes.end && whole
    whole = try targets.take(row.targets) { targetForm.addTarget($0) } && whole
    whole = try entries.take(row.entries, into: &entryForm) && whole
    // A number that was tampered with may be of any size.
    proved &+= row.entries.count
    let digests = JournalRow.Digests(
      changes: changeForm.finish(), targets: targetForm.finish(), entries: entryForm.finish(),
      lines: try lines(of: row))
    return whole && row.sealed(after: previous, digests, identity: identity) == row.hash
  }

  /// A text beside the chain, with the digest that the chain has of it.
  private struct HiddenPart {
    let seq: Int64
    let record: RecordID
    let digest: Substring
  }

  /// The digests of the hidden texts of a change, one for each thing that it is about.
  private static func digests(of change: any Statement) -> [Substring?] {
    let body = change.text(3)
    return change.text(1) == Change.Subject.list.rawValue
      ? ListBody(body).digests : [HiddenText.digest(of: body)]
  }

  /// Whether the texts beside some changes have the digests that these hold. Only an erasure may
  /// have destroyed one.
  private func prove(
    _ parts: [HiddenPart], _ rows: JournalRow.Rows
  ) throws(StorageError) -> Bool {
    var missing = Dictionary(parts.map { ($0.seq, $0) }) { first, _ in first }
    var isWhole = true
    let isInStretch = try texts.take(rows) { text in
      guard let part = missing.removeValue(forKey: text.int(0)),
        HiddenText.proves(part.digest, text.blob(1), Array(text.bytes(2)))
      else {
        isWhole = false
        return
      }
    }
    return isWhole && isInStretch && missing.values.allSatisfy { erased.contains($0.record) }
  }

  private func lines(of row: JournalRow) throws(StorageError) -> [UInt8] {
    var form = Canonical()
    if row.lines.count > 0 {
      for (tag, table, columns, order) in FrozenForm.tables {
        let statement = try connection.statement(
          "SELECT \(columns) FROM \(table) WHERE tx = ?1 ORDER BY \(order)")
        statement.bind(1, row.transaction)
        while try statement.step() { form.addRow(tag, statement, FrozenForm.kinds(table)) }
      }
    }
    return form.finish()
  }

  private func strayLines() throws(StorageError) -> [Tampering] {
    var findings: [Tampering] = []
    for (_, table, _, _) in FrozenForm.tables {
      let stray = try connection.first(
        "SELECT COUNT(*) FROM \(table) WHERE tx NOT IN (SELECT tx FROM journal WHERE lines > 0)"
      ) { $0.int(0) }
      if stray ?? 0 > 0 { findings.append(.stray(table: table)) }
    }
    return findings
  }
}

extension Canonical {
  fileprivate mutating func addChange(_ row: any Statement) {
    begin(.change)
    add(bytes: row.bytes(1))
    add(row.int(2))
    add(bytes: row.bytes(3))
  }

  fileprivate mutating func addTarget(_ row: any Statement) {
    target(
      unit: row.int(1), indicator: row.int(2), year: row.int(3), amount: row.int(4),
      effective: row.int(5), due: row.int(6), pace: row.bytes(7), document: row.bytes(8),
      reason: row.bytes(9))
  }

  /// A frozen row: `t` in `kinds` marks the texts.
  fileprivate mutating func addRow(_ tag: Tag, _ row: any Statement, _ kinds: String) {
    begin(tag)
    for (column, kind) in kinds.enumerated() {
      if row.isNull(column) {
        add(Int64?.none)
      } else if kind == "t" {
        add(bytes: row.bytes(column))
      } else {
        add(row.int(column))
      }
    }
  }
}
