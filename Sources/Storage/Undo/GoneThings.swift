internal import Database
internal import Journal
internal import TargetEngine

/// Units, indicators and days of the calendar that an undo took away.
struct GoneThings {
  private(set) var units: Set<UnitID> = []
  private(set) var indicators: Set<IndicatorID> = []
  /// Days of which the calendar says something else now, as the journal writes days.
  private(set) var days: Set<Int64> = []

  /// - Parameters:
  ///   - things: what the undone transaction changed.
  ///   - calendar: as it was before.
  init(
    among things: [(Change.Subject, Int64)], _ ledger: Ledger, before calendar: WorkCalendar
  ) throws {
    let objects = { (subject: Change.Subject) in
      Set(things.filter { $0.0 == subject }.map(\.1))
    }
    units = try objects(.unit).filter { try ledger.unit(id: $0) == nil }
    let changed = objects(.indicator)
    if !changed.isEmpty { indicators = changed.subtracting(try ledger.indicators().map(\.id)) }
    if !objects(.setting).isEmpty {
      days = try GoneThings.days(from: calendar, to: ledger.calendar())
    }
  }

  private static func days(from before: WorkCalendar, to now: WorkCalendar) -> Set<Int64> {
    Set(
      before.years.compactMap { before[$0] }.flatMap { year in
        year.entries.filter { now[year.year]?.entry(on: $0.day) != $0 }
          .map { Int64($0.day.rawValue) }
      })
  }
}
