internal import OfficeFiles
internal import TargetEngine

/// Where the columns of an entry file stand, and what the optional ones say.
struct EntryColumns {
  let date, indicator, unit, amount: Int
  let note, year, mode: Int?

  init(_ map: HeaderMap) {
    date = map.place("date") ?? 0
    indicator = map.place("indicator") ?? 0
    unit = map.place("unit") ?? 0
    amount = map.place("amount") ?? 0
    note = map.place("note")
    year = map.place("year")
    mode = map.place("mode")
  }

  /// The plan year of a row; nil where it names none.
  func planYear(of row: borrowing CSVReader) throws(DeskError) -> Int? {
    guard let year, case let cell = row.cell(year), !cell.isEmpty else { return nil }
    guard let planYear = PlanYear.parse(cell) else { throw .badYear(row.string(year)) }
    return planYear
  }

  /// How the amount of a row is told; nil where no such word is known.
  func mode(of row: borrowing CSVReader) -> EntryMode? {
    guard let mode, case let cell = row.cell(mode), !cell.isEmpty else { return .add }
    let usual = EntryMode.allCases.first {
      cell.elementsEqual($0.rawValue.utf8) || cell.elementsEqual($0.title.zh.utf8)
    }
    return usual ?? EntryMode(row.string(mode))
  }

  /// The cell that a broken rule is reported at.
  func place(of error: DeskError) -> Int {
    switch error {
    case .ratioIsDerived: indicator
    case .stockHasNoPlanYear, .badYear: year ?? date
    case .onlyStockIsSet: mode ?? amount
    case .unitClosed, .unitNotOpen, .dayOutOfRange: date
    default: unit
    }
  }
}
