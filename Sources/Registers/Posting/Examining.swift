public import TargetEngine

extension RegisterShape {
  /// What a record calls for in the ledger, and what is wrong with it by itself.
  public func examine(
    _ state: RecordState, _ others: any RecordReader, today: Day
  ) throws -> Examination {
    var found = try examine(state, others, problems: true)
    found.problems += breaches(state, today: today)
    return found
  }

  /// What a record calls for in the ledger: nothing once it is removed.
  public func wanted(_ state: RecordState, _ others: any RecordReader) throws -> [Wanted] {
    try examine(state, others, problems: false).wanted
  }

  /// What is wrong with a record by itself.
  public func problems(_ state: RecordState, today: Day) throws -> [Problem] {
    try examination(state, true, nil).problems + breaches(state, today: today)
  }

  private func examine(
    _ state: RecordState, _ others: any RecordReader, problems: Bool
  ) throws -> Examination {
    var found = try examination(state, problems, state.isRemoved ? nil : others)
    guard found.wanted.contains(where: { $0.posting.unit == nil }) else { return found }
    let place = try self.place(of: state, others)
    for index in found.wanted.indices where found.wanted[index].posting.unit == nil {
      found.wanted[index].posting.unit = place
    }
    return found
  }
}
