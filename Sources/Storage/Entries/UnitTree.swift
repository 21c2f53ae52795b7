internal import Database
internal import TargetEngine

/// The units that roll-ups meet, each with its parent, so that no unit is asked for twice.
struct UnitTree: Sendable {
  /// 0 for a unit without one.
  private var parents = UnitTable<UnitID>()
  private var count = 0

  /// Learns of units and of all above them, level by level: a question for each has a price of its
  /// own.
  mutating func learn(
    _ units: [UnitID], asking find: ([UnitID]) throws -> [UnitID: UnitID]
  ) throws {
    var level = units
    while true {
      var unknown: [UnitID] = []
      for unit in level where parents[unit] == nil {
        parents[unit] = 0
        unknown.append(unit)
      }
      if unknown.isEmpty { return }
      count += unknown.count
      let found = try find(unknown.sorted())
      for (unit, parent) in found { parents[unit] = parent }
      level = Array(found.values)
    }
  }

  func parent(of unit: UnitID) -> UnitID? { parents[unit].flatMap { $0 == 0 ? nil : $0 } }

  func depth(of unit: UnitID) -> Int {
    var depth = 0
    var next = parent(of: unit)
    // A tree has no cycles; should a file be damaged, the walk still ends.
    while let above = next, depth < count { (next, depth) = (parent(of: above), depth + 1) }
    return depth
  }

  /// A unit and those above it, nearest first.
  func path(from unit: UnitID) -> [UnitID] {
    var path = [unit]
    while let above = parent(of: path[path.count - 1]), path.count <= count {
      path.append(above)
    }
    return path
  }
}
