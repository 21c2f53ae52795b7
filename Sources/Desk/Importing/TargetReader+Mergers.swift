internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Targets that were set before other units were merged into their own.
extension TargetReader {
  /// The units merged into a row's own whose targets it does not contain.
  mutating func without(
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>, _ ledger: Ledger?,
    _ found: inout ImportFaults
  ) throws -> Set<UnitID> {
    if header.cell(.without, row).isEmpty { return [] }
    var others: Set<UnitID> = []
    for var name in UnitRow.names(in: header.text(.without, row)) {
      if let place = try name.withUTF8({ try directory.unit($0, asking: ledger) }) {
        others.insert(directory.units[place].id)
      } else {
        found.add(
          .rule(.unknownUnit(name, suggestions: [])), at: header.place(.without, row))
      }
    }
    return others
  }
}
