public import Desk
public import Registers
public import Reports
public import TargetEngine

extension ObjectList {
  private typealias Group = (values: [Datum], texts: [String], count: Int64, sums: [Int64])

  /// Counts and sums of records. Groups stand in the order of their
  /// units and choices, else of what people read; what has no value comes last.
  public static func tally(
    _ tally: RecordTally, in shape: RegisterShape, _ names: RecordNames, _ language: Language
  ) throws -> ObjectList {
    let (keys, values) = (tally.keys(in: shape), RecordValues(names))
    try names.prepare(units: Set(tally.rows.keys.joined().compactMap(\.unit)))
    let groups: [Group] = try tally.rows.map { values, row in
      (values, try zip(values, keys).map { try names.text($0, $1.kind) }, row.count, row.sums)
    }
    let counted = keys.enumerated().map { place, key in
      ListColumn<Group>(
        key.title, key: "key\(place + 1)", as: key.name,
        cell: { $0.texts[place].isEmpty ? .empty : .text($0.texts[place]) },
        json: { try values.json($0.values[place], key.kind) })
    }
    let summed = tally.summed(in: shape).enumerated().map { place, sum in
      ListColumn<Group>(sum.field.title, key: sum.name, .number) {
        .number(sum.field.kind.number($0.sums[place]))
      }
    }
    let count = ListColumn<Group>(Text("数量", "Count"), key: "count", .number) {
      .integer(Int($0.count))
    }
    let ranks = try GroupRanks(tally, keys, names)
    let sorted = groups.sorted { one, other in
      let (a, b) = (ranks.ranks(of: one.values), ranks.ranks(of: other.values))
      return a == b ? precedes(one, other) : a.lexicographicallyPrecedes(b)
    }
    var list = try Listing(language, counted + [count] + summed).list(sorted)
    // Under each member of a list a record counts once more, so that the sum would say nothing.
    if !keys.isEmpty, tally.lists(in: shape).isEmpty, groups.count > 1 {
      let blanks = keys.dropFirst().map { _ in Cell.blank }
      let sums = try tally.summed(in: shape).enumerated().map { place, sum in
        let total = try groups.reduce(Int64(0)) { try $0.adding($1.sums[place]) }
        return Cell.number(sum.field.kind.number(total))
      }
      let all = try groups.reduce(Int64(0)) { try $0.adding($1.count) }
      list.total = [.text(Phrase.total(language))] + blanks + [.integer(Int(all))] + sums
    }
    return list
  }

  /// Of equal names the one that was made first.
  private static func precedes(_ one: Group, _ other: Group) -> Bool {
    let numbers = { (values: [Datum]) in values.compactMap { $0.unit ?? $0.record } }
    return one.texts == other.texts
      ? numbers(one.values).lexicographicallyPrecedes(numbers(other.values))
      : one.texts.lexicographicallyPrecedes(other.texts)
  }
}

/// The order of groups that is not that of their names: numbers by size, units as their codes have it, stages and
/// choices as they are declared.
private struct GroupRanks {
  private var ranks: [[Datum: Int]] = []

  init(_ tally: RecordTally, _ keys: [RecordTally.Key], _ names: RecordNames) throws {
    for (place, key) in keys.enumerated() {
      let values = Set(tally.rows.keys.map { $0[place] })
      var order: [Datum] = []
      if case .choice(let choices) = key.kind { order = choices.map { .text($0.name) } }
      if key.kind.isNumber {
        order = values.filter { !$0.isEmpty }.sorted { $0.number < $1.number }
      }
      if key.kind == .unit {
        let codes = try values.compactMap { value in
          try value.unit.map { (code: try names.unit($0)?.code ?? "", value: value) }
        }
        order = codes.sorted { $0.code < $1.code }.map(\.value)
      }
      var known = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
      known[.empty] = .max
      ranks.append(known)
    }
  }

  /// A number for each value; equal ones for those that stand in the order of their names.
  func ranks(of values: [Datum]) -> [Int] {
    zip(ranks, values).map { known, value in known[value] ?? known.count }
  }
}
