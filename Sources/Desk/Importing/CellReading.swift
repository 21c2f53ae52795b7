internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// The values of cells; each that is none is a fault.
extension FileHeader {
  /// - Parameter isRequired: whether an empty cell is a fault as well.
  func day(
    _ column: Column, _ row: borrowing TableRow, isRequired: Bool = false,
    _ faults: inout ImportFaults
  ) -> Day? {
    let cell = cell(column, row)
    if cell.isEmpty, !isRequired { return nil }
    let day = Day(parsing: cell)
    if day == nil { faults.add(.badDay(text(column, row)), at: place(column, row)) }
    return day
  }

  /// - Parameter indicator: what the amount is of; nil where that is not known.
  func amount(
    _ column: Column, _ row: borrowing TableRow, of indicator: Indicator?,
    _ faults: inout ImportFaults
  ) -> Int64? {
    if let indicator, let other = differingMeasure(of: column, in: row, than: indicator.measure) {
      faults.add(
        .otherMeasure(
          other.unit, of: Text(indicator.name, indicator.title(.en)), measure: indicator.measure),
        at: place(other.column, row))
      return nil
    }
    do {
      return try Amount.parse(
        cell(column, row), decimals: indicator?.decimals ?? 4, measure: indicator?.measure ?? "个")
    } catch {
      faults.add(.amount(error, text: text(column, row)), at: place(column, row))
      return nil
    }
  }

  func indicator(
    _ column: Column, _ row: borrowing TableRow, in directory: Directory,
    _ faults: inout ImportFaults
  ) -> Indicator? {
    if let place = directory.indicator(cell(column, row)) { return directory.indicators[place] }
    faults.add(
      directory.unknownIndicator(text(column, row), suggests: faults.suggests),
      at: place(column, row))
    return nil
  }

  func unit(
    _ column: Column, _ row: borrowing TableRow, in directory: inout Directory,
    asking ledger: Ledger?, _ faults: inout ImportFaults
  ) throws -> Unit? {
    if let place = try directory.unit(cell(column, row), asking: ledger) {
      return directory.units[place]
    }
    faults.add(
      .rule(.unknownUnit(text(column, row), suggestions: [])), at: place(column, row))
    return nil
  }
}
