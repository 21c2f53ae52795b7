internal import Database
public import Registers
public import TargetEngine

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
    var succession: UnitSuccession?
    var firstMonths: [String: Int] = [:]
    var facts: [String: [RecordID: Bool]] = [:]
    /// How many records lead to each other while a place is looked for.
    var depth = 0
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
    // Records that name each other in a circle were not written by the program.
    guard memory.depth < 16 else { throw StorageError.damaged(detail: "record \(id)") }
    memory.depth += 1
    defer { memory.depth -= 1 }
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

  public func unit(standingFor unit: UnitID, on day: Day) throws -> UnitID? {
    let succession = try memory.succession ?? UnitSuccession(ledger)
    memory.succession = succession
    return succession.unit(standingFor: unit, on: day)
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

  public func figures(
    of indicator: IndicatorDeclaration, for unit: UnitID?, on day: Day
  ) throws -> [Int: YearFigure] {
    guard let indicator = try ledger.indicator(code: indicator.code) else { return [:] }
    var figures: [Int: YearFigure] = [:]
    for unit in try unit.map({ [$0] }) ?? ledger.roots().map(\.unit.id) {
      let tally = try ledger.tallies(of: unit, indicators: [indicator.id], on: day)[indicator.id]
      for year in tally?.planYears ?? [] {
        let actual = try tally?.actual(.flow, year: year, through: day.month) ?? 0
        guard actual != 0 else { continue }
        let before = figures[year]?.actual ?? 0
        figures[year, default: YearFigure()].actual = try before.adding(actual)
      }
    }
    guard let unit else { return figures }
    let plans = try ledger.plans(of: unit, through: 2999, indicators: [indicator.id])
    for (key, timeline) in plans {
      // A year to come is asked for as it will begin.
      let start = indicator.planYear(key.year)?.firstDay ?? day
      guard let plan = timeline.plan(on: max(day, start)) else { continue }
      figures[key.year, default: YearFigure()].target = plan.amount
    }
    return figures
  }
}
