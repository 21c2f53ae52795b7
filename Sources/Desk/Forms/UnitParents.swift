internal import TargetEngine

/// Which unit is above which, for many questions at once.
struct UnitParents {
  private let parents: [UnitID: UnitID]

  init(_ units: [Unit]) {
    parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } }
    ) { first, _ in first }
  }

  /// All units above one; a ring of parents, which no ledger lets in, ends where it closes.
  func above(_ unit: UnitID) -> Set<UnitID> {
    var above: Set<UnitID> = []
    var next = parents[unit]
    while let parent = next, above.insert(parent).inserted { next = parents[parent] }
    return above
  }
}
