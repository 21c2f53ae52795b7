internal import Database
internal import Forms
internal import TargetEngine

extension Ledger {
  /// The accepted submissions that may post on some days, of the units whose levels these are: whose periods have them,
  /// since a unit that ended posts on its last day.
  func callers(of days: Set<LevelDay>) throws -> [(Submission, StoredForm)] {
    if days.isEmpty { return [] }
    let days = Dictionary(grouping: days, by: \.place.unit).mapValues { Set($0.map(\.day)) }
    let rows = try connection.rows(of: days.keys.sorted()) {
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
          days[row.unit]?.contains(where: { period.firstDay <= $0 && $0 <= period.lastDay })
            ?? false
        else { continue }
        callers.append((Submission(form, unit: row.unit, period), form))
      }
    }
    return callers
  }
}
