public import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// Takes records out (作废) and keeps their history. What only each other name goes together.
  ///
  /// - Throws: `RecordFault.named` when other records, or targets, name one of them.
  public func removeRecords(
    _ texts: [String], in shape: RegisterShape, reason: String
  ) throws -> Written<[RecordState]> {
    try changeRecords(reason: reason) { session in
      let removed = try changeEach(texts) { text in
        let old = try record(text, in: shape)
        var new = old
        new.isRemoved = true
        return try session.put(new, after: old, in: shape)
      }
      for (text, state) in zip(texts, removed) {
        try naming(text, of: texts) { try forbidNamed(state, in: shape) }
      }
      return removed
    }
  }

  /// Source: `engine.md`, "A record that others name is not removed".
  func forbidNamed(_ state: RecordState, in shape: RegisterShape) throws {
    let referrers = try referrers(of: state, in: shape)
    let names = try RecordNames(ledger, .zh)
    var found = try referrers.records.flatMap { other, states, _ in
      try states.prefix(Desk.namedReferrers).map { state in
        NamingRecord(
          register: other.name.title, name: try names.label(state, other), id: names.id(state.id))
      }
    }
    found += referrers.targets.prefix(Desk.namedReferrers).map {
      NamingRecord(
        register: Text("任务", "Target"),
        name: "\($0.unit.name) \($0.indicator.name) \($0.target.year)"
      )
    }
    if found.isEmpty { return }
    let count = referrers.records.map(\.count).reduce(referrers.targets.count, +)
    throw DeskError.record(
      .named(by: Array(found.prefix(Desk.namedReferrers)), count: count))
  }

  private static let namedReferrers = 5
}
