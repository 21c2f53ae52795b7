internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Whether rows may be written that were not passed over: a row that is in the ledger already may be of a unit that
/// was closed since, or of a place whose figures come by list by now.
struct Admission {
  let rules: EntryRules
  private let desk: Desk
  private var indicators: [IndicatorID: Indicator]?
  private var units: [UnitID: (unit: Unit, path: [UnitID])] = [:]

  init(_ desk: Desk, _ rules: EntryRules) {
    self.desk = desk
    self.rules = rules
  }

  /// What is wrong with rows of one file that are to be written.
  mutating func faults(
    of batch: EntryBatch, _ table: any TableSource, _ columns: EntryColumns
  ) throws -> ImportFaults {
    var faults = ImportFaults()
    for row in 0..<batch.count {
      guard let day = Day(rawValue: Int(batch.days[row])) else { continue }
      let place = ListedPlace(
        indicator: IndicatorID(batch.indicators[row]), unit: UnitID(batch.units[row]))
      if let error = try error(at: place, on: day) {
        let cell = columns.place(of: error, row: Int(batch.lines[row]), in: table)
        faults.add(.rule(error), at: cell)
      }
    }
    return faults
  }

  /// What is wrong with levels that are to be said.
  mutating func faults(
    of levels: LevelRows, without passed: Set<Int>, _ tables: [any TableSource],
    _ columns: [EntryColumns]
  ) throws -> ImportFaults {
    var faults = ImportFaults()
    for (index, statement) in levels.statements.enumerated() where !passed.contains(index) {
      guard let error = try error(at: statement.place, on: statement.day) else { continue }
      let (file, line) = levels.rows[index]
      faults.add(
        .rule(error), at: columns[file].place(of: error, row: line, in: tables[file]))
    }
    return faults
  }

  private mutating func error(at place: ListedPlace, on day: Day) throws -> DeskError? {
    let known =
      try indicators
      ?? desk.ledger.indicatorsByID()
    indicators = known
    guard let indicator = known[place.indicator], let (unit, path) = try unit(place.unit) else {
      return nil
    }
    do {
      try rules.check(indicator, unit, on: day) { _ in path }
      return nil
    } catch let error as DeskError {
      return error
    }
  }

  private mutating func unit(_ id: UnitID) throws -> (unit: Unit, path: [UnitID])? {
    if let known = units[id] { return known }
    guard let unit = try desk.ledger.unit(id: id)?.unit else { return nil }
    let found = (unit, try desk.ledger.ancestors(of: id))
    units[id] = found
    return found
  }
}
