public import Registers
internal import TargetEngine

/// Checks the group rules when a transaction ends: every group that the transaction touched is
/// looked at as it is now and, where it breaks a rule, as it was before. Source: `engine.md`, "A
/// rule over records".
///
/// The cost grows with the number of groups touched, not with the number of changes.
public struct GroupRules {
  private let ledger: Ledger
  private var before: [RecordID: EarlierRecord] = [:]
  /// Each with the records whose change touched it, in the order of the changes.
  private var groups: [Group: [RecordID]] = [:]

  private struct Group: Hashable {
    var register: String
    var rule: Int
    var key: [Datum]
  }

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// Notes a change of a record. Its new state is stored already.
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

  /// The rules that are broken now and were not before, or by more than before.
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
            register: shape.id, rule: rule, key: group.key,
            others: (members.map(\.id) + group.key.compactMap(\.record)).filter {
              before[$0] == nil
            }))
      }
    }
    return broken
  }

  /// How many groups are read with one query.
  private static let portion = 400

  /// The members of those groups whose key is one unit or record, read together.
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
  /// The record whose change breaks it.
  public var record: RecordID
  let register: String
  let rule: GroupRuleShape
  let key: [Datum]
  /// The others of its group, and the record that they share, which the transaction did not change.
  var others: [RecordID]

  /// Whether a record belonged to the group in an earlier state, or was what the group shares.
  func concerns(_ earlier: RecordState, in shape: RegisterShape, like now: RecordState) -> Bool {
    if key.contains(.record(now.id)) { return earlier.data == now.data }
    return shape.id == register && !earlier.isRemoved && rule.keys(of: earlier).contains(key)
  }
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
}
