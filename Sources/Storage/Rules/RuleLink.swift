internal import Registers

/// A rule that records of a register may break, and the groups of it that a record belongs to.
struct RuleLink {
  var shape: RegisterShape
  var rule: Int
  var keys: (RecordState) -> [[Datum]]

  static func links(
    from shape: RegisterShape, to rule: GroupRuleShape, _ index: Int, of other: RegisterShape
  ) -> [RuleLink] {
    var links: [RuleLink] = []
    if other.id == shape.id {
      links.append(RuleLink(shape: other, rule: index) { rule.keys(of: $0) })
    }
    if rule.fields.count == 1, other.fields[rule.fields[0]].kind.registers.contains(shape.id) {
      links.append(RuleLink(shape: other, rule: index) { [[.record($0.id)]] })
    }
    for neighbour in rule.neighbours where neighbour.register == shape.id {
      let fields = neighbour.fields.compactMap { shape.field(named: $0) }
      links.append(RuleLink(shape: other, rule: index) { GroupRuleShape.keys(fields, $0) })
    }
    return links
  }
}
