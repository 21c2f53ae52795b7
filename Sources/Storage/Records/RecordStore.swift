public import Registers
public import TargetEngine

extension Ledger {
  /// The shape of a register by its id, `clinics.project`; made once.
  public func shape(_ register: String) -> RegisterShape? {
    if let shape = shapes[register] { return shape }
    guard let slot = slots.first(where: { $0.id == register }) else { return nil }
    let shape = slot.shape(office: officeColumns(of: register))
    shapes[register] = shape
    return shape
  }

  /// Every register.
  public func allShapes() -> [RegisterShape] { slots.compactMap { shape($0.id) } }

  func table(_ shape: RegisterShape) -> RegisterTable {
    if let table = tables[shape.id] { return table }
    let table = RegisterTable(shape)
    tables[shape.id] = table
    return table
  }

  /// A record, removed or not.
  public func record(
    _ id: RecordID, in shape: RegisterShape
  ) throws(StorageError) -> RecordState? {
    let table = self.table(shape)
    return try connection.first(table.selectOne, [.int(id)]) { table.state($0) }
  }

  /// Whether a register has no record, not even a removed one.
  public func isEmpty(_ shape: RegisterShape) throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM \(table(shape).name) LIMIT 1") { _ in true } == nil
  }

  /// The records in force whose field has a value, or whose list contains it on any day, in the order
  /// of their making.
  public func records(
    in shape: RegisterShape, where field: Int, is value: Datum
  ) throws -> [RecordState] {
    let table = self.table(shape)
    return try connection.rows(
      "SELECT \(table.list) FROM \(table.name)"
        + " WHERE \(table.isValue(of: field)) AND removed = 0 ORDER BY id",
      [try sought(value, in: shape.fields[field])]
    ) { table.state($0) }
  }

  /// What a value is looked for as among those of a field.
  func sought(_ datum: Datum, in field: FieldShape) throws -> Value {
    try blinded(field.compared(datum), field.kind).value
  }

  /// What became of a record: its states in order, each with its transaction; the last is now's.
  public func history(
    of record: RecordID, in shape: RegisterShape
  ) throws(StorageError) -> [(row: JournalRow, state: RecordState?)] {
    var history: [(row: JournalRow, state: RecordState?)] = []
    for change in try changes(of: record) {
      guard let row = try transaction(transaction(ofChange: change.seq)) else { continue }
      history.append((row, change.fields(self).map { RecordState(id: record, $0, shape) }))
    }
    return history
  }
}

/// The records as the rules of registers see them.
public struct StoredRecords: QuestionReader {
  let ledger: Ledger
  private let memory = Memory()
  /// Whether no record changes while they are read, so that what was found once still holds.
  private let isSettled: Bool

  public init(_ ledger: Ledger, isSettled: Bool = false) {
    self.ledger = ledger
    self.isSettled = isSettled
  }

  /// What is asked again for each of many days.
  private final class Memory {
    var units: [Kin: [Unit]] = [:]
    var firstMonths: [String: Int] = [:]
    var facts: [String: [RecordID: Bool]] = [:]
  }

  private struct Kin: Hashable {
    var unit: UnitID
    var kind: UnitKind
  }

  public func state(_ id: RecordID) throws -> RecordState? {
    guard let shape = try ledger.register(of: id), let state = try ledger.record(id, in: shape),
      !state.isRemoved
    else { return nil }
    return state
  }

  public func states(
    of register: String, where field: String, is value: Datum
  ) throws -> [RecordState] {
    guard let shape = ledger.shape(register), let index = shape.field(named: field) else {
      return []
    }
    return try ledger.records(in: shape, where: index, is: value)
  }

  public func states(of register: String, below unit: UnitID?) throws -> [RecordState] {
    guard let shape = ledger.shape(register) else { return [] }
    var query = RecordQuery()
    query.unit = unit
    return try ledger.records(query, in: shape)
  }

  public func register(of id: RecordID) throws -> String? { try ledger.register(of: id)?.id }

  public func place(of id: RecordID) throws -> UnitID? {
    guard let shape = try ledger.register(of: id), let state = try ledger.record(id, in: shape)
    else { return nil }
    return try shape.place(of: state, self)
  }

  public func units(of kind: UnitKind, on day: Day, below unit: UnitID?) throws -> [UnitID] {
    if let unit { return try units(of: kind, within: unit, on: day) }
    return try ledger.units().map(\.unit).filter { $0.kind == kind && $0.exists(on: day) }
      .sorted { $0.code < $1.code }.map(\.id)
  }

  public func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID] {
    if let known = memory.units[StoredRecords.Kin(unit: unit, kind: kind)] {
      return known.filter { $0.exists(on: day) }.map(\.id)
    }
    let own = try ledger.unit(id: unit).map { $0.unit.kind == kind ? [$0] : [] } ?? []
    let units = (own + (try ledger.descendants(of: unit, kind: kind))).map(\.unit)
    memory.units[StoredRecords.Kin(unit: unit, kind: kind)] = units
    return units.filter { $0.exists(on: day) }.map(\.id)
  }

  public func fact(_ name: String, of id: RecordID, _ find: () throws -> Bool) throws -> Bool {
    if isSettled, let known = memory.facts[name]?[id] { return known }
    let found = try find()
    if isSettled { memory.facts[name, default: [:]][id] = found }
    return found
  }

  public func version(of rule: Rule, on day: Day) throws -> RuleVersion? {
    try ledger.rule(rule).version(on: day)
  }

  public func calendar() throws -> WorkCalendar { try ledger.calendar() }

  public func firstMonth(of indicator: IndicatorDeclaration) throws -> Int {
    if let known = memory.firstMonths[indicator.code] { return known }
    let month = try ledger.indicator(code: indicator.code)?.firstMonth ?? indicator.firstMonth
    memory.firstMonths[indicator.code] = month
    return month
  }

  public func targets(
    of indicator: String, for unit: UnitID?, on day: Day
  ) throws -> [Int: Int64] {
    guard let unit, let indicator = try ledger.indicator(code: indicator) else { return [:] }
    let plans = try ledger.plans(of: unit, through: 2999, indicators: [indicator.id])
    var targets: [Int: Int64] = [:]
    for (key, timeline) in plans {
      // A year to come is asked for as it will begin.
      let start = indicator.planYear(key.year)?.firstDay ?? day
      targets[key.year] = timeline.plan(on: max(day, start))?.amount
    }
    return targets
  }
}
