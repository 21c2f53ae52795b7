public import Database
internal import Journal
public import TargetEngine

extension Transaction {
  /// Records that a month is closed.
  public func add(_ closing: Closing) throws(StorageError) {
    let id = try nextID(in: .closing)
    try connection.run(
      "INSERT INTO closing (\(Closing.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      [
        .int(id), .int(journal.row.transaction), Value(closing.month.rawValue),
        .text(closing.module),
        Value(closing.edition), .int(closing.cutoff), .text(closing.tolerance),
        Value(closing.form.rawValue),
      ])
    try journal.record(Change(subject: .closing, object: id, state: closing.fields))
  }

  /// Freezes a unit as it is named and placed now; units come in the order of their rows.
  public func freeze(_ unit: Unit) throws(StorageError) {
    let values: [Value] = [
      .int(journal.row.transaction), .int(unit.id), .text(unit.code), .text(unit.name),
      .text(unit.kind.rawValue), Value(unit.parent), Value(unit.opened?.rawValue),
      Value(unit.closed?.rawValue),
    ]
    try connection.run(
      "INSERT INTO closed_unit (\(FrozenForm.unitColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      values)
    journal.lineForm.add(.unit, values)
    journal.row.lines.count += 1
  }

  /// Freezes a line of a unit. Lines come in the order of unit, part, year and indicator.
  public func freeze(_ frozen: FrozenLine, of unit: UnitID) throws(StorageError) {
    let values = FrozenForm.values(frozen, unit: unit, transaction: journal.row.transaction)
    try connection.run(
      "INSERT INTO closed_line (\(FrozenForm.lineColumns)) VALUES ("
        + (1...values.count).map { "?\($0)" }.joined(separator: ", ") + ")", values)
    journal.lineForm.add(.line, values)
    journal.row.lines.count += 1
  }
}

extension Transaction {
  /// Freezes the notes under a unit's lines in their order. They come after all lines, by unit.
  public func freeze(_ notes: [FrozenNote], of unit: UnitID) throws(StorageError) {
    for (place, note) in notes.enumerated() {
      let values: [Value] = [
        .int(journal.row.transaction), .int(unit), Value(place), Value(note.part.rawValue),
        Value(note.year), .int(note.indicator), .text(note.body.openText),
      ]
      try connection.run(
        "INSERT INTO closed_note (\(FrozenForm.noteColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        values)
      journal.lineForm.add(.note, values)
      journal.row.lines.count += 1
    }
  }
}

/// The columns of frozen rows, which are also what is hashed.
enum FrozenForm {
  static let unitColumns = "tx, unit, code, name, kind, parent, opened, closed"
  static let lineColumns =
    "tx, unit, part, year, indicator, \(Plan.columns),"
    + " document, actual, denominator, month, previous_month, last_year, corrected"
  static let noteColumns = "tx, unit, seq, part, year, indicator, body"

  /// The frozen tables in the order in which a closing writes and hashes them.
  static let tables: [(tag: Canonical.Tag, table: String, columns: String, order: String)] = [
    (.unit, "closed_unit", unitColumns, "unit"),
    (.line, "closed_line", lineColumns, "unit, part, year, indicator"),
    (.note, "closed_note", noteColumns, "unit, seq"),
  ]

  /// Which columns are texts (`t`) and which numbers (`n`).
  static func kinds(_ table: String) -> String {
    switch table {
    case "closed_unit": "nntttnnn"
    case "closed_line": "nnnnntntntnnnnnn"
    default: "nnnnnnt"
    }
  }

  static func values(_ frozen: FrozenLine, unit: UnitID, transaction: Int64) -> [Value] {
    let line = frozen.line
    let actual: (Int64, Int64?) =
      switch line.actual {
      case .amount(let amount): (amount, nil)
      case .ratio(let numerator, let denominator): (numerator.units, denominator.units)
      }
    return [
      .int(transaction), .int(unit), .int(Int64(frozen.part.rawValue)), Value(line.year),
      .int(line.indicator.id),
    ] + (line.plan?.values ?? [.null, .null, .null, .null]) + [
      .text(frozen.document), .int(actual.0), Value(actual.1), Value(line.month),
      Value(line.previousMonth), Value(line.sameMonthLastYear), .int(line.corrected),
    ]
  }
}

extension Canonical {
  mutating func add(_ tag: Tag, _ values: [Value]) {
    begin(tag)
    for value in values {
      switch value {
      case .null: add(Int64?.none)
      case .int(let int): add(int)
      case .text(let text): add(text)
      case .blob(let bytes): add(bytes)
      }
    }
  }
}
