internal import TargetEngine

/// A rule over records that belong together, such as one open contract for each employer.
///
///     static let rules: [GroupRule<Contract>] = [
///       GroupRule(by: \.employer) { contracts, _ in
///         let open = contracts.filter { $0.record.ends == nil }
///         guard open.count > 1 else { return [] }
///         return [
///           Problem(
///             \Contract.ends, zh: "该单位另有未到期的合同。", en: "The employer has another open contract.",
///             by: Int64(open.count - 1), of: open.last?.id)
///         ]
///       }
///     ]
///
/// It is checked when a transaction ends, for every group that the transaction touched, so that the
/// order of the rows of a file does not matter. A transaction is refused when a group breaks the
/// rule afterwards and did not before, or breaks it by more than before; what was broken already
/// may be eased. Undo is checked in the same way, and `check` reports older data that break a rule
/// as advice. A record that the group's field names counts as touched too: a change of the employer
/// checks its contracts. Source: `engine.md`, "A rule over records".
public struct GroupRule<Record: RegisterRecord>: Sendable {
  /// Records with their rows.
  public typealias Members = [(id: RecordID, record: Record)]

  /// Empty where each record is a group of its own.
  let paths: [any PartialKeyPath<Record> & Sendable]
  let neighbours: [Neighbour]
  let problems: @Sendable (Members, any RecordReader) throws -> [Problem]

  /// - Parameters:
  ///   - paths: the fields whose equal values make a group; in a list field each member makes one.
  ///     A record without a value in the first field belongs to no group.
  ///   - neighbours: records of other registers that the rule looks at and that have the same
  ///     values, see `Neighbour`.
  ///   - problems: gets the records in force of one group, at least one, in the order in which they
  ///     were added. A problem says by how much the rule is broken, and from which day.
  public init(
    by paths: any PartialKeyPath<Record> & Sendable..., beside neighbours: [Neighbour] = [],
    _ problems: @escaping @Sendable (Members, any RecordReader) throws -> [Problem]
  ) {
    (self.paths, self.neighbours, self.problems) = (paths, neighbours, problems)
  }

  /// A rule of one record that looks at others. It is checked when the record changes, not when
  /// they do.
  ///
  ///     GroupRule(each: { id, drill, others in
  ///       guard let lead = drill.lead, try others.units(of: .village, within: lead.id, on: .first).isEmpty
  ///       else { return [] }
  ///       return [Problem(\Drill.lead, zh: "牵头单位下没有村。", en: "The lead unit has no village.", of: id)]
  ///     })
  public init(
    each problems: @escaping @Sendable (RecordID, Record, any RecordReader) throws -> [Problem]
  ) {
    (paths, neighbours) = ([], [])
    self.problems = { members, others in
      try members.flatMap { try problems($0.id, $0.record, others) }
    }
  }
}

/// Records of another register that a group rule looks at, such as the allowance beside what was
/// granted: when they change, the groups with the same values are checked.
///
///     GroupRule(by: \.employer, beside: [Neighbour(Allowance.self, by: \.employer)]) { contracts, others in
///       try Allowance.problems(contracts.count, contracts[0].record.employer, others)
///     }
public struct Neighbour: Sendable {
  /// The register, by id.
  public let register: String
  /// The names of the fields that hold the group's values, in the order of the rule's own.
  public let fields: [String]

  /// Fields in the order of the rule's own; those that the register does not declare are left out.
  public init<Other: RegisterRecord>(
    _ type: Other.Type, by paths: any PartialKeyPath<Other> & Sendable...
  ) {
    register = Other.id
    fields = paths.compactMap { path in Other.fields.first { $0.path == path }?.shape.name }
  }
}

/// A group rule without its register's type.
public struct GroupRuleShape: Sendable {
  /// The indexes of the fields whose values make a group; empty where each record is one.
  public let fields: [Int]
  /// The other records that it looks at.
  public let neighbours: [Neighbour]
  private let rule: @Sendable ([RecordState], any RecordReader) throws -> [Problem]

  init?<Record: RegisterRecord>(
    _ rule: GroupRule<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    fields = rule.paths.compactMap(index)
    guard fields.count == rule.paths.count else { return nil }
    neighbours = rule.neighbours
    self.rule = { states, others in
      try rule.problems(states.map { ($0.id, Record($0)) }, others)
    }
  }

  /// The groups that a record belongs to, each by its values.
  public func keys(of state: RecordState) -> [[Datum]] {
    fields.isEmpty ? [[.record(state.id)]] : GroupRuleShape.keys(fields, state)
  }

  /// The groups whose values some fields of a record hold.
  public static func keys(_ fields: [Int], _ state: RecordState) -> [[Datum]] {
    guard let first = fields.first else { return [] }
    return fields.dropFirst().reduce(state.data[first].values.map { [$0] }) { keys, field in
      let values = state.data[field].values
      return keys.flatMap { key in (values.isEmpty ? [.empty] : values).map { key + [$0] } }
    }
  }

  /// What is wrong with the records in force of one group, by the days on which it is.
  public func problems(
    _ states: [RecordState], _ others: any RecordReader
  ) throws -> [Problem] {
    states.isEmpty
      ? []
      : try rule(states, others).sorted { a, b in
        guard let day = b.from else { return false }
        return a.from.map { $0 < day } ?? true
      }
  }
}
