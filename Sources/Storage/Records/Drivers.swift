internal import Registers

extension Ledger {
  /// The registers whose records post by what a record of this one says, each with the field that
  /// names it.
  func driven(by shape: RegisterShape) -> [(RegisterShape, Int)] {
    if let known = derived.drivers[shape.id] { return known }
    let found = allShapes().flatMap { other in
      other.mentions(of: shape.id).filter {
        !$0.isByKey && !other.fields[$0.field].roles.isDisjoint(with: [.drives, .place])
      }.map { (other, $0.field) }
    }
    derived.drivers[shape.id] = found
    return found
  }
}
