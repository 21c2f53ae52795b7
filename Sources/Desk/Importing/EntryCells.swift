internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// The cells of an entry row that need more than a look-up.
extension FileHeader<EntryColumn> {
  /// The plan year of a row; nil where it names none.
  func planYear(of row: borrowing TableRow) throws(DeskError) -> Int? {
    let cell = cell(.year, row)
    if cell.isEmpty { return nil }
    guard let planYear = PlanYear.parse(cell) else { throw .badYear(text(.year, row)) }
    return planYear
  }

  /// How the amount of a row is meant; nil where no such word is known.
  func mode(of row: borrowing TableRow) -> EntryMode? {
    let cell = cell(.mode, row)
    if cell.isEmpty { return .add }
    let usual = EntryMode.allCases.first {
      cell.elementsEqual($0.rawValue.utf8) || cell.elementsEqual($0.title.zh.utf8)
    }
    return usual ?? EntryMode(text(.mode, row))
  }

  /// Whether it is not said how the amount of a row is meant. A list of entries has words for levels only.
  func saysNoMode(of row: borrowing TableRow) -> Bool {
    cell(.mode, row).isEmpty && cell(.entry, row).isEmpty
  }

  /// The cell that a broken rule is reported at.
  func place(of error: DeskError, _ row: borrowing TableRow) -> TablePlace {
    let column: EntryColumn =
      switch error {
      case .ratioIsDerived: .indicator
      case .stockHasNoPlanYear, .badYear: self[.year] == nil ? .date : .year
      case .onlyStockIsSet: self[.mode] == nil ? .amount : .mode
      case .unitClosed, .unitNotOpen, .dayOutOfRange: .date
      default: .unit
      }
    return place(column, row)
  }
}

/// Where a file of entries has what may be wrong with a row for the ledger, counted from 0.
struct EntryColumns: Sendable {
  var unit: Int?
  var date: Int?

  /// The place of the cell that an error is about.
  func place(of error: DeskError, row: Int, in table: any TableSource) -> TablePlace {
    let column: Int? =
      switch error {
      case .unitClosed, .unitNotOpen: date
      default: unit
      }
    return table.place(row: row, column: (column ?? 0) + 1)
  }
}
