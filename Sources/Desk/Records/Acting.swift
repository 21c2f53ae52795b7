public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// The scope of a question or an action.
  ///
  /// - Parameters:
  ///   - year: nil for the year that contains the day.
  ///   - indicator: the one whose plan year is meant; nil for a calendar year.
  ///   - day: nil for today.
  public func scope(
    on day: Day?, year: Int? = nil, of indicator: IndicatorDeclaration? = nil, unit text: String?
  ) throws -> QuestionScope {
    let day = day ?? context.today
    let current = try indicator.map { try StoredRecords(ledger).planYear(of: $0, on: day) }
    return QuestionScope(
      day: day, year: year ?? current ?? day.year, unit: try text.map { try unit($0).unit.id },
      office: try officeUnit()?.unit.id)
  }

  /// What a module's question comes to.
  public func answer(_ question: Question, _ scope: QuestionScope) throws -> Answer {
    try question.answer(scope, StoredRecords(ledger))
  }

  /// What an action would do.
  public func proposals(_ action: Action, _ scope: QuestionScope) throws -> [Proposal] {
    try ledger.read { try action.propose(scope, StoredRecords(ledger)) }
  }

  /// Carries out proposals in one transaction. Those that would change nothing are passed over.
  ///
  /// - Returns: the records added or moved.
  public func perform(
    _ proposals: [Proposal], _ scope: QuestionScope
  ) throws -> Written<[(shape: RegisterShape, state: RecordState, isNew: Bool)]> {
    try changeRecords { session in
      session.isOfMany = proposals.count > 1
      return try proposals.compactMap { proposal in
        let shape = try register(proposal.register)
        switch proposal.change {
        case .add(let proposed):
          var state = shape.blank
          state.data.replaceSubrange(proposed.data.indices, with: proposed.data)
          state.moves = proposed.moves
          if try !ledger.records(likeKeyOf: state, in: shape).isEmpty { return nil }
          return (shape, try session.put(state, after: nil, in: shape), true)
        case .advance(let id, let stage, let edit):
          guard let old = try ledger.record(id, in: shape), !old.isRemoved,
            shape.stage(of: old) != stage
          else { return nil }
          let new = try session.advanced(edit(old), after: old, to: stage, in: shape, on: scope.day)
          return (shape, try session.put(new, after: old, in: shape), false)
        }
      }
    }
  }
}

extension RecordSession {
  /// A record with new values of fields, moved to a stage.
  fileprivate func advanced(
    _ state: RecordState, after old: RecordState, to stage: String, in shape: RegisterShape,
    on day: Day
  ) throws -> RecordState {
    var written = WrittenFields()
    for field in state.data.indices where state.data[field] != old.data[field] {
      written.insert(field)
    }
    return try Stages(shape: shape, today: desk.context.today).advanced(
      try signed(state, into: stage, in: shape), written, after: old, to: stage, on: day)
  }
}
