internal import Registers
internal import TargetEngine

/// Moves of records from stage to stage.
struct Stages {
  let shape: RegisterShape

  func title(_ stage: String) -> Text { shape.stage(named: stage)?.title ?? Text(stage, stage) }

  func stage(_ text: String) throws -> StageShape {
    guard let stage = shape.stage(named: text) else {
      throw DeskError.record(
        .unknownStage(text, register: shape.name.title, stages: shape.stages.map(\.title)))
    }
    return stage
  }

  /// The record in a stage that it may enter from its own, with the day fields that say so.
  func advanced(_ state: RecordState, to text: String, on day: Day) throws -> RecordState {
    let target = try stage(text)
    let now = try stage(shape.stage(of: state))
    guard now.next.contains(target.name) else {
      throw DeskError.record(
        .forbiddenMove(
          from: now.title, to: target.title, allowed: now.next.map { title($0) }))
    }
    var state = state
    let before = state
    for mark in shape.marks where mark.concerns(target.name, from: now.name) {
      state.data[mark.field] = .day(day)
    }
    shape.begin(&state, after: before)
    for need in shape.needs
    where need.concerns(target.name, from: now.name) && state.data[need.field].isEmpty {
      throw DeskError.record(
        .needs(stage: target.title, field: shape.fields[need.field]))
    }
    state.moves.append(StageMove(stage: target.name, day: day))
    try checkOrder(state)
    return state
  }

  /// The record with moves that agree with the day fields that were written: a day that a move
  /// already has is corrected, another tells of a move. A list tells where a record is, not each
  /// step on its way.
  ///
  /// - Parameters:
  ///   - wanted: the stage that the list says the record is in; nil when it does not say.
  ///   - isList: whether days may tell of moves; else each must have had its own.
  func settled(
    _ state: RecordState, after old: RecordState?, stage wanted: String?, on day: Day,
    isList: Bool
  ) throws -> RecordState {
    var state = state
    for (mark, day) in changedMarks(state, old) {
      if let place = place(of: mark, in: state) {
        state.moves[place].day = day
      } else if isList {
        state.moves.append(StageMove(stage: mark.stage, day: day))
      } else {
        throw DeskError.record(
          .neverEntered(field: shape.fields[mark.field].title, stage: title(mark.stage)))
      }
    }
    if let wanted, wanted != shape.stage(of: state) {
      for mark in shape.marks
      where mark.concerns(wanted, from: shape.stage(of: state)) && state.data[mark.field].isEmpty {
        throw DeskError.record(
          .needs(stage: title(wanted), field: shape.fields[mark.field]))
      }
      // Nobody says since when: since the last day that is known of the record.
      state.moves.append(StageMove(stage: wanted, day: state.moves.last?.day ?? day))
    }
    try checkOrder(state)
    return state
  }

  private func changedMarks(
    _ state: RecordState, _ old: RecordState?
  ) -> [(mark: StageField, day: Day)] {
    let changed = shape.marks.compactMap { mark -> (mark: StageField, day: Day)? in
      guard case .day(let day) = state.data[mark.field], old?.data[mark.field] != .day(day) else {
        return nil
      }
      return (mark, day)
    }
    if changed.count < 2 { return changed }
    let order = { (stage: String) in shape.stages.firstIndex { $0.name == stage } ?? 0 }
    return changed.sorted {
      $0.day == $1.day ? order($0.mark.stage) < order($1.mark.stage) : $0.day < $1.day
    }
  }

  /// The latest move that a mark speaks of.
  private func place(of mark: StageField, in state: RecordState) -> Int? {
    state.moves.indices.last { index in
      let from = index == 0 ? shape.stages.first?.name ?? "" : state.moves[index - 1].stage
      return mark.concerns(state.moves[index].stage, from: from)
    }
  }

  private func checkOrder(_ state: RecordState) throws {
    for (earlier, later) in zip(state.moves, state.moves.dropFirst()) where later.day < earlier.day
    {
      throw DeskError.record(.outOfOrder(day: later.day, neighbour: earlier.day))
    }
  }
}
