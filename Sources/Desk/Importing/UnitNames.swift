internal import Storage
internal import TargetEngine

/// The numbers of all units by the texts that files name them with, read without a `String` but for
/// paths: a name that several have names none, unless it is a code.
struct UnitNames: Sendable {
  private let table: ByteTable
  private let units: [UnitID]
  private let paths: UnitPaths

  /// The names of units as they were at some time, when none had another name.
  init(_ units: [Unit]) {
    var table = ByteTable()
    var listed = UnitPaths.Listed()
    for (index, unit) in units.enumerated() {
      listed.add(StoredUnit(unit: unit))
      table.add(name: unit.name, Int32(index))
    }
    for (index, unit) in units.enumerated() { table.set(unit.code, Int32(index)) }
    (self.table, self.units, paths) = (table, units.map(\.id), UnitPaths(listed))
  }

  init(_ ledger: Ledger) throws {
    var (table, codes) = (ByteTable(), ByteTable())
    var units: [UnitID] = []
    var firstMerged: Int32 = 0
    var listed = UnitPaths.Listed()
    try ledger.eachUnitName { unit, parent, code, names, isMerged in
      listed.add(unit, names: [code] + names, parent: parent, isMerged: isMerged)
      let index = Int32(units.count)
      if !isMerged { firstMerged = index + 1 }
      units.append(unit)
      codes.set(code, index)
      for name in names {
        table.add(name: name, index, yieldingBelow: isMerged ? firstMerged : 0)
      }
    }
    codes.forEach { table.set($0, $1) }
    (self.table, self.units) = (table, units)
    paths = UnitPaths(listed)
  }

  subscript(text: UnsafeBufferPointer<UInt8>) -> UnitID? {
    guard let index = table.value(named: text) ?? paths.place(text), index >= 0 else {
      return nil
    }
    return units[Int(index)]
  }
}
