internal import Database
internal import Forms
internal import TargetEngine

extension Transaction {
  /// Brings back to days whose levels were taken back what stood there before: what people said, or what an accepted
  /// form calls for, whichever was said last; and where nothing was said yet, what is called for.
  func bringBackLevels(to days: Set<LevelDay>, _ called: [FormLevel.Key: Int64]) throws {
    var (entries, statements): ([Entry], [LevelStatement]) = ([], [])
    for (place, days) in Dictionary(grouping: days, by: \.place).sorted(by: { $0.key < $1.key }) {
      var history = try ledger.levels(at: place)
      for day in days.sorted(by: { $0.day < $1.day }) where history.statement(on: day.day) == nil {
        let calls = called.filter { $0.key.at == day }
        let call = { (former: Entry) in
          former.formTeller.flatMap { calls[FormLevel.Key(at: day, teller: $0)] }
        }
        let last = history.former(on: day.day).last { $0.formTeller == nil || call($0) != nil }
        if let last, call(last).map({ last.level == .said($0) }) ?? true {
          entries += try history.bringBack(last) ?? []
        } else if let teller = last?.formTeller ?? calls.keys.map(\.teller).min(),
          let level = calls[FormLevel.Key(at: day, teller: teller)]
        {
          var statement = LevelStatement(place, on: day.day, level: level)
          statement.teller = teller
          statements.append(statement)
        } else {
          continue
        }
        levelsReplaced.insert(day)
      }
    }
    try post(entries)
    _ = try say(statements)
  }
}

extension Ledger {
  /// The accepted submissions that may post on some days, of the units whose levels these are: whose periods have them,
  /// since a unit that ended posts on its last day.
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
          days.contains(where: {
            $0.place.unit == row.unit && $0.day >= period.firstDay && $0.day <= period.lastDay
          })
        else { continue }
        callers.append((Submission(form, unit: row.unit, period), form))
      }
    }
    return callers
  }
}
