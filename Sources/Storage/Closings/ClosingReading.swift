public import Database
internal import Journal
public import TargetEngine

extension Ledger {
  /// Every closing, oldest month first, editions in order.
  public func closings() throws(StorageError) -> [Closing] {
    try connection.rows(
      "SELECT \(Closing.columns) FROM closing ORDER BY month, id"
    ) { Closing($0) }.compactMap { $0 }
  }

  /// The closings of one month in the order in which they were made.
  public func closings(of month: Month) throws(StorageError) -> [Closing] {
    try connection.rows(
      "SELECT \(Closing.columns) FROM closing WHERE month = ?1 ORDER BY id",
      [Value(month.rawValue)]
    ) { Closing($0) }.compactMap { $0 }
  }

  /// The lines that a transaction froze for a unit.
  ///
  /// - Parameters:
  ///   - parts: which of the unit's lines.
  ///   - catalogue: the indicators by row.
  ///   - day: the report day of the lines.
  ///   - tolerance: the closing's, as its form.
  public func frozenLines(
    transaction: Int64, unit: UnitID, parts: Set<FrozenLine.Part>,
    catalogue: [IndicatorID: Indicator], day: Day, tolerance: Fraction, form: PrintedForm
  ) throws(StorageError) -> [FrozenLine] {
    try connection.rows(
      "SELECT \(FrozenForm.lineColumns) FROM closed_line WHERE tx = ?1 AND unit = ?2"
        + " ORDER BY part, year, indicator",
      [.int(transaction), .int(unit)]
    ) { row in
      var frozen = FrozenLine(row, catalogue: catalogue, day: day, tolerance: tolerance)
      frozen?.line.form = form
      return frozen
    }.compactMap { $0 }.filter { parts.contains($0.part) }
  }

  /// The figures of a unit's lines of one part that transactions froze; of a ratio its numerator.
  public func frozenAmounts(
    of unit: UnitID, _ part: FrozenLine.Part, in transactions: [Int64]
  ) throws(StorageError) -> [(transaction: Int64, key: LineKey, amount: Int64)] {
    var amounts: [(transaction: Int64, key: LineKey, amount: Int64)] = []
    for transaction in transactions {
      amounts += try connection.rows(
        "SELECT indicator, year, actual FROM closed_line WHERE tx = ?1 AND unit = ?2 AND part = ?3",
        [.int(transaction), .int(unit), .int(Int64(part.rawValue))]
      ) { row in
        (transaction, LineKey(indicator: row.int(0), year: Int(row.int(1))), row.int(2))
      }
    }
    return amounts
  }

  /// The notes that a transaction froze under the lines of units, in their order.
  ///
  /// - Parameter unit: the only unit whose notes are wanted; nil for those of all.
  public func frozenNotes(
    transaction: Int64, of unit: UnitID?
  ) throws(StorageError) -> [UnitID: [FrozenNote]] {
    let condition = unit == nil ? "" : " AND unit = ?2"
    let values = [transaction] + (unit.map { [$0] } ?? [])
    var notes: [UnitID: [FrozenNote]] = [:]
    for (unit, note) in try connection.rows(
      "SELECT \(FrozenForm.noteColumns) FROM closed_note WHERE tx = ?1\(condition)"
        + " ORDER BY unit, seq", values.map { .int($0) },
      { row in (row.int(1), FrozenNote(row)) })
    {
      if let note { notes[unit, default: []].append(note) }
    }
    return notes
  }

  /// The units as a transaction froze them, below a parent or all.
  public func frozenUnits(transaction: Int64) throws(StorageError) -> [Unit] {
    try connection.rows(
      "SELECT \(FrozenForm.unitColumns) FROM closed_unit WHERE tx = ?1 ORDER BY unit",
      [.int(transaction)], Unit.init(frozen:))
  }

  public func frozenUnit(_ unit: UnitID, transaction: Int64) throws(StorageError) -> Unit? {
    try connection.first(
      "SELECT \(FrozenForm.unitColumns) FROM closed_unit WHERE tx = ?1 AND unit = ?2",
      [.int(transaction), .int(unit)], Unit.init(frozen:))
  }
}

extension Unit {
  init(frozen row: any Statement) {
    self.init(
      id: row.int(1), code: row.text(2), name: row.text(3),
      kind: UnitKind(rawValue: row.text(4)) ?? .other, parent: row.optionalInt(5),
      opened: row.day(6), closed: row.day(7))
  }
}

extension FrozenNote {
  init?(_ row: any Statement) {
    guard let part = FrozenLine.Part(rawValue: Int(row.int(3))) else { return nil }
    self.init(
      part: part, year: Int(row.int(4)), indicator: row.int(5),
      body: FieldList(parsing: row.text(6)))
  }
}

extension FrozenLine {
  init?(
    _ row: any Statement, catalogue: [IndicatorID: Indicator], day: Day, tolerance: Fraction
  ) {
    guard let indicator = catalogue[row.int(4)], let part = Part(rawValue: Int(row.int(2))) else {
      return nil
    }
    let actual: Actual
    if case .ratio(let numerator, let denominator) = indicator.kind {
      actual = .ratio(
        numerator: Decimal(row.int(10), places: catalogue[numerator]?.decimals ?? 0),
        denominator: Decimal(row.int(11), places: catalogue[denominator]?.decimals ?? 0))
    } else {
      actual = .amount(row.int(10))
    }
    self.init(
      part: part,
      line: Line(
        indicator: indicator, year: Int(row.int(3)), plan: Plan(row, at: 5), actual: actual,
        month: row.optionalInt(12), previousMonth: row.optionalInt(13),
        sameMonthLastYear: row.optionalInt(14), corrected: row.int(15), on: day,
        tolerance: tolerance),
      document: row.text(9))
  }
}
