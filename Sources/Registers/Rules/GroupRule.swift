internal import TargetEngine

/// A rule over records that belong together, stated once and asked when a transaction ends: of every
/// group that it touched, whichever of the records changed and in whatever order. A transaction is
/// refused when afterwards a group breaks a rule that it kept before, or by more than before.
///
///     static let rules: [GroupRule<Hire>] = [
///       GroupRule(by: \.post) { hires, others in
///         guard let post = try others.record(hires.first?.record.post) else { return [] }
///         …
///         return [Problem(\Hire.post, zh: "…", en: "…", by: people - places, from: day, of: id)]
///       }
///     ]
///
/// A record that the group's field names is its neighbour: a change of the post asks for its hires
/// too. Source: `engine.md`, "A rule over records".
public struct GroupRule<Record: Register>: Sendable {
  public typealias Members = [(id: RecordID, record: Record)]

  /// Empty where each record is a group of its own.
  let paths: [any PartialKeyPath<Record> & Sendable]
  let neighbours: [Neighbour]
  let problems: @Sendable (Members, any RecordReader) throws -> [Problem]

  /// - Parameters:
  ///   - paths: the fields whose equal values make a group; of a list each member makes one. A record
  ///     without a value in the first belongs to none.
  ///   - neighbours: records of other registers that the rule looks at and that share the values.
  ///   - problems: of the records in force of one group, never none, in the order of their making.
  public init(
    by paths: any PartialKeyPath<Record> & Sendable..., beside neighbours: [Neighbour] = [],
    _ problems: @escaping @Sendable (Members, any RecordReader) throws -> [Problem]
  ) {
    (self.paths, self.neighbours, self.problems) = (paths, neighbours, problems)
  }

  /// A rule of one record that looks at others. It is asked when the record changes, not when they do.
  public init(
    each problems: @escaping @Sendable (RecordID, Record, any RecordReader) throws -> [Problem]
  ) {
    (paths, neighbours) = ([], [])
    self.problems = { members, others in
      try members.flatMap { try problems($0.id, $0.record, others) }
    }
  }
}

/// Records of another register that a group rule looks at, such as the quota beside what was granted.
///
///     GroupRule(by: \.programme, \.year, beside: [Neighbour(Quota.self, by: \.programme, \.year)])
public struct Neighbour: Sendable {
  /// The register, by id.
  public let register: String
  /// The names of the fields that hold the group's values, in the order of the rule's own.
  public let fields: [String]

  public init<Other: Register>(
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
  public let neighbours: [Neighbour]
  private let rule: @Sendable ([RecordState], any RecordReader) throws -> [Problem]

  init?<Record: Register>(
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

  /// The groups of which some fields of a record tell the values.
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
