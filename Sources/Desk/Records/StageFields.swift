internal import Registers
internal import TargetEngine

/// The fields of moves: what they show, and what a stage needs and keeps.
extension Stages {
  /// The value of a day field for a move: its day, or the moment that was given with it. A moment is never
  /// made up.
  func shown(
    _ move: StageMove, in field: Int, of state: RecordState, _ old: RecordState?
  ) throws -> Datum {
    if shape.fields[field].kind != .moment { return .day(move.day) }
    for moment in [state.data[field], old?.data[field] ?? .empty] where moment.day == move.day {
      return moment
    }
    throw DeskError.record(
      .needs(stage: shape.title(ofStage: move.stage), field: shape.fields[field]))
  }

  /// Throws when a field was emptied that dates a move, or that a reached stage needs.
  func checkKept(_ state: RecordState, after old: RecordState?) throws {
    guard let old else { return }
    for part in shape.marks + shape.needs
    where state.data[part.field].isEmpty && !old.data[part.field].isEmpty {
      guard shape.place(of: part, in: old) != nil else { continue }
      throw DeskError.record(
        .stageKeeps(
          stage: shape.title(ofStage: part.stage), field: shape.fields[part.field].title))
    }
  }

  /// Throws when a new move lacks a field that its stage needs. A day field of another stage says that
  /// the record was in that before.
  func checkNeeds(_ state: RecordState, after old: RecordState?) throws {
    for need in shape.needs {
      guard let place = shape.place(of: need, in: state),
        !(old?.moves.contains(state.moves[place]) ?? false)
      else { continue }
      let marks = shape.marks.filter { $0.field == need.field }
      let isMet =
        marks.isEmpty
        ? !state.data[need.field].isEmpty
        : (0...place).contains { index in
          marks.contains { shape.isMove(index, of: $0, in: state) }
        }
      if isMet { continue }
      throw DeskError.record(
        .needs(stage: shape.title(ofStage: need.stage), field: shape.fields[need.field]))
    }
  }

  /// Throws when moves are not in the order of their days, or a new one lies after today.
  func checkDays(_ state: RecordState, after old: RecordState?) throws {
    for move in state.moves where move.day > today && !(old?.moves.contains(move) ?? false) {
      guard let stage = shape.stage(named: move.stage), !stage.mayLieAhead else { continue }
      throw DeskError.record(.stageAfterToday(stage: stage.title, day: move.day, today: today))
    }
    for place in state.moves.indices.dropFirst() {
      let (earlier, later) = (state.moves[place - 1].day, state.moves[place].day)
      if later < earlier { throw DeskError.record(.outOfOrder(day: later, neighbour: earlier)) }
    }
  }
}
