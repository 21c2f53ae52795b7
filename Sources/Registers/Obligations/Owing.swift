internal import TargetEngine

extension ObligationShape {
  /// What a record owes, done or not; nothing once it is removed.
  public func duties(
    of state: RecordState, in shape: RegisterShape, _ scope: DueScope, _ others: any RecordReader
  ) throws -> [Duty] {
    if state.isRemoved { return [] }
    guard let columns else { return try reckoned(state, scope, others) }
    let occurrence = columns.occurrence(shape.stage(of: state, on: scope.day)) {
      shape.day(in: $0, of: state, on: scope.day)
    }
    return occurrence.map { [Duty($0)] } ?? []
  }
}

extension RegisterShape {
  /// The day in a field as it stood on a day: one that moves write is that of the last such move
  /// by then.
  fileprivate func day(in field: Int, of state: RecordState, on day: Day) -> Day? {
    let written = zip(state.moves, stageBefore(state.moves)).filter { move, before in
      marks.contains { $0.field == field && $0.concerns(move.stage, from: before) }
    }
    if let last = written.last(where: { $0.0.day <= day }) { return last.0.day }
    return state.data[field].day
  }

  private func stageBefore(_ moves: [StageMove]) -> [String] {
    [stages.first?.name ?? ""] + moves.dropLast().map(\.stage)
  }
}
