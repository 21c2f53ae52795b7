internal import Database
internal import TargetEngine

/// The first targets of plan years that a transaction has set. The plan of a unit without children follows
/// from such a row alone: nothing is asked for it when the transaction ends.
struct FirstTargets {
  private var rows: [TargetBatch.Row] = []
  /// The texts of the rows' paces.
  private(set) var paces = TextColumn()

  var isEmpty: Bool { rows.isEmpty }

  /// Takes the first targets of a batch.
  mutating func add(_ batch: TargetBatch) {
    let known = Int32(clamping: paces.count)
    paces.append(contentsOf: batch.paces)
    for var row in batch.rows where row.isFirst {
      row.pace += known
      rows.append(row)
    }
  }

  /// Orders the rows by units, and those of a unit by lines.
  mutating func putInOrder() {
    // Most files have the order of the units themselves.
    if zip(rows, rows.dropFirst()).allSatisfy({ $0.key < $1.key }) { return }
    rows.sort { $0.key < $1.key }
  }

  /// Runs `body` for the rows of each unit, which must be in order.
  func eachUnit(
    _ body: (UnitID, ArraySlice<TargetBatch.Row>) throws(StorageError) -> Void
  ) throws(StorageError) {
    var rest = rows[...]
    while let unit = rest.first?.unit {
      let own = rest.prefix { $0.unit == unit }
      rest = rest.dropFirst(own.count)
      try body(unit, own)
    }
  }

  /// Their units in ascending order. The rows must be in order.
  var units: [UnitID] {
    var units: [UnitID] = []
    for row in rows where row.unit != units.last { units.append(row.unit) }
    return units
  }
}

extension TargetBatch.Row {
  var line: LineKey { LineKey(indicator: indicator, year: Int(year)) }

  fileprivate var key: (UnitID, IndicatorID, Int32) { (unit, indicator, year) }
}
