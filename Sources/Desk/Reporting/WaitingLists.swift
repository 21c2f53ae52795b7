internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

/// A list that is not whole yet, so that the numbers of its record count.
struct WaitingList {
  /// The unit that the record belongs to, and those above it.
  var units: Set<UnitID>
  var numbers: RosterNumbers
}

extension Desk {
  /// The lists that wait on a day, of what began in its year or the one before.
  func waitingLists(on day: Day) throws -> [WaitingList] {
    guard let first = Day(year: day.year - 1, month: 1, day: 1), first <= day else { return [] }
    let reader = StoredRecords(ledger)
    return try ledger.shapesWithRosters().flatMap { shape in
      try ledger.waitingRosters(in: shape, beginning: first...day).compactMap { state, numbers in
        guard let place = try reader.place(of: state.id) else { return nil }
        return WaitingList(
          units: Set(try ledger.ancestors(of: place)).union([place]), numbers: numbers)
      }
    }
  }
}

extension [WaitingList] {
  /// What must be said of a line of a unit, whose figure has the numbers of records that have lists.
  func note(of unit: UnitID, under line: Line, on day: Day) -> ReportNote? {
    let found = filter { list in
      guard let own = list.numbers.day, own <= day, list.units.contains(unit) else { return false }
      return list.numbers.indicator == line.indicator.code
        && line.indicator.planYear(of: own.month).label == line.year
    }
    let parts = found.compactMap(\.numbers.parts.last)
    guard !parts.isEmpty else { return nil }
    return .waiting(
      line.indicator, records: parts.count,
      own: parts.reduce(0) { $0 &+ ($1.own ?? 0) }, listed: parts.reduce(0) { $0 &+ $1.listed })
  }
}
