internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// Targets that were set before other units were merged into their own.
extension TargetReader {
  /// The units whose targets a row says not to contain.
  mutating func without(
    _ row: borrowing TableRow, _ header: FileHeader<TargetColumn>, _ ledger: Ledger?,
    _ found: inout ImportFaults
  ) throws -> [Unit] {
    if header.cell(.without, row).isEmpty { return [] }
    var others: [Unit] = []
    for var name in NameList.names(in: header.text(.without, row)) {
      if let place = try name.withUTF8({ try directory.unit($0, asking: ledger) }) {
        others.append(directory.units[place])
      } else {
        found.add(
          .rule(.unknownUnit(name, suggestions: [])), at: header.place(.without, row))
      }
    }
    return others
  }

  /// Notes those units which were not merged into a row's own. Its targets are to be known already.
  func expectMerged(
    _ others: [Unit], into unit: Unit, _ row: borrowing TableRow,
    _ header: FileHeader<TargetColumn>, _ found: inout ImportFaults
  ) {
    for other in others where !revisions.isMerged(other.id, into: unit.id) {
      found.add(.rule(.notMergedInto(other.name, unit.name)), at: header.place(.without, row))
    }
  }
}
