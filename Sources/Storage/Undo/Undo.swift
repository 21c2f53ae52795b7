internal import Database
public import Journal
internal import Registers
public import TargetEngine

extension Transaction {
  /// Reverses another transaction: posts the opposite entries, withdraws targets, and restores the
  /// states from before. What it created is gone, and comes back when this is undone.
  ///
  /// - Throws: `UndoFault`, also where something in force refers to what it created.
  ///
  /// - Parameter today: under a unit that is closed by then no other comes back.
  @discardableResult
  public func reverse(_ row: JournalRow, in ledger: Ledger, today: Day) throws -> Reversed {
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
    let calendar = try ledger.calendar()
    var reposting = Reposting(self, checksDays: false)
    var rules = GroupRules(ledger)
    var forms = RestoredForms(self, undoing: row)
    let records = try restoreStates(before: row, today, &reposting, &rules, &forms)
    if let broken = try rules.broken().first {
      throw UndoFault.breaks(
        broken.problem, neededBy: try giver(of: broken, after: row).map { [$0] } ?? [])
    }
    // Entries of registers follow from their records as they are now.
    try post(try reposting.batch())
    try forms.post(ofUndoing: row, after: levels)
    try giveBackNumbers(after: row)
    try forbidDangling(records.compactMap(\.new))
    try forbidMisplaced(records, after: row)
    try forms.forbidOtherVersions()
    try forms.forbidDangling()
    if isEmpty { throw UndoFault.hasNoEffect }
    return Reversed(
      records: records, shifts: reposting.shifts, uncounted: reposting.uncountedByRules,
      gone: try GoneThings(
        among: ledger.changedThings(row).others, ledger, before: journal.row.changes.first, calendar
      ))
  }

  /// The opposites of entries made by number. Level statements have their own reversal; what forms post
  /// follows from their submissions.
  private func opposites(of entries: [Entry], _ row: JournalRow) throws -> [Entry] {
    var opposites: [Entry] = []
    for (index, entry) in entries.enumerated()
    where !EntrySource.isListed(entry.source) && !EntrySource.isOfForm(entry.source)
      && entry.level == nil
    {
      if try ledger.isOpening(entry) { continue }
      var opposite = entry
      opposite.amount = try Int64(0).subtracting(entry.amount)
      opposite.source = "\(EntrySource.undo)\(row.transaction).\(index + 1)"
      opposites.append(opposite)
    }
    return opposites
  }

  /// The latest transaction after another one that brought a record into a group whose rule is broken.
  private func giver(of broken: BrokenRule, after row: JournalRow) throws -> Int64? {
    try broken.others.compactMap { id in
      guard let shape = try ledger.register(of: id), let now = try ledger.record(id, in: shape)
      else { return nil }
      let belongs = { broken.concerns(RecordState(id: id, $0, shape), in: shape, like: now) }
      return try hasKept(id, since: row, belongs) ? nil : try giver(ofRecord: id, belongs)
    }.max()
  }

  /// What came between may have made impossible what was right when the transaction was written, or before:
  /// a unit was closed, a record was taken out.
  ///
  /// - Throws: `UndoFault.neededBy`, naming what came between.
  private func forbidMisplaced(_ records: [RestoredRecord], after row: JournalRow) throws {
    try forbidUnfoundedNames(records, after: row)
    try forbidOutsideTimes(after: row)
    try forbidLateBeginnings(records, after: row)
    try forbidTakenNumbers(after: row)
    try forbidNamesakes(after: row)
    try forbidToldAgain(row)
  }

  /// Throws where rows of an import would come back which another file has brought: both would count. Rows that
  /// were taken on purpose, beside those that stood then, may stand beside them again.
  private func forbidToldAgain(_ row: JournalRow) throws {
    guard let back = try ledger.broughtBack(byUndoing: row) else { return }
    let number = back.transaction
    let others = Set(try ledger.equalImports(of: back).map(\.transaction))
    let again = try others.sorted().first {
      try !ledger.wasInForce(min($0, number), before: max($0, number))
    }
    if let again { throw UndoFault.neededBy(transaction: again) }
  }

  /// - Returns: the records that have an earlier state again.
  private func restoreStates(
    before row: JournalRow, _ today: Day, _ reposting: inout Reposting, _ rules: inout GroupRules,
    _ forms: inout RestoredForms
  ) throws -> [RestoredRecord] {
    let records = try restoreRecords(before: row, &reposting, &rules)
    for (subject, object) in try ledger.changedThings(row).others {
      let state =
        try connection.first(
          """
          SELECT c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
          WHERE c.subject = ?1 AND c.object = ?2 AND c.seq < ?3 ORDER BY c.seq DESC LIMIT 1
          """, [.text(subject.rawValue), .int(object), .int(row.changes.first)]
        ) { ledger.state($0.text(0), hidden: $0.text(1)) } ?? nil
      if try forms.restore(subject, object, to: state) { continue }
      try restore(subject, object, to: state, after: row, today, &reposting, &rules)
    }
    return records
  }
}
