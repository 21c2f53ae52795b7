internal import Storage
internal import TargetEngine

/// Which unit is above which, for many questions at once.
struct UnitParents {
  private let parents: [UnitID: UnitID]

  init(_ units: [Unit]) {
    parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } }
    ) { first, _ in first }
  }

  /// The units as they stood on a day: one that was merged into another since stood beside it, so that neither has the
  /// figures of the other in its own.
  init(_ units: [StoredUnit], on day: Day) {
    var parents: [UnitID: UnitID] = [:]
    for unit in units { parents[unit.unit.id] = unit.unit.parent }
    let merged = units.filter { $0.merged != nil && $0.unit.closed ?? .last >= day }
    let now = UnitParents(units.map(\.unit))
    let since = Set(merged.map(\.unit.id))
    for unit in since {
      let others = now.path(from: unit).drop { since.contains($0) }
      parents[unit] = others.dropFirst().first
    }
    self.parents = parents
  }

  /// All units above one.
  func above(_ unit: UnitID) -> Set<UnitID> { Set(path(from: unit).dropFirst()) }

  /// A unit and those above it, upwards; a ring of parents, which no ledger lets in, ends where it closes.
  func path(from unit: UnitID) -> [UnitID] {
    var (path, passed): ([UnitID], Set<UnitID>) = ([unit], [unit])
    var next = parents[unit]
    while let parent = next, passed.insert(parent).inserted {
      path.append(parent)
      next = parents[parent]
    }
    return path
  }
}
