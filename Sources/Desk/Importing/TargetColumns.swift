internal import TargetEngine

/// Where the columns of a file of targets stand.
struct TargetColumns {
  let indicator, unit, year, amount: Int
  let effective, due, pace, document, reason: Int?

  init(_ map: HeaderMap) {
    indicator = map.place("indicator") ?? 0
    unit = map.place("unit") ?? 0
    year = map.place("year") ?? 0
    amount = map.place("amount") ?? 0
    effective = map.place("effective")
    due = map.place("due")
    pace = map.place("pace")
    document = map.place("document")
    reason = map.place("reason")
  }

  /// The cell that a broken rule is reported at.
  func place(of error: DeskError) -> Int {
    if case .unitClosed = error { year } else { amount }
  }
}

/// The paces that a file names, each read once.
struct PaceTable {
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
