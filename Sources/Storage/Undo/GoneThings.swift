internal import Database
internal import Journal
internal import TargetEngine

/// Units, indicators and days of the calendar that say something else than they did, or nothing.
struct GoneThings {
  private(set) var units: Set<UnitID> = []
  private(set) var indicators: Set<IndicatorID> = []
  /// Days as the journal writes them.
  private(set) var days: Set<Int64> = []

  /// - Parameters:
  ///   - things: those that were changed.
  ///   - change: the first change after which they are compared with what they are now.
  ///   - calendar: as it was before that change.
  init(
    among things: [(Change.Subject, Int64)], _ ledger: Ledger, before change: Int64,
    _ calendar: WorkCalendar
  ) throws {
    let objects = { (subject: Change.Subject) in things.filter { $0.0 == subject }.map(\.1) }
    for id in objects(.unit) where try ledger.isOther(unit: id, before: change) { units.insert(id) }
    let changed = objects(.indicator)
    let now = changed.isEmpty ? [:] : try ledger.indicatorsByID()
    for id in changed where try ledger.isOther(indicator: id, now[id], before: change) {
      indicators.insert(id)
    }
    if !objects(.setting).isEmpty {
      days = GoneThings.days(from: calendar, to: try ledger.calendar())
    }
  }

  /// What rows of an import said that is other since.
  ///
  /// - Parameter row: the import.
  init(among known: KnownRows, _ ledger: Ledger, since row: JournalRow) throws {
    var things: [(Change.Subject, Int64)] = []
    for (subject, numbers) in [(Change.Subject.unit, known.units), (.indicator, known.indicators)] {
      things += try ledger.objects(of: subject, in: numbers, changedSince: row.changes.end)
        .map { (subject, $0) }
    }
    try self.init(
      among: things, ledger, before: row.changes.end, try ledger.calendar())
    if known.days.isEmpty { return }
    let before = try ledger.calendar(through: row.transaction)
    days = GoneThings.days(from: before, to: try ledger.calendar())
  }

  private static func days(from before: WorkCalendar, to now: WorkCalendar) -> Set<Int64> {
    Set(
      before.years.compactMap { before[$0] }.flatMap { year in
        year.entries.filter { now[year.year]?.entry(on: $0.day) != $0 }
          .map { Int64($0.day.rawValue) }
      })
  }
}

extension Ledger {
  /// Whether a unit is gone, or other in what every row of units says.
  fileprivate func isOther(unit id: UnitID, before change: Int64) throws -> Bool {
    guard let now = try unit(id: id)?.unit else { return true }
    guard let fields = try state(of: .unit, id, before: change) else { return false }
    let then = StoredUnit(id: id, fields: fields).unit
    return (then.code, then.name, then.kind) != (now.code, now.name, now.kind)
      || then.parent != now.parent
  }

  /// The same of an indicator.
  fileprivate func isOther(
    indicator id: IndicatorID, _ now: Indicator?, before change: Int64
  ) throws -> Bool {
    guard let now else { return true }
    guard let fields = try state(of: .indicator, id, before: change) else { return false }
    let then = Indicator(id: id, fields: fields)
    return (then.code, then.name, then.kind, then.measure)
      != (now.code, now.name, now.kind, now.measure)
  }

  fileprivate func objects(
    of subject: Change.Subject, in numbers: NumberRuns, changedSince change: Int64
  ) throws(StorageError) -> Set<Int64> {
    var objects: Set<Int64> = []
    for run in numbers.runs {
      objects.formUnion(
        try connection.rows(
          """
          SELECT DISTINCT object FROM change
          WHERE subject = ?1 AND object >= ?2 AND object < ?3 AND seq >= ?4
          """, [.text(subject.rawValue), .int(run.first), .int(run.end), .int(change)]
        ) { $0.int(0) })
    }
    return objects
  }
}
