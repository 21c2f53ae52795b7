internal import Storage
internal import TargetEngine

/// The numbers of all units by the texts that files name them with, read without a `String`: a
/// name that several have names none, unless it is a code.
struct UnitNames: Sendable {
  private var table = ByteTable()
  private var units: [UnitID] = []

  init(_ ledger: Ledger) throws {
    var codes = ByteTable()
    var firstMerged: Int32 = 0
    try ledger.eachUnitName { unit, code, names, isMerged in
      let index = Int32(units.count)
      if !isMerged { firstMerged = index + 1 }
      units.append(unit)
      codes.set(code, index)
      for name in names {
        table.add(name: name, index, yieldingBelow: isMerged ? firstMerged : 0)
      }
    }
    codes.forEach { table.set($0, $1) }
  }

  subscript(text: UnsafeBufferPointer<UInt8>) -> UnitID? {
    guard let index = table.value(named: text), index >= 0 else { return nil }
    return units[Int(index)]
  }
}
