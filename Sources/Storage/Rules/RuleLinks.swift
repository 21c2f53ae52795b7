public import Registers

extension Ledger {
  /// Whether group rules look at a register as a neighbour, so that records matter that nothing
  /// names.
  public func isNeighbour(_ shape: RegisterShape) -> Bool {
    allShapes().contains {
      $0.rules.contains { $0.neighbours.contains { $0.register == shape.id } }
    }
  }

  /// The rules that a record of a register may break.
  func ruleLinks(to shape: RegisterShape) -> [RuleLink] {
    if let known = derived.ruleLinks[shape.id] { return known }
    let links = allShapes().flatMap { other in
      other.rules.enumerated().flatMap { index, rule in
        RuleLink.links(from: shape, to: rule, index, of: other)
      }
    }
    derived.ruleLinks[shape.id] = links
    return links
  }
}
