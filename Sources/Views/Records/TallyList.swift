public import Desk
public import Registers
public import Reports
public import TargetEngine

extension ObjectList {
  private typealias Group = (values: [Datum], texts: [String], count: Int64, sums: [Int64])

  /// Counts and sums of records. Groups stand in the order of what people read.
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
        .number(Decimal($0.sums[place], places: sum.field.kind == .money ? 2 : 0))
      }
    }
    let count = ListColumn<Group>(Text("数量", "Count"), key: "count", .number) {
      .integer(Int($0.count))
    }
    return try Listing(language, counted + [count] + summed).list(groups.sorted(by: precedes))
  }

  /// Of equal names the one that was made first.
  private static func precedes(_ one: Group, _ other: Group) -> Bool {
    let numbers = { (values: [Datum]) in values.compactMap { $0.unit ?? $0.record } }
    return one.texts == other.texts
      ? numbers(one.values).lexicographicallyPrecedes(numbers(other.values))
      : one.texts.lexicographicallyPrecedes(other.texts)
  }
}
