internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

/// Things other than records in the states that they had before a transaction.
extension Transaction {
  /// Gives a thing the state that it had before a transaction; one that had none is deleted.
  ///
  /// - Throws: `UndoFault` where something in force refers to one that is deleted.
  func restore(
    _ subject: Change.Subject, _ object: Int64, to state: FieldList?, after row: JournalRow,
    _ today: Day, _ reposting: inout Reposting, _ rules: inout GroupRules
  ) throws {
    switch subject {
    case .unit:
      if let state {
        try reposting.touch(groupsOf: object)
        try restore(unit: StoredUnit(id: object, fields: state), after: row, today)
        try reposting.touch(groupsOf: object)
        // Rules of the units above reach down to its records.
        if try !ledger.sourcings().isEmpty { try reposting.touch(below: object) }
      } else {
        try forbidUse(of: object, after: row)
        try remove(unit: object)
      }
    case .indicator:
      if let state {
        let indicator = Indicator(id: object, fields: state)
        try forbidTaken(
          .indicator, object, "indicator WHERE code = ?1", [.text(indicator.code)],
          by: state, ["code"])
        try insert(indicator)
        try reposting.touch(postingTo: [indicator.code])
        try journal.record(Change(subject: .indicator, object: object, state: state))
      } else {
        try forbidUse(ofIndicator: object, after: row)
        try connection.run("DELETE FROM indicator WHERE id = ?1", [.int(object)])
        try journal.record(Change(subject: .indicator, object: object, state: nil))
      }
    case .setting:
      if state == nil { try forbidUsedColumn(object) }
      try restore(.setting, object, state)
      ledger.forgetSettings()
      if let name = state?[NamedValue.setting.key] { try forbidSameTitle(name) }
    case .imported:
      try restore(.imported, object, try ledger.imported(object, onceUndone: row.transaction))
    case .sourcing:
      let rule = try connection.first(
        "SELECT unit, indicator FROM sourcing WHERE id = ?1", [.int(object)]
      ) { ($0.int(0), $0.int(1)) }
      let indicator = rule.map(\.1) ?? state.flatMap { Sourcing(fields: $0)?.indicator }
      if let indicator { try noteDoubles(of: indicator) }
      try restoreSourcing(object, state)
      let units = Set([rule?.0, state.flatMap { Sourcing(fields: $0)?.unit }].compactMap { $0 })
      for unit in units.sorted() { try reposting.touch(below: unit, rulesOf: indicator) }
    case .target: try withdraw(target: object, state?["withdrawn"] == "1")
    case .closing: throw UndoFault.isClosing
    case .merger:
      if let kept = state?["into"].flatMap({ RecordID($0) }) {
        try forbidMissing(kept)
        if let erasure = try ledger.erasure(of: kept) {
          throw UndoFault.neededBy(transaction: erasure.transaction)
        }
      }
      try journal.record(Change(subject: .merger, object: object, state: state))
    case .list, .record: break  // They are restored already.
    case .passedOver: break  // It holds while its import is in force.
    case .form, .exemption, .asking, .submission: break  // `RestoredForms` restores them.
    case .key, .reveal, .erasure: throw UndoFault.isFinal
    }
  }

  private func restore(unit stored: StoredUnit, after row: JournalRow, _ today: Day) throws {
    var stored = stored
    let now = try ledger.unit(id: stored.unit.id)
    try forbidTaken(
      .unit, stored.unit.id, "unit WHERE code = ?1", [.text(stored.unit.code)],
      by: stored.fields, ["code"])
    try forbidNameOfCode(stored, now)
    if let parent = stored.unit.parent {
      try forbidCycle(stored.unit.id, under: parent)
      try forbidClosedParent(of: stored, now, after: row, today)
    }
    try forbidLaterChildren(of: stored, now, after: row)
    try forbidNamesake(of: stored, after: row)
    if let now, now.merged != nil, stored.merged == nil { try forbidRevised(with: now) }
    if let number = stored.merged, now?.merged == nil, let parent = stored.unit.parent,
      try hasRevision(of: parent, in: number..<Int64.max)
    {
      // It is merged from now on: what was revised meanwhile was without its target.
      stored.merged = nextTarget
    }
    if now == nil { try reinstate(stored) } else { try update(stored) }
  }

  private func restore(
    _ kind: NamedValue, _ object: Int64, _ state: FieldList?
  ) throws {
    if let state {
      try forbidTaken(
        kind.subject, object, "\(kind.table) WHERE \(kind.key) = ?1",
        [.text(state[kind.key] ?? "")], by: state, [kind.key])
      try put(kind, state, at: object)
    } else {
      try connection.run("DELETE FROM \(kind.table) WHERE id = ?1", [.int(object)])
    }
    try journal.record(Change(subject: kind.subject, object: object, state: state))
  }

  private func restoreSourcing(_ object: Int64, _ state: FieldList?) throws {
    try connection.run("DELETE FROM sourcing WHERE id = ?1", [.int(object)])
    if let state, let sourcing = Sourcing(fields: state) {
      try forbidTaken(
        .sourcing, object, "sourcing WHERE indicator = ?1 AND unit = ?2 AND since = ?3",
        [.int(sourcing.indicator), .int(sourcing.unit), Value(sourcing.since.rawValue)],
        by: state, ["indicator", "unit", "since"])
      try put(sourcing, at: object)
    }
    try journal.record(Change(subject: .sourcing, object: object, state: state))
  }
}
