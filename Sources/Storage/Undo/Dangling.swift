internal import Database
internal import Journal
internal import Registers
internal import TargetEngine

/// Where something that stands may name a unit or an indicator that is no more.
private struct Mention {
  let named: Change.Subject
  /// The part of a transaction that has the rows which name it.
  let part: String
  /// The field that names it in the state of a thing; empty for entries and targets.
  var field = ""
  /// Gives what is named, and the row that names it.
  let query: String
  var values: [Value] = []
}

extension Transaction {
  /// Throws where an undo leaves something that names what is no more: it comes back before what it
  /// needs, or what it needs is taken away while it stands.
  ///
  /// - Parameter records: those to which the undo gave an earlier state.
  func forbidDangling(_ records: [RecordState]) throws {
    let units = Set(records.flatMap { $0.data.flatMap(\.values).compactMap(\.unit) })
    for unit in units.sorted() where try ledger.unit(id: unit) == nil {
      throw UndoFault.neededBy(
        transaction: try ledger.transaction(ofChange: try lastChange(of: .unit, unit)))
    }
    for mention in mentions {
      let found = try connection.rows(mention.query, mention.values) {
        (named: $0.int(0), row: $0.int(1))
      }
      for (named, row) in found { try forbid(mention, of: named, by: row) }
    }
  }

  private func forbid(_ mention: Mention, of named: Int64, by row: Int64) throws {
    let last = try lastChange(of: mention.named, named)
    let first = journal.row.changes.first
    if last >= first { throw UndoFault.neededBy(transaction: try naming(mention, row)) }
    // What an earlier version left so is not this undo's fault.
    if mention.part == "change", row < first { return }
    throw UndoFault.neededBy(transaction: try ledger.transaction(ofChange: last))
  }

  /// The transaction in force that wrote a row, or gave a thing the name that the row has.
  private func naming(_ mention: Mention, _ row: Int64) throws -> Int64 {
    let thing = try connection.first(
      """
      SELECT c.subject, c.object, c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
      WHERE c.seq = ?1
      """, [.int(mention.field.isEmpty ? 0 : row)]
    ) {
      (
        Change.Subject(rawValue: $0.text(0)), $0.int(1),
        ledger.state($0.text(2), hidden: $0.text(3))
      )
    }
    guard let thing, let subject = thing.0, let name = thing.2?[mention.field] else {
      return try transaction(of: mention.part, row)
    }
    return try giver(of: subject, thing.1) { $0[mention.field] == name }
  }

  private func lastChange(
    of subject: Change.Subject, _ object: Int64
  ) throws(StorageError) -> Int64 {
    try connection.first(
      "SELECT MAX(seq) FROM change WHERE subject = ?1 AND object = ?2",
      [.text(subject.rawValue), .int(object)]
    ) { $0.int(0) } ?? 0
  }

  private var mentions: [Mention] {
    [.unit, .indicator].flatMap { mentions(of: $0) } + [
      part("numerator"), part("denominator"),
      Mention(
        named: .unit, part: "change", field: "parent",
        query: """
          SELECT u.parent, c.seq FROM change c JOIN unit u ON u.id = c.object
          LEFT JOIN unit p ON p.id = u.parent
          WHERE c.seq >= ?1 AND c.subject = 'unit' AND u.parent IS NOT NULL AND p.id IS NULL
          """, values: [.int(journal.row.changes.first)]),
      Mention(
        named: .unit, part: "change", field: NamedValue.setting.value,
        query: """
          SELECT (SELECT MAX(o.object) FROM change o
              WHERE o.subject = 'unit' AND o.body LIKE 'code=' || s.value || ?1),
            \(Transaction.last("setting", "s.id"))
          FROM setting s LEFT JOIN unit u ON u.code = s.value
          WHERE s.name = 'unit' AND u.id IS NULL
          """, values: [.text("\nname=%")]),
    ]
  }

  /// The rows that name units, or indicators.
  private func mentions(of subject: Change.Subject) -> [Mention] {
    let name = subject.rawValue
    return [
      // The opposites of what was entered for a thing go with it.
      Mention(
        named: subject, part: "entry",
        query: """
          SELECT e.\(name), MIN(e.seq) FROM entry e LEFT JOIN \(name) n ON n.id = e.\(name)
          WHERE e.seq >= ?1 AND n.id IS NULL AND NOT EXISTS (SELECT 1 FROM change c
            WHERE c.subject = '\(name)' AND c.object = e.\(name) AND c.seq >= ?2)
          GROUP BY e.\(name)
          """, values: [.int(journal.row.entries.first), .int(journal.row.changes.first)]),
      // Of targets that the undo brings back.
      Mention(
        named: subject, part: "target",
        query: """
          SELECT t.\(name), t.seq FROM change c JOIN target t ON t.seq = c.object
          LEFT JOIN \(name) n ON n.id = t.\(name)
          WHERE c.seq >= ?1 AND c.subject = 'target' AND t.withdrawn = 0 AND n.id IS NULL
          """, values: [.int(journal.row.changes.first)]),
      Mention(
        named: subject, part: "change", field: name,
        query: """
          SELECT s.\(name), \(Transaction.last("sourcing", "s.id")) FROM sourcing s
          LEFT JOIN \(name) n ON n.id = s.\(name) WHERE n.id IS NULL
          """),
    ]
  }

  /// The parts of ratios.
  private func part(_ column: String) -> Mention {
    Mention(
      named: .indicator, part: "change", field: column,
      query: """
        SELECT i.\(column), \(Transaction.last("indicator", "i.id")) FROM indicator i
        LEFT JOIN indicator p ON p.id = i.\(column) WHERE i.kind = 'ratio' AND p.id IS NULL
        """)
  }

  /// The last change of a thing, as a query within another.
  private static func last(_ subject: String, _ object: String) -> String {
    "(SELECT MAX(c.seq) FROM change c WHERE c.subject = '\(subject)' AND c.object = \(object))"
  }
}
