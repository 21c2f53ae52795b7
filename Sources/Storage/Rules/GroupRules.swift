public import Registers
internal import TargetEngine

/// Asks the rules over records when a transaction ends: of every group that it touched, as the group
/// is now and, where it breaks a rule, as it was before. Source: `engine.md`, "A rule over records".
///
/// Its cost follows the groups touched: one question for each, whatever came with it.
public struct GroupRules {
  private let ledger: Ledger
  private var before: [RecordID: EarlierRecord] = [:]
  /// With the records by whose change each was touched, in their order.
  private var groups: [Group: [RecordID]] = [:]

  private struct Group: Hashable {
    var register: String
    var rule: Int
    var key: [Datum]
  }

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// Notes a change of a record, whose new state is stored already.
  public mutating func touch(_ shape: RegisterShape, old: RecordState?, new: RecordState?) {
    let links = ledger.ruleLinks(to: shape)
    guard !links.isEmpty, let id = new?.id ?? old?.id else { return }
    if before[id] == nil { before[id] = EarlierRecord(register: shape.id, state: old) }
    for link in links {
      for key in Set([old, new].compactMap(\.self).flatMap(link.keys)) {
        let group = Group(register: link.shape.id, rule: link.rule, key: key)
        if groups[group]?.last != id { groups[group, default: []].append(id) }
      }
    }
  }

  /// What is broken now and was not before, or by more than before.
  public func broken() throws -> [BrokenRule] {
    let reader = StoredRecords(ledger)
    var earlier: EarlierRecords?
    var broken: [BrokenRule] = []
    var known: [Group: [RecordState]] = [:]
    let sorted = groups.sorted { $0.value.lexicographicallyPrecedes($1.value) }
    for (place, (group, touchers)) in sorted.enumerated() {
      if place % GroupRules.portion == 0 {
        known = try members(of: sorted[place...].prefix(GroupRules.portion).map(\.key))
      }
      guard let shape = ledger.shape(group.register) else { continue }
      let rule = shape.rules[group.rule]
      let members = try known[group] ?? ledger.members(of: group.key, by: rule, in: shape)
      let now = try rule.problems(members, reader)
      if now.isEmpty { continue }
      let then = earlier ?? EarlierRecords(ledger, before)
      earlier = then
      let worse = now.worse(
        than: try rule.problems(try then.members(of: group.key, by: rule, in: shape), then))
      for problem in worse {
        let culprit = problem.record.flatMap { touchers.contains($0) ? $0 : nil }
        broken.append(
          BrokenRule(
            problem: problem, record: culprit ?? touchers.last ?? 0,
            others: members.map(\.id).filter { before[$0] == nil }))
      }
    }
    return broken
  }

  /// So many groups are read with one question.
  private static let portion = 400

  /// The members of those groups that a unit or a record names.
  private func members(of groups: [Group]) throws -> [Group: [RecordState]] {
    var found: [Group: [RecordState]] = [:]
    for (one, alike) in Dictionary(grouping: groups, by: { [$0.register, "\($0.rule)"] }) {
      guard let first = alike.first, let shape = ledger.shape(one[0]) else { continue }
      let rule = shape.rules[first.rule]
      let ids = alike.compactMap { $0.key.count == 1 ? $0.key[0].id : nil }
      guard rule.fields.count == 1, shape.fields[rule.fields[0]].kind.isNumbered,
        ids.count == alike.count
      else { continue }
      for group in alike { found[group] = [] }
      for state in try ledger.records(in: shape, where: rule.fields[0], among: ids) {
        for key in rule.keys(of: state) {
          found[Group(register: shape.id, rule: first.rule, key: key)]?.append(state)
        }
      }
    }
    return found
  }
}

extension FieldKind {
  /// Whether its column holds the number of one unit or record.
  fileprivate var isNumbered: Bool {
    switch self {
    case .unit, .reference: true
    default: false
    }
  }
}

extension Datum {
  fileprivate var id: Int64? {
    switch self {
    case .unit(let id), .record(let id): id
    default: nil
    }
  }
}

/// A rule over records that a transaction would leave broken.
public struct BrokenRule: Sendable {
  public var problem: Problem
  /// The record whose change brings it about.
  public var record: RecordID
  /// The others of its group, which the transaction did not change.
  var others: [RecordID]
}

extension Ledger {
  /// The records in force of a group.
  func members(
    of key: [Datum], by rule: GroupRuleShape, in shape: RegisterShape
  ) throws -> [RecordState] {
    guard let first = rule.fields.first else {
      guard case .record(let id)? = key.first, let state = try record(id, in: shape),
        !state.isRemoved
      else { return [] }
      return [state]
    }
    let states = try records(in: shape, where: first, is: key[0])
    return rule.fields.count == 1 ? states : states.filter { rule.keys(of: $0).contains(key) }
  }

  /// Whether rules of other registers look for records of this one, also for those that none names.
  public func isNeighbour(_ shape: RegisterShape) -> Bool {
    allShapes().contains {
      $0.rules.contains { $0.neighbours.contains { $0.register == shape.id } }
    }
  }

  /// The rules that a record of a register may break.
  func ruleLinks(to shape: RegisterShape) -> [RuleLink] {
    if let known = ruleLinks[shape.id] { return known }
    let links = allShapes().flatMap { other in
      other.rules.enumerated().flatMap { index, rule in
        RuleLink.links(from: shape, to: rule, index, of: other)
      }
    }
    ruleLinks[shape.id] = links
    return links
  }
}

/// A rule that records of a register may break, and how they tell the groups.
struct RuleLink {
  var shape: RegisterShape
  var rule: Int
  var keys: (RecordState) -> [[Datum]]

  fileprivate static func links(
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
