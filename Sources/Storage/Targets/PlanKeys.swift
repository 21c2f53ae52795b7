internal import TargetEngine

/// Plans to be derived, by their units.
struct PlanKeys {
  private var lines: [UnitID: [LineKey]] = [:]

  var isEmpty: Bool { lines.isEmpty }

  /// The units in ascending order.
  var units: [UnitID] { lines.keys.sorted() }

  /// Whether a unit has some.
  func contains(_ unit: UnitID) -> Bool { lines[unit] != nil }

  mutating func insert(_ more: some Collection<LineKey>, of unit: UnitID) {
    // The children of one unit mostly have the same.
    if let known = lines[unit], known.suffix(more.count).elementsEqual(more) { return }
    lines[unit, default: []].append(contentsOf: more)
  }

  /// A unit's plans in ascending order, each once.
  subscript(unit: UnitID) -> [LineKey] {
    guard let lines = lines[unit] else { return [] }
    return lines.isAscending ? lines : Set(lines).sorted()
  }

  /// Those of units that `isIncluded` takes.
  func filter(_ isIncluded: (UnitID) -> Bool) -> PlanKeys {
    var keys = self
    keys.lines = lines.filter { isIncluded($0.key) }
    return keys
  }

  func contains(_ line: LineKey, of unit: UnitID) -> Bool { lines[unit]?.contains(line) ?? false }
}

extension [LineKey] {
  /// Whether each is there once, in order.
  var isAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
