internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports a list of holidays: each year in it takes the place of what was known of that year.
  func importHolidays(_ path: String) throws {
    var entries: [HolidayYear.Entry] = []
    var lines: [Day: Int] = [:]
    try rows(of: path, .holidays) { row, map in
      guard let entry = holiday(row, map, path) else { return }
      if let first = lines.updateValue(row.line, forKey: entry.day) {
        fault(path, row.line, map.place("day"), .repeatedDay(entry.day, firstLine: first))
      }
      entries.append(entry)
    }
    for year in Set(entries.map(\.day.year)).sorted() {
      let holidays = HolidayYear(year, entries)
      if !holidays.isWhole {
        let line = holidays.entries.compactMap { lines[$0.day] }.min()
        fault(path, line ?? 1, nil, .holidaysNotWhole(year))
      }
      if faults.isEmpty {
        try transaction.set(holidays)
        imported.holidays += 1
      }
    }
  }

  private func holiday(
    _ row: borrowing CSVReader, _ map: HeaderMap, _ path: String
  ) -> HolidayYear.Entry? {
    let line = row.line
    func text(_ name: String) -> String { map.place(name).map { row.string($0) } ?? "" }
    let day = Day(text("day"))
    if day == nil { fault(path, line, map.place("day"), .badDay(text("day"))) }
    let kind = HolidayYear.Kind(named: text("kind"))
    if kind == nil {
      let words = HolidayYear.Kind.allCases.flatMap { [$0.rawValue, $0.title.zh] }
      fault(path, line, map.place("kind"), .badChoice(text("kind"), allowed: words))
    }
    guard let day, let kind else { return nil }
    if kind == .work, !day.isWeekend {
      fault(path, line, map.place("kind"), .workedAnyway(day))
    }
    return HolidayYear.Entry(day, kind, text("name"))
  }
}
