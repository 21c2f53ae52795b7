internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Which rows of entry files their places take: what a row changes beside all others is known when they are written.
struct Admission {
  let rules: EntryRules
  private let desk: Desk
  private let transaction: Transaction
  /// The number of the first entry that the files may add.
  private let first: Int64
  private var doubtful = DoubtfulRows()
  private var indicators: [IndicatorID: Indicator]?
  private var units: [UnitID: (unit: Unit, path: [UnitID])] = [:]

  init(_ desk: Desk, _ transaction: Transaction) throws {
    self.desk = desk
    self.transaction = transaction
    rules = try EntryRules(desk.ledger)
    first = transaction.nextEntry
  }

  /// Notes the doubtful ones of rows that are to be written.
  mutating func doubt(_ batch: EntryBatch, of file: Int) throws {
    for row in 0..<batch.count {
      guard let day = Day(rawValue: Int(batch.days[row])) else { continue }
      let place = ListedPlace(
        indicator: IndicatorID(batch.indicators[row]), unit: UnitID(batch.units[row]))
      guard let fault = try fault(at: place, on: day) else { continue }
      doubtful.add(
        DoubtfulRow(
          file: file, line: Int(batch.lines[row]), day: day, year: Int(batch.years[row]),
          amount: batch.amounts[row], fault: fault), of: place)
    }
  }

  /// The places of levels that may be doubtful, if they are not passed over.
  mutating func places(of levels: LevelRows) throws -> [ListedPlace] {
    try levels.statements.filter { try fault(at: $0.place, on: $0.day) != nil }.map(\.place)
  }

  /// Notes the doubtful ones of levels that are to be said.
  mutating func doubt(_ levels: LevelRows, without passed: Set<Int>) throws {
    for (index, statement) in levels.statements.enumerated() where !passed.contains(index) {
      let (place, day) = (statement.place, statement.day)
      guard let fault = try fault(at: place, on: day) else { continue }
      let year = try indicator(place.indicator)?.planYear(of: day).label
      let (file, line) = levels.rows[index]
      doubtful.add(
        DoubtfulRow(file: file, line: line, day: day, year: year ?? day.year, fault: fault),
        of: place)
    }
  }

  /// The places of doubtful rows.
  var places: some Sequence<ListedPlace> { doubtful.places.keys }

  /// Notes rows that are known to be doubtful.
  mutating func doubt(_ rows: DoubtfulRows) { doubtful.add(rows) }

  /// What is wrong with doubtful rows: those that change a figure of their place.
  ///
  /// - Parameter isWritten: whether all rows are; else only the rows themselves tell.
  mutating func faults(
    isWritten: Bool, _ tables: [any TableSource], _ columns: [EntryColumns]
  ) throws -> ImportFaults {
    if doubtful.places.isEmpty { return ImportFaults() }
    let changing =
      isWritten
      ? try doubtful.changing(transaction, since: first) : try doubtful.changingAlone()
    var faults = ImportFaults()
    for (place, row) in changing {
      guard let indicator = try indicator(place.indicator),
        let unit = try unit(place.unit)?.unit
      else { continue }
      let error = DeskError(row.fault, indicator, unit)
      faults.add(
        .rule(error),
        at: columns[row.file].place(of: error, row: row.line, in: tables[row.file]))
    }
    return faults
  }

  private mutating func fault(at place: ListedPlace, on day: Day) throws -> EntryFault? {
    guard let (unit, path) = try unit(place.unit) else { return nil }
    return try rules.refusal(of: place.indicator, EntryUnit(unit), on: day) { _ in path }
  }

  private mutating func indicator(_ id: IndicatorID) throws -> Indicator? {
    let known = try indicators ?? desk.ledger.indicatorsByID()
    indicators = known
    return known[id]
  }

  private mutating func unit(_ id: UnitID) throws -> (unit: Unit, path: [UnitID])? {
    if let known = units[id] { return known }
    guard let unit = try desk.ledger.unit(id: id)?.unit else { return nil }
    let found = (unit, try desk.ledger.ancestors(of: id))
    units[id] = found
    return found
  }
}
