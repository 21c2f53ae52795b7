public import Registers
public import TargetEngine

/// Records that have the same values.
public struct RecordGroup: Sendable {
  public var values: [Datum]
  public var count: Int64
  public var sums: [Int64]

  public init(values: [Datum], count: Int64, sums: [Int64]) {
    self.values = values
    self.count = count
    self.sums = sums
  }
}

extension Ledger {
  /// How many records there are for each combination of values, with the sums of some fields. A
  /// record counts under each member of a list, and once under nothing when it has none.
  ///
  /// The rows are grouped as they are read: the database would sort all of them first, and has no
  /// quick way from a village to its township.
  ///
  /// - Parameter levels: for each subject that is a unit the kind of the unit above it, or itself, that
  ///   stands in its place.
  public func groups(
    _ query: RecordQuery, in shape: RegisterShape, by subjects: [RecordQuery.Subject],
    above levels: [UnitKind?] = [], sums: [Int]
  ) throws -> [RecordGroup] {
    let table = self.table(shape)
    var question = RecordQuestion(table, query, path: path(of: shape))
    let lists = table.memberships(of: subjects, on: query.day)
    let keys = subjects.map { subject in
      lists.first { $0.subject == subject }?.column ?? question.column(subject)
    }
    let kinds = subjects.map { subject -> FieldKind in
      switch subject {
      case .stage, .note: .text
      case .place: .unit
      case .field(let field): shape.fields[field].kind.element
      }
    }
    let sql = question.selection(
      keys + sums.map { question.column(.field($0)) }, joins: lists.map(\.join))
    var above = try levels.map { try $0.map { try UnitsAbove($0, self) } }
    above += Array(repeating: nil, count: subjects.count - above.count)
    var tree = GroupTree(sums: sums.count)
    let statement = try connection.statement(sql)
    statement.bind(question.values)
    while try statement.step() {
      var group = GroupTree.root
      for (index, kind) in kinds.enumerated() {
        var value = Datum(statement, index, kind)
        if above[index] != nil, case .unit(let unit) = value {
          value = above[index]?.unit(above: unit).map { .unit($0) } ?? .empty
        }
        group = tree.group(in: group, with: value)
      }
      try tree.add(to: group) { statement.int(keys.count + $0) }
    }
    return tree.groups(of: subjects.count)
  }
}

/// Groups found value by value: each leads from a wider group to a narrower one.
private struct GroupTree {
  static let root = 0
  private struct Step: Hashable {
    var group: Int
    var value: Datum
  }

  private var steps: [Step: Int] = [:]
  private var found: [RecordGroup]

  init(sums: Int) {
    found = [RecordGroup(values: [], count: 0, sums: Array(repeating: 0, count: sums))]
  }

  mutating func group(in wider: Int, with value: Datum) -> Int {
    let step = Step(group: wider, value: value)
    if let known = steps[step] { return known }
    var group = found[wider]
    group.values.append(value)
    (group.count, group.sums) = (0, group.sums.map { _ in 0 })
    found.append(group)
    steps[step] = found.count - 1
    return found.count - 1
  }

  mutating func add(to group: Int, _ amount: (Int) -> Int64) throws(OverflowFault) {
    found[group].count += 1
    for index in found[group].sums.indices {
      found[group].sums[index] = try found[group].sums[index].adding(amount(index))
    }
  }

  /// Those with `values` values.
  func groups(of values: Int) -> [RecordGroup] { found.filter { $0.values.count == values } }
}
