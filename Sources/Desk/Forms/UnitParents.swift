internal import TargetEngine

/// Which unit is above which, for many questions at once.
struct UnitParents {
  private let parents: [UnitID: UnitID]

  init(_ units: [Unit]) {
    parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } }
    ) { first, _ in first }
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
