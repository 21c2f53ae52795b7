public import Registers
internal import TargetEngine

/// Why a transaction cannot be undone. Source: `engine.md`, "Undo".
public enum UndoFault: Error, Sendable, Equatable {
  case unknown(transaction: Int64)
  case alreadyUndone(by: Int64)
  /// A later transaction builds on it.
  case neededBy(transaction: Int64)
  /// A rule over records would be broken; `neededBy` is the later transaction that rests on it, 0
  /// where none is known.
  case breaks(Problem, neededBy: Int64)
  /// A closing is reissued, not undone.
  case isClosing
  /// A change of the key, a look at secrets, or an erasure.
  case isFinal
}

extension Ledger {
  /// The transaction to be undone, when nothing forbids it.
  public func undoable(_ number: Int64) throws -> JournalRow {
    guard let row = try transaction(number) else { throw UndoFault.unknown(transaction: number) }
    if row.lines.count > 0 { throw UndoFault.isClosing }
    if try hasFinalChange(row) { throw UndoFault.isFinal }
    if let undone = try reversal(of: number) { throw UndoFault.alreadyUndone(by: undone) }
    for dependent in [
      try laterChange(row), try laterTarget(row), try laterCorrection(row), try laterList(row),
      try conflict(ofUndoing: row), try laterLevel(row),
    ] {
      if let dependent { throw UndoFault.neededBy(transaction: dependent) }
    }
    return row
  }

  private func hasFinalChange(_ row: JournalRow) throws(StorageError) -> Bool {
    let subjects = try connection.rows(
      "SELECT DISTINCT subject FROM change WHERE seq >= ?1 AND seq < ?2",
      [.int(row.changes.first), .int(row.changes.end)]
    ) { Change.Subject(rawValue: $0.text(0)) }
    return subjects.contains { $0?.isFinal ?? false }
  }

  /// A later transaction that changed the same thing, and whose change counts.
  private func laterChange(_ row: JournalRow) throws(StorageError) -> Int64? {
    let isSame = "l.subject = c.subject AND l.object = c.object"
    let isInList =
      "c.subject = 'list' AND l.subject = 'record'"
      + " AND l.object >= c.object AND l.object < c.object + c.extent"
    var later: Set<Int64> = []
    for match in [isSame, isInList] {
      later.formUnion(
        try connection.rows(
          """
          SELECT DISTINCT (SELECT tx FROM journal WHERE changes > 0 AND first_change <= l.seq
            ORDER BY first_change DESC LIMIT 1)
          FROM change c JOIN change l ON \(match) AND l.seq >= ?2
          WHERE c.seq >= ?1 AND c.seq < ?2
          """, [.int(row.changes.first), .int(row.changes.end)]
        ) { $0.int(0) })
    }
    for number in later.sorted() {
      if let obstacle = try obstacle(number, to: row) { return obstacle }
    }
    return nil
  }

  /// What a later change of the same thing puts in the way. The state from before `row` is right again
  /// only where the same changes are in force as were then.
  func obstacle(_ number: Int64, to row: JournalRow) throws(StorageError) -> Int64? {
    guard let later = try transaction(number) else { return nil }
    return try change(of: reversed(by: later).last ?? number, since: row.transaction)
  }

  /// A later revision of the same target, which may have kept due day and pace.
  private func laterTarget(_ row: JournalRow) throws(StorageError) -> Int64? {
    try connection.first(
      """
      SELECT MIN(j.tx) FROM target t JOIN target l
        ON l.unit = t.unit AND l.indicator = t.indicator AND l.year = t.year
        AND l.seq >= ?2 AND l.withdrawn = 0
      JOIN journal j ON j.first_target <= l.seq AND l.seq < j.first_target + j.targets
      WHERE t.seq >= ?1 AND t.seq < ?2 AND t.withdrawn = 0
      """, [.int(row.targets.first), .int(row.targets.end)]
    ) { $0.optionalInt(0) } ?? nil
  }

  /// A later list that took the place of its numbers.
  private func laterList(_ row: JournalRow) throws -> Int64? {
    guard row.entries.count > 0 else { return nil }
    let lists = try connection.rows(
      """
      SELECT l.unit, l.indicator, MIN(l.seq) FROM entry l
      WHERE l.source = 'list' AND l.source <> '' AND l.seq >= ?2 AND EXISTS (
        SELECT 1 FROM run r JOIN entry e ON e.seq >= r.first AND e.seq < r.first + r.entries
        WHERE r.unit = l.unit AND r.first < ?2 AND r.first + r.entries > ?1
          AND e.seq >= ?1 AND e.seq < ?2 AND e.indicator = l.indicator
          AND NOT \(EntrySource.isListed("e")) AND e.source NOT IN ('list', 'back'))
      GROUP BY l.unit, l.indicator ORDER BY MIN(l.seq)
      """, [.int(row.entries.first), .int(row.entries.end)]
    ) { (ListedPlace(indicator: $0.int(1), unit: $0.int(0)), $0.int(2)) }
    let entries = lists.isEmpty ? [] : try self.entries(row.entries)
    var sources = try ListSources(self)
    for (place, seq) in lists {
      let taken = Set(
        try givenWay(at: place, in: row.entries.end..<Int64.max).map { PostingKey(of: $0) })
      // Where the numbers came back, nothing rests on them.
      let isTaken = try entries.contains { entry in
        guard entry.unit == place.unit, entry.indicator == place.indicator else { return false }
        return try taken.contains(PostingKey(of: entry))
          || isListed(place) && sources.isByList(place, on: entry.day)
      }
      guard isTaken else { continue }
      let taker = try transaction(ofEntry: seq)?.transaction
      if let taker, try reversal(of: taker) == nil { return taker }
      return try standingList(at: place) ?? taker
    }
    return nil
  }

  /// A later correction in force of one of its entries, or of an entry that it brought back.
  private func laterCorrection(_ row: JournalRow) throws(StorageError) -> Int64? {
    guard row.entries.count > 0 else { return nil }
    for number in [row.transaction] + (try reversed(by: row)) {
      let corrections = try connection.rows(
        """
        SELECT DISTINCT j.tx FROM entry e
        JOIN journal j ON j.first_entry <= e.seq AND e.seq < j.first_entry + j.entries
        WHERE e.seq >= ?1 AND e.source LIKE ?2 ORDER BY j.tx
        """, [.int(row.entries.end), .text("\(EntrySource.correction)\(number).%")]
      ) { $0.int(0) }
      for correction in corrections where try reversal(of: correction) == nil {
        return correction
      }
    }
    return nil
  }
}

extension Transaction {
  /// Posts what reverses another transaction: the opposite entries, withdrawn targets, and the
  /// states from before. What it made and history refers to stays, since nothing is erased.
  ///
  /// - Throws: `UndoFault`, also when later rows refer to something that it made.
  public func reverse(_ row: JournalRow, in ledger: Ledger) throws {
    let targets = try connection.rows(
      "SELECT seq FROM target WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
      [.int(row.targets.first), .int(row.targets.end)]
    ) { $0.int(0) }
    for seq in targets { try withdraw(target: seq, true) }
    let entries = try ledger.entries(row.entries)
    let opposites = try opposites(of: entries, row)
    let levels = try reverseLevels(entries, of: row)
    let said = row.reverses > 0 ? levels.filter(\.isOfOwnStatement) : []
    try admitNumbers(opposites + said, ofUndoing: row)
    try post(opposites + levels)
    var reposting = Reposting(self, checksDays: false)
    var rules = GroupRules(ledger)
    try restoreStates(before: row, &reposting, &rules)
    if let broken = try rules.broken().first {
      throw UndoFault.breaks(
        broken.problem, neededBy: try lastChange(of: broken.others, after: row) ?? 0)
    }
    // What registers posted follows from their records as they are now.
    try post(try reposting.batch())
    try giveBackNumbers(after: row)
  }

  /// The opposites of what was told by number; statements of levels are taken back otherwise.
  private func opposites(of entries: [Entry], _ row: JournalRow) throws -> [Entry] {
    var opposites: [Entry] = []
    for (index, entry) in entries.enumerated()
    where !EntrySource.isListed(entry.source) && entry.level == nil {
      if try ledger.isOpening(entry) { continue }
      var opposite = entry
      opposite.amount = try Int64(0).subtracting(entry.amount)
      opposite.source = "\(EntrySource.undo)\(row.transaction).\(index + 1)"
      opposites.append(opposite)
    }
    return opposites
  }

  /// The latest transaction after another one that changed one of some records.
  private func lastChange(of records: [RecordID], after row: JournalRow) throws -> Int64? {
    let seqs = try records.compactMap { try ledger.changes(of: $0).last?.seq }
    guard let last = seqs.max(), last >= row.changes.end else { return nil }
    return try ledger.transaction(ofChange: last)
  }

  private func restoreStates(
    before row: JournalRow, _ reposting: inout Reposting, _ rules: inout GroupRules
  ) throws {
    try restoreRecords(before: row, &reposting, &rules)
    for (subject, object) in try changedThings(row).others {
      let state =
        try connection.first(
          """
          SELECT c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
          WHERE c.subject = ?1 AND c.object = ?2 AND c.seq < ?3 ORDER BY c.seq DESC LIMIT 1
          """, [.text(subject.rawValue), .int(object), .int(row.changes.first)]
        ) { ledger.state($0.text(0), hidden: $0.text(1)) } ?? nil
      try restore(subject, object, to: state, after: row, &reposting, &rules)
    }
  }

  private func restoreRecords(
    before row: JournalRow, _ reposting: inout Reposting, _ rules: inout GroupRules
  ) throws {
    var changes = RecordChanges(connection)
    var removed: [(RecordID, RegisterShape)] = []
    var returned: [(RecordState, RegisterShape)] = []
    for id in try changedThings(row).records {
      let state = try changes.of(id).last { $0.seq < row.changes.first }?.fields(ledger)
      let (shape, old, new) = try restore(record: id, to: state, before: row)
      try reposting.touch(shape, old: old, new: new)
      rules.touch(shape, old: old, new: new)
      if new == nil { removed.append((id, shape)) }
      if let new, !new.isRemoved, old?.isRemoved ?? true { returned.append((new, shape)) }
    }
    // Now none of the transaction's own records is in the way of another.
    for (id, shape) in removed { try forbidReferences(to: id, in: shape) }
    for (state, shape) in returned { try forbidRemoved(namedBy: state, in: shape) }
  }

  /// What a transaction changed, the newest of a kind first.
  private func changedThings(
    _ row: JournalRow
  ) throws(StorageError) -> (records: [RecordID], others: [(Change.Subject, Int64)]) {
    let changes = try connection.rows(
      """
      SELECT DISTINCT subject, object, extent FROM change WHERE seq >= ?1 AND seq < ?2
      ORDER BY object DESC
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { (subject: Change.Subject(rawValue: $0.text(0)), object: $0.int(1), extent: $0.int(2)) }
    var records: Set<Int64> = []
    var others: [(Change.Subject, Int64)] = []
    for (subject, object, extent) in changes {
      switch subject {
      case .record, .list: records.formUnion(ListBody.objects(from: object, extent))
      case let subject?: others.append((subject, object))
      case nil: break
      }
    }
    return (records.sorted(by: >), others)
  }

  private func restore(
    _ subject: Change.Subject, _ object: Int64, to state: FieldList?, after row: JournalRow,
    _ reposting: inout Reposting, _ rules: inout GroupRules
  ) throws {
    switch subject {
    case .unit:
      if let state {
        try restore(unit: StoredUnit(id: object, fields: state))
        // Rules of the units above reach down to its records.
        if try !ledger.sourcings().isEmpty { try reposting.touch(below: object) }
      } else if try isFree(unit: object, after: row) {
        try remove(unit: object)
      }
    case .indicator:
      if let state {
        let indicator = Indicator(id: object, fields: state)
        try forbidTaken(
          .indicator, object, "indicator WHERE code = ?1", [.text(indicator.code)])
        try insert(indicator)
        try reposting.touch(postingTo: [indicator.code])
        try record(Change(subject: .indicator, object: object, state: state))
      } else if try isFree(indicator: object, after: row) {
        try connection.run("DELETE FROM indicator WHERE id = ?1", [.int(object)])
        try record(Change(subject: .indicator, object: object, state: nil))
      }
    case .setting:
      if state == nil { try forbidUsedColumn(object) }
      try restore(.setting, object, state)
      ledger.forgetSettings()
    case .imported: try restore(.imported, object, state)
    case .sourcing:
      let unit = try connection.first(
        "SELECT unit FROM sourcing WHERE id = ?1", [.int(object)]
      ) { $0.int(0) }
      try restoreSourcing(object, state)
      let units = Set([unit, state.flatMap { Sourcing(fields: $0)?.unit }].compactMap { $0 })
      for unit in units.sorted() { try reposting.touch(below: unit) }
    case .target: try withdraw(target: object, state?["withdrawn"] == "1")
    case .closing: throw UndoFault.isClosing
    case .list, .record: break  // They are restored already.
    case .key, .reveal, .erasure: throw UndoFault.isFinal
    }
  }

  private func restore(unit stored: StoredUnit) throws {
    try forbidTaken(.unit, stored.unit.id, "unit WHERE code = ?1", [.text(stored.unit.code)])
    if let parent = stored.unit.parent { try forbidCycle(stored.unit.id, under: parent) }
    let exists = try connection.first(
      "SELECT 1 FROM unit WHERE id = ?1", [.int(stored.unit.id)]
    ) { _ in true }
    if exists == nil { try reinstate(stored) } else { try update(stored) }
  }

  private func restore(
    _ kind: NamedValue, _ object: Int64, _ state: FieldList?
  ) throws {
    if let state {
      try forbidTaken(
        kind.subject, object, "\(kind.table) WHERE \(kind.key) = ?1",
        [.text(state[kind.key] ?? "")])
      try put(kind, state, at: object)
    } else {
      try connection.run("DELETE FROM \(kind.table) WHERE id = ?1", [.int(object)])
    }
    try record(Change(subject: kind.subject, object: object, state: state))
  }

  private func restoreSourcing(_ object: Int64, _ state: FieldList?) throws {
    try connection.run("DELETE FROM sourcing WHERE id = ?1", [.int(object)])
    if let state, let sourcing = Sourcing(fields: state) {
      try forbidTaken(
        .sourcing, object, "sourcing WHERE indicator = ?1 AND unit = ?2 AND since = ?3",
        [.int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue)])
      try put(sourcing, at: object)
    }
    try record(Change(subject: .sourcing, object: object, state: state))
  }
}
