internal import TargetEngine

/// Plans to be derived, by their units.
struct PlanKeys {
  private var lines: [UnitID: [LineKey]] = [:]

  var isEmpty: Bool { lines.isEmpty }

  /// The units in ascending order.
  var units: [UnitID] { lines.keys.sorted() }

  mutating func insert(_ more: some Sequence<LineKey>, of unit: UnitID) {
    lines[unit, default: []].append(contentsOf: more)
  }

  /// A unit's plans in ascending order, each once.
  subscript(unit: UnitID) -> [LineKey] {
    guard let lines = lines[unit] else { return [] }
    if zip(lines, lines.dropFirst()).allSatisfy({ $0 < $1 }) { return lines }
    return Set(lines).sorted()
  }

  /// Those of units that `isIncluded` takes.
  func filter(_ isIncluded: (UnitID) -> Bool) -> PlanKeys {
    var keys = self
    keys.lines = lines.filter { isIncluded($0.key) }
    return keys
  }

  func contains(_ line: LineKey, of unit: UnitID) -> Bool { lines[unit]?.contains(line) ?? false }
}
