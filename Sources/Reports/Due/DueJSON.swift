public import TargetEngine

extension DueReport {
  public func json(_ language: Language) -> JSONValue {
    .object([
      ("report", "due"), ("version", 1), ("head", .string(head)),
      ("asOf", .string(day.description)), ("since", .string(start.description)),
      ("through", .string(end.description)), ("unit", unit.json),
      ("lines", .array(lines.map { $0.json(on: day, language) })),
      ("total", .integer(Int64(count))),
      ("rates", .array(rates.map { $0.json(language) })),
      ("unknownHolidays", .array(unknownYears.map { .integer(Int64($0)) })),
    ])
  }
}

extension DueReport.Line {
  fileprivate func json(on day: Day, _ language: Language) -> JSONValue {
    .object(
      fields(on: day, language) + (owed.map { [("form", $0.json)] } ?? []))
  }

  private func fields(on day: Day, _ language: Language) -> [(String, JSONValue)] {
    [
      ("id", .string(record)), ("register", .string(register)),
      ("obligation", .string(obligation)), ("matter", .string(title(language))),
      ("label", .string(named(language))), ("unit", unit?.json ?? .null),
      ("due", .string(occurrence.due.description)),
      ("firstDue", .string(occurrence.firstDue.description)),
      ("done", JSONValue(occurrence.done.flatMap { $0 <= day ? $0.description : nil })),
      ("daysLeft", .integer(Int64(occurrence.due.number - day.number))),
      ("status", .string(status(on: day).rawValue)),
    ]
  }
}

extension DueReport.Rate {
  fileprivate func json(_ language: Language) -> JSONValue {
    .object([
      ("register", .string(register)), ("obligation", .string(obligation)),
      ("matter", .string(title(language))), ("due", .integer(Int64(punctuality.due))),
      ("onTime", .integer(Int64(punctuality.onTime))),
      ("rate", JSONValue(punctuality.preciseRate)), ("open", .integer(Int64(punctuality.open))),
      ("missed", .integer(Int64(punctuality.missed))),
    ])
  }
}
