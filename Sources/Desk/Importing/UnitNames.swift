internal import Storage
internal import TargetEngine

/// The numbers of all units by the texts that files name them with, read without a `String`: a
/// name that several bear names none, unless it is a code.
struct UnitNames: Sendable {
  private var table = ByteTable()
  private var units: [UnitID] = []

  init(_ ledger: Ledger) throws {
    var codes = ByteTable()
    try ledger.eachUnitName { unit, code, names in
      let index = Int32(units.count)
      units.append(unit)
      codes.set(code, index)
      for name in names { table.add(name: name, index) }
    }
    codes.forEach { table.set($0, $1) }
  }

  subscript(text: UnsafeBufferPointer<UInt8>) -> UnitID? {
    guard let index = table.value(text), index >= 0 else { return nil }
    return units[Int(index)]
  }
}
