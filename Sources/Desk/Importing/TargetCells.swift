internal import TargetEngine

/// The names of a target's unit and indicator, for the receipt.
struct TargetNames: Sendable {
  var unit: Unit
  var indicator: Indicator

  var text: String { "\(unit.name) \(indicator.name)" }
}

/// The paces that a file names, each read once.
struct PaceTable: Sendable {
  private var table = ByteTable()
  private var paces: [Pace?] = []

  mutating func pace(_ text: UnsafeBufferPointer<UInt8>) -> Pace? {
    if let known = table.value(text) { return paces[Int(known)] }
    let pace = Pace(String(decoding: text, as: UTF8.self))
    table.set(text, Int32(paces.count))
    paces.append(pace)
    return pace
  }
}
