public import Database
public import TargetEngine

/// How many units of some kinds are open on a day, at or below every unit.
public struct OpenUnits: Sendable {
  private var counts: [UnitKind: [UnitID: Int64]] = [:]

  public init() {}

  /// The counts of one unit.
  public subscript(unit: UnitID) -> [UnitKind: Int64] {
    counts.isEmpty ? [:] : counts.mapValues { $0[unit] ?? 0 }
  }

  /// The counts of several units side by side.
  public subscript(units: [UnitID]) -> [UnitKind: [Int64]] {
    counts.mapValues { found in units.map { found[$0] ?? 0 } }
  }

  /// Counts a unit for itself and all above it.
  fileprivate mutating func add(_ unit: Unit, _ parents: [UnitID: UnitID]) {
    var next: UnitID? = unit.id
    var passed: Set<UnitID> = []
    while let id = next, passed.insert(id).inserted {
      counts[unit.kind, default: [:]][id, default: 0] += 1
      next = parents[id]
    }
  }
}

extension Ledger {
  /// Counts the open units that the default targets of some indicators ask for. Nothing is read
  /// where none does, and none is counted for a module that nothing was ever entered in: an office without that work
  /// is not held to it.
  public func openUnits(
    for indicators: some Sequence<Indicator>, on day: Day
  ) throws(StorageError) -> OpenUnits {
    var open = OpenUnits()
    var kinds: Set<UnitKind> = []
    for indicator in indicators {
      if case .units(let kind) = indicator.defaultTarget, !kinds.contains(kind),
        try isInUse(indicator.module)
      {
        kinds.insert(kind)
      }
    }
    guard !kinds.isEmpty else { return open }
    let units = try units().map(\.unit)
    var parents: [UnitID: UnitID] = [:]
    for unit in units { parents[unit.id] = unit.parent }
    for unit in units where kinds.contains(unit.kind) && unit.exists(on: day) {
      open.add(unit, parents)
    }
    return open
  }
}

extension Ledger {
  /// Whether any unit has a figure of an indicator of a module.
  private func isInUse(_ module: String) throws(StorageError) -> Bool {
    try connection.first(
      """
      SELECT 1 FROM unit u JOIN total t ON t.unit = u.id JOIN indicator i ON i.id = t.indicator
      WHERE u.parent IS NULL AND i.code >= ?1 AND i.code < ?2 LIMIT 1
      """, [.text("\(module)."), .text("\(module)/")]
    ) { _ in true } ?? false
  }
}
