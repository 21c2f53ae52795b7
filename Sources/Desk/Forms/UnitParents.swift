internal import Storage
internal import TargetEngine

/// Which unit is above which, for many questions at once.
struct UnitParents: Equatable {
  private let parents: [UnitID: UnitID]

  init(_ units: [Unit]) {
    parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } }
    ) { first, _ in first }
  }

  /// The units as they stood on a day: one that was merged into another since stood where it was before, so that
  /// neither has the figures of the other in its own. Moves are not undone: they move a unit's whole history.
  init(_ ledger: Ledger, on day: Day) throws {
    let units = try ledger.units()
    let merged = units.filter { $0.merged != nil && $0.unit.closed ?? .last >= day }
    let former = try ledger.formerParents(of: merged.map(\.unit.id))
    var parents: [UnitID: UnitID] = [:]
    for unit in units.map(\.unit) { parents[unit.id] = unit.parent }
    for unit in merged { parents[unit.unit.id] = former[unit.unit.id] }
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
