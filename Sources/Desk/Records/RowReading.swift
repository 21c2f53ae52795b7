internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// What a column of a list of records tells: a value as it is, or what it went through.
private enum RecordColumn: Hashable, Sendable {
  case now(RecordTarget)
  case history(HistoryColumn)
}

/// How the rows of one list of records are read: which column belongs where.
struct RowReading: Sendable {
  let shape: RegisterShape
  /// Nil for a cell that tells of no value as it is now.
  let columns: [RecordTarget?]
  /// The columns of secrets.
  let secrets: [Int]
  /// The column of serial numbers.
  let serial: Int?
  let history: [(column: Int, what: HistoryColumn)]
  let today: Day

  /// The columns that nothing is known of.
  let unknown: [LeftColumn]

  /// Every column that is read is a field, or one that every register has.
  ///
  /// - Parameter mayBeKnown: whether there are records that rows may tell of, which need not name what
  ///   only a new one needs.
  /// - Throws: `ImportFaults` with all that is wrong with the header.
  init(
    _ titles: [String], at place: TablePlace, _ shape: RegisterShape, today: Day,
    mayBeKnown: Bool = false
  ) throws(ImportFaults) {
    self.shape = shape
    self.today = today
    let header = try Header<RecordColumn>(titles, at: place, words: shape.columnWords) { title in
      if let what = shape.history(named: title) { return .history(what) }
      return (try? shape.target(of: title)).map { .now($0) }
    } lacking: { header in
      let has = { (target: RecordTarget) in header.place(.now(target)) != nil }
      let missing = shape.requiredFields.filter { !has(.field($0)) }
      if missing.isEmpty || mayBeKnown && shape.isNamed(by: has) { return nil }
      let titles = missing.map { shape.fields[$0].title }
      return .rule(.record(.missing(register: shape.name.title, fields: titles)))
    }
    try shape.checkMeasures(of: header, at: place)
    columns = header.columns.map { if case .now(let target) = $0 { target } else { nil } }
    unknown = header.unknown
    serial = titles.firstIndex { SerialTitle.isOne(HeaderTitle($0).plain) }
    secrets = columns.indices.filter { [columns] index in
      if case .field(let field) = columns[index] { shape.fields[field].isSecret } else { false }
    }
    history = header.columns.enumerated().compactMap { index, column in
      if case .history(let what) = column { (index, what) } else { nil }
    }
  }

  /// Whether a column holds what only the ledger can read: names of records or indicators, secrets.
  var needsLedger: Bool {
    columns.contains { column in
      guard case .field(let field) = column else { return false }
      let shape = shape.fields[field]
      return !shape.kind.registers.isEmpty || shape.isSecret || shape.roles.contains(.indicator)
    }
  }

  /// Whether a column may tell of persons: it holds what an erasure destroys, or names of records.
  var isPersonal: Bool {
    columns.contains { column in
      switch column {
      case .field(let field):
        shape.fields[field].isHidden || !shape.fields[field].kind.registers.isEmpty
      case .note: true
      default: false
      }
    }
  }

  /// Whether rows may name their records by number.
  var hasID: Bool { columns.contains(.id) }

  /// The number by which a row names its record; nil where it names none.
  func id(in row: borrowing TableRow) -> String? {
    guard let column = columns.firstIndex(of: .id) else { return nil }
    let text = String(decoding: row.cell(column), as: UTF8.self).trimmed
    return text.isEmpty ? nil : text
  }

  /// What a row says of a record. An empty cell leaves what is there.
  func draft(
    of row: borrowing TableRow, after old: RecordState?, _ names: some NameReading
  ) throws -> RecordDraft {
    var draft = RecordDraft(shape, old ?? shape.blank)
    for (index, what) in history where !row.cell(index).isEmpty {
      try draft.tell(what, String(decoding: row.cell(index), as: UTF8.self))
    }
    for (index, column) in columns.enumerated() {
      guard let column, case let cell = row.cell(index), !cell.isEmpty,
        !isMasked(cell, column)
      else { continue }
      if case .field(let field) = column, row.hasLineBreak(in: index) {
        try shape.checkKey(field, String(decoding: cell, as: UTF8.self))
      }
      let hasDays =
        if case .field(let field) = column { draft.withDays.contains(field) } else { false }
      try draft.set(
        column, to: cell, on: today, writing: hasDays ? .addition : .difference, names)
    }
    if old != nil { draft.keepNames() }
    try draft.checkStart(after: old)
    try draft.begin(on: today)
    return draft
  }

  /// The record that a row is about.
  ///
  /// - Parameter id: a number that no record here has.
  func state(
    _ draft: RecordDraft, after old: RecordState?, of id: String? = nil
  ) throws -> RecordState {
    let state = try draft.told(after: old, on: nil, today: today)
    try draft.checkDaysKept(in: state)
    if let id, !shape.fieldsLacking(in: state, after: old).isEmpty {
      // What has no more than a number was to change that record.
      throw DeskError.record(.unknownRecord(id, register: shape.name.title))
    }
    // Of an erased record nothing is left that it must have.
    if state != old { try shape.checkWhole(state, after: old) }
    return state
  }
}

extension RegisterShape {
  /// Throws where a column of money counts in something else.
  fileprivate func checkMeasures(
    of header: Header<RecordColumn>, at place: TablePlace
  ) throws(ImportFaults) {
    var faults = ImportFaults()
    for (index, unit) in header.measures.sorted(by: { $0.key < $1.key }) {
      guard case .now(.field(let field)) = header.columns[index],
        fields[field].kind.element == .money, !Amount.isMeasure(unit, of: "元")
      else { continue }
      faults.add(
        .otherMeasure(unit, of: fields[field].title, measure: "元"), at: place.cell(index))
    }
    if !faults.isEmpty { throw faults }
  }

  /// Throws where a text that names a record stood on two lines.
  fileprivate func checkKey(_ field: Int, _ text: String) throws(DeskError) {
    guard keyFields.contains(field), fields[field].kind == .text else { return }
    throw .record(.brokenKey(text, field: fields[field].title))
  }
}
