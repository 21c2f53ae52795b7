internal import Database
internal import Forms
internal import TargetEngine

extension Ledger {
  /// The levels of days that have none, with what people had said before.
  func withdrawn(from days: Set<LevelDay>) throws -> [MovedLevel] {
    var withdrawn: [MovedLevel] = []
    for (place, days) in Dictionary(grouping: days, by: \.place).sorted(by: { $0.key < $1.key }) {
      let history = try levels(at: place)
      for day in days.map(\.day).sorted() where history.statement(on: day) == nil {
        let said = history.entries.filter { $0.day == day && $0.isSaid }
        let people = said.last { !EntrySource.isOfForm($0.source) }
        guard case .said(let before) = people?.level, case .said(let now) = said.last?.level,
          people != said.last
        else { continue }
        withdrawn.append(MovedLevel(place: place, day: day, before: before, now: now))
      }
    }
    return withdrawn
  }

  /// The accepted submissions whose periods end on some days, of the units whose levels these are.
  func callers(of days: Set<LevelDay>) throws -> [(Submission, StoredForm)] {
    if days.isEmpty { return [] }
    let rows = try connection.rows(of: Set(days.map(\.place.unit)).sorted()) {
      "SELECT form, period, unit FROM submission WHERE state = 'accepted' AND unit IN (\($0))"
    } row: {
      (form: $0.int(0), period: $0.text(1), unit: $0.int(2))
    }
    var callers: [(Submission, StoredForm)] = []
    for (number, rows) in Dictionary(grouping: rows, by: \.form).sorted(by: { $0.key < $1.key }) {
      guard let form = try form(id: number) else { continue }
      var periods = FormPeriods(form.definition.calendar)
      for row in rows {
        guard let period = periods.period(row.period),
          days.contains(where: { $0.place.unit == row.unit && $0.day == period.lastDay })
        else { continue }
        callers.append((Submission(form, unit: row.unit, period), form))
      }
    }
    return callers
  }
}
