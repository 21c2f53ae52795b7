internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports a list of holidays: each year in it takes the place of what was known of that year.
  func importHolidays(_ table: any TableSource) throws {
    let file = begin(table, .core(.holidays))
    var entries: [HolidayYear.Entry] = []
    var lines: [Day: Int] = [:]
    try rows(of: table, file) { row, header in
      guard let entry = holiday(row, header) else { return }
      if let first = lines.updateValue(row.line, forKey: entry.day) {
        faults.add(.repeatedDay(entry.day, firstLine: first), at: header.place(.day, row))
      }
      entries.append(entry)
    }
    for year in Set(entries.map(\.day.year)).sorted() {
      let holidays = HolidayYear(year, entries)
      if !holidays.isWhole {
        let line = holidays.entries.compactMap { lines[$0.day] }.min()
        faults.add(.holidaysNotWhole(year), at: table.place(row: line ?? 1, column: 1))
      }
      let known = try desk.ledger.calendar()[year]
      for entry in holidays.entries {
        switch known?.entry(on: entry.day) {
        case nil: files[file].new += 1
        case entry: files[file].unchanged += 1
        default: files[file].changed += 1
        }
      }
      if known == holidays { holidays.entries.forEach { self.known.add(day: $0.day) } }
      guard faults.isEmpty, known != holidays else { continue }
      try transaction.set(holidays)
      let days = Set(holidays.entries.map(\.day))
      files[file].dropped += known?.entries.count { !days.contains($0.day) } ?? 0
      files[file].years.append(year)
    }
  }

  private func holiday(
    _ row: borrowing TableRow, _ header: FileHeader<HolidayColumn>
  ) -> HolidayYear.Entry? {
    let day = header.day(.day, row, isRequired: true, &faults)
    let word = header.text(.kind, row)
    let kind = HolidayYear.Kind(named: word)
    if kind == nil {
      let words = HolidayYear.Kind.allCases.map { Text($0.title.zh, $0.rawValue) }
      faults.add(.badChoice(word, allowed: words), at: header.place(.kind, row))
    }
    guard let day, let kind else { return nil }
    if kind == .work, !day.isWeekend {
      faults.add(.workedAnyway(day), at: header.place(.kind, row))
    }
    return HolidayYear.Entry(day, kind, header.text(.name, row))
  }
}
