internal import Database
internal import Forms
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Throws where a form, or what was done with one, names a unit.
  func forbidForms(naming unit: UnitID) throws {
    for subject in [Change.Subject.submission, .exemption] {
      let object =
        try connection.first(
          "SELECT MIN(id) FROM \(subject.rawValue) WHERE unit = ?1", [.int(unit)]
        ) { $0.optionalInt(0) } ?? nil
      if let object { throw try needed(by: subject, object) }
    }
    for (subject, object, state) in try formStates() where state.names(unit: unit) {
      throw UndoFault.neededBy(
        transaction: try giver(of: subject, object) { $0.names(unit: unit) })
    }
  }

  /// Throws where a form names an indicator.
  func forbidForms(namingIndicator code: String) throws {
    for form in try ledger.forms() where form.definition.indicators.contains(code) {
      throw UndoFault.neededBy(
        transaction: try giver(of: .form, form.id) {
          FormDefinition($0)?.indicators.contains(code) ?? false
        })
    }
  }

  /// Throws where what this transaction wrote of forms names what is no more.
  func forbidUnfoundedForms() throws {
    let changes = try connection.rows(
      """
      SELECT DISTINCT subject, object FROM change
      WHERE seq >= ?1 AND subject IN ('form', 'asking', 'exemption', 'submission')
      """, [.int(journal.row.changes.first)]
    ) { (subject: $0.text(0), object: $0.int(1)) }
    for (name, object) in changes {
      guard let subject = Change.Subject(rawValue: name),
        let state = try ledger.state(of: subject, object, before: .max)
      else { continue }
      for unit in state.formUnits where try ledger.unit(id: unit) == nil {
        throw UndoFault.neededBy(transaction: try lastGiver(of: .unit, unit))
      }
      if subject == .form {
        try forbidUnfounded(FormDefinition(state)?.indicators ?? [])
      } else if let form = state["form"].flatMap({ Int64($0) }), try ledger.form(id: form) == nil {
        throw UndoFault.neededBy(transaction: try lastGiver(of: .form, form))
      }
    }
  }

  /// Throws where an accepted form would stand on a last day of its unit that is none any more: because the unit is
  /// another, or because the acceptance comes back.
  func forbidOtherEnds() throws {
    let changed = try connection.rows(
      "SELECT DISTINCT subject, object FROM change WHERE seq >= ?1 AND subject IN ('unit', 'submission')",
      [.int(journal.row.changes.first)]
    ) { (subject: $0.text(0), object: $0.int(1)) }
    let restored = Set(changed.filter { $0.subject == "submission" }.map(\.object))
    let units = changed.filter { $0.subject == "unit" }.map(\.object)
    let others = try connection.rows(of: units) {
      "SELECT id FROM submission WHERE state = 'accepted' AND unit IN (\($0)) AND body LIKE '%\nend=%'"
    } row: {
      $0.int(0)
    }
    for id in restored.union(others).sorted() {
      guard let submission = try ledger.submission(id: id), submission.state == .accepted,
        let end = submission.end, let unit = try ledger.unit(id: submission.unit)?.unit,
        unit.closed != end
      else { continue }
      throw UndoFault.neededBy(
        transaction: try restored.contains(id)
          ? lastGiver(of: .unit, unit.id) : lastGiver(of: .submission, id))
    }
  }

  private func forbidUnfounded(_ indicators: Set<String>) throws {
    for code in indicators.sorted() where try ledger.indicator(code: code) == nil {
      let last =
        try connection.first(
          """
          SELECT MAX(object) FROM change WHERE subject = 'indicator' AND body LIKE ?1
          """, [.text("code=\(code)\n%")]
        ) { $0.optionalInt(0) } ?? nil
      // What was never there was not taken away.
      if let last { throw UndoFault.neededBy(transaction: try lastGiver(of: .indicator, last)) }
    }
  }

  /// The transaction that changed a thing last.
  func lastGiver(of subject: Change.Subject, _ object: Int64) throws(StorageError) -> Int64 {
    let seq = try connection.first(
      "SELECT MAX(seq) FROM change WHERE subject = ?1 AND object = ?2 AND seq < ?3",
      [.text(subject.rawValue), .int(object), .int(journal.row.changes.first)]
    ) { $0.int(0) }
    return try ledger.transaction(ofChange: seq ?? 0)
  }

  private func needed(by subject: Change.Subject, _ object: Int64) throws -> UndoFault {
    UndoFault.neededBy(transaction: try giver(of: subject, object) { _ in true })
  }

  private func formStates() throws -> [(Change.Subject, Int64, FieldList)] {
    try [Change.Subject.form, .asking].flatMap { subject in
      try connection.rows("SELECT id, body FROM \(subject.rawValue)") {
        (subject, $0.int(0), FieldList(parsing: $0.text(1)))
      }
    }
  }
}

extension FieldList {
  /// The units that a form, an asking, an exemption or a submission names.
  fileprivate var formUnits: Set<UnitID> {
    Set((all("below") + all("unit")).compactMap { Int64($0) })
  }

  fileprivate func names(unit: UnitID) -> Bool { formUnits.contains(unit) }
}
