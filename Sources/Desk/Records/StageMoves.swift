internal import Registers
internal import TargetEngine

/// Which moves the marks and needs of a register are about.
extension RegisterShape {
  func title(ofStage name: String) -> Text { stage(named: name)?.title ?? Text(name, name) }

  /// A stage by its name or its title in either language.
  func stage(_ text: String) throws -> StageShape {
    guard let stage = stage(named: text) else {
      throw DeskError.record(
        .unknownStage(text, register: name.title, stages: stages.map(\.title)))
    }
    return stage
  }

  /// The stage that a record was in before one of its moves.
  func stage(before move: Int, in state: RecordState) -> String {
    move == 0 ? stages.first?.name ?? "" : state.moves[move - 1].stage
  }

  func isMove(_ index: Int, of part: StageField, in state: RecordState) -> Bool {
    part.concerns(state.moves[index].stage, from: stage(before: index, in: state))
  }

  /// The latest move that a mark or need is about.
  func place(of part: StageField, in state: RecordState) -> Int? {
    state.moves.indices.last { isMove($0, of: part, in: state) }
  }

  /// The latest of the moves that a day field shows.
  func latest(of field: Int, in state: RecordState) -> StageMove? {
    state.moves.indices.last { index in
      marks.contains { $0.field == field && isMove(index, of: $0, in: state) }
    }.map { state.moves[$0] }
  }

  /// Whether this one of two moves on the same day comes first: the one that leads to the other,
  /// else the one whose stage is declared first.
  func passes(_ mark: StageField, before other: StageField) -> Bool {
    if let from = other.from, from == mark.stage { return true }
    if let from = mark.from, from == other.stage { return false }
    return stage(named: mark.stage)?.place ?? 0 < stage(named: other.stage)?.place ?? 0
  }

  /// Whether permitted moves, one or several, lead from one stage to another.
  func leads(from stage: String, to other: String) -> Bool {
    self.stage(named: stage)?.reachable.contains(other) ?? false
  }

  /// Whether a record can come to a stage again that it has left.
  func returns(to stage: String) -> Bool {
    var seen: Set<String> = []
    var front = [stage]
    while let name = front.popLast() {
      for next in self.stage(named: name)?.next ?? [] {
        if next == stage { return true }
        if seen.insert(next).inserted { front.append(next) }
      }
    }
    return false
  }

  /// The stage that a day field is about when it marks several, as the day on which a trainee left
  /// marks the withdrawal or the breach: the one that the record was in, else the one that the list
  /// names. Nil when neither decides: the day is kept and dates no move.
  func meant(
    among marks: [StageField], _ state: RecordState, stage wanted: String?
  ) -> StageField? {
    marks.first { place(of: $0, in: state) != nil } ?? marks.first { $0.stage == wanted }
  }
}
