public import TargetEngine

/// Finds the unit of one kind that stands above each unit, such as the township of a village.
public struct UnitsAbove: Sendable {
  private var parents: [UnitID: UnitID] = [:]
  /// What was found, and at first each unit of the kind itself.
  private var found: [UnitID: UnitID?] = [:]

  /// Reads all units: a question for each has a price of its own.
  public init(_ kind: UnitKind, _ ledger: Ledger) throws(StorageError) {
    let statement = try ledger.connection.statement("SELECT id, parent, kind FROM unit")
    while try statement.step() {
      let unit = statement.int(0)
      if let parent = statement.optionalInt(1) { parents[unit] = parent }
      if statement.bytes(2).elementsEqual(kind.rawValue.utf8) {
        found.updateValue(unit, forKey: unit)
      }
    }
  }

  /// The nearest, which may be the unit itself; nil where there is none.
  public mutating func unit(above unit: UnitID) -> UnitID? {
    if let known = found[unit] { return known }
    var path = [unit]
    var next = parents[unit]
    // A tree has no cycles; should a file be damaged, the walk still ends.
    while let above = next, found[above] == nil, path.count <= parents.count {
      path.append(above)
      next = parents[above]
    }
    let top = next.flatMap { found[$0] ?? nil }
    for unit in path { found.updateValue(top, forKey: unit) }
    return top
  }
}
