internal import Registers
internal import TargetEngine

/// Moves of records from stage to stage. Every door leads here: the day of a move is its day field
/// if that was written, else the day given for the command, else today; two different days are an
/// error, and so is a day after today. Source: `engine.md`, "The day of a stage move".
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

  /// The day fields of the move that a record would make into a stage.
  func dayFields(of state: RecordState, into stage: String) -> [Int] {
    let now = shape.stage(of: state)
    return shape.marks.filter { $0.concerns(stage, from: now) }.map(\.field)
  }

  /// The day of a move.
  ///
  /// - Parameters:
  ///   - fields: the day fields of the move that were written, with the record that has them.
  ///   - day: the day given for the command; nil when none was.
  /// - Throws: `RecordFault.daysDiffer` when two of these days are not the same.
  func day(
    ofMoveWith fields: [Int], in state: RecordState, on day: Day?, today: Day
  ) throws -> Day {
    var found = day
    for field in fields {
      guard let written = state.data[field].day else { continue }
      if let found, found != written {
        throw DeskError.record(
          .daysDiffer(field: shape.fields[field].title, day: written, other: found))
      }
      found = written
    }
    return found ?? today
  }

  /// The record in a stage that it may enter from its own, with the day fields that say so.
  ///
  /// - Parameters:
  ///   - state: the record with the fields that were written.
  ///   - old: the record before.
  func advanced(
    _ state: RecordState, after old: RecordState, to text: String, on day: Day, today: Day
  ) throws -> RecordState {
    let target = try stage(text)
    let now = try stage(shape.stage(of: old))
    guard now.next.contains(target.name) else {
      throw DeskError.record(
        .forbiddenMove(
          from: now.title, to: target.title, allowed: now.next.map { title($0) }))
    }
    let fields = dayFields(of: old, into: target.name)
    var state = state
    let written = state
    // What else was written may correct the days of earlier moves.
    for field in fields { state.data[field] = old.data[field] }
    state = try settled(state, after: old, stage: nil, on: nil, today: today, isList: false)
    let before = state
    for field in fields {
      // A moment was written with its day, and none is made up.
      let isMoment = shape.fields[field].kind == .moment
      state.data[field] = isMoment ? written.data[field] : .day(day)
      if state.data[field].day != day {
        throw DeskError.record(.needs(stage: target.title, field: shape.fields[field]))
      }
    }
    shape.begin(&state, after: before)
    for need in shape.needs
    where need.concerns(target.name, from: now.name) && state.data[need.field].isEmpty {
      throw DeskError.record(
        .needs(stage: target.title, field: shape.fields[need.field]))
    }
    state.moves.append(StageMove(stage: target.name, day: day))
    try checkDays(state, after: old, today: today)
    return state
  }

  /// The record with moves that agree with the day fields that were written: a day that a move
  /// already has is corrected, another tells of a move. A list tells where a record is, not each
  /// step on its way.
  ///
  /// - Parameters:
  ///   - wanted: the stage that the list says the record is in; nil when it does not say.
  ///   - day: the day given for the command; nil when none was.
  ///   - isList: whether days may tell of moves; else each must have had its own.
  func settled(
    _ state: RecordState, after old: RecordState?, stage wanted: String?, on day: Day?,
    today: Day, isList: Bool
  ) throws -> RecordState {
    try checkKept(state, after: old)
    var state = state
    var last: StageField?
    for (mark, written) in changedMarks(state, old, stage: wanted, isList: isList) {
      last = mark
      if let place = place(of: mark, in: state) {
        state.moves[place].day = written
      } else if isList {
        state.moves.append(StageMove(stage: mark.stage, day: written))
      } else {
        throw DeskError.record(
          .neverEntered(field: shape.fields[mark.field].title, stage: title(mark.stage)))
      }
    }
    if let wanted, wanted != shape.stage(of: state) {
      for field in dayFields(of: state, into: wanted) where state.data[field].isEmpty {
        throw DeskError.record(.needs(stage: title(wanted), field: shape.fields[field]))
      }
      // No day given: use the latest one that is known of the record.
      state.moves.append(
        StageMove(stage: wanted, day: day ?? state.moves.last?.day ?? today))
    } else if let last {
      _ = try self.day(ofMoveWith: [last.field], in: state, on: day, today: today)
    }
    try checkDays(state, after: old, today: today)
    return state
  }

  /// The marks whose day fields were written, in the order of their days.
  private func changedMarks(
    _ state: RecordState, _ old: RecordState?, stage wanted: String?, isList: Bool
  ) -> [(mark: StageField, day: Day)] {
    let written = shape.marks.compactMap { mark -> (mark: StageField, day: Day)? in
      guard let day = state.data[mark.field].day, old?.data[mark.field].day != day else {
        return nil
      }
      return (mark, day)
    }
    if written.count < 2 { return written }
    let order = { (stage: String) in shape.stages.firstIndex { $0.name == stage } ?? 0 }
    return written.filter { mark, _ in
      let rivals = shape.marks.filter { $0.field == mark.field }
      return rivals.count == 1
        || mark == meant(among: rivals, state, stage: wanted, isList: isList)
    }.sorted {
      $0.day == $1.day ? order($0.mark.stage) < order($1.mark.stage) : $0.day < $1.day
    }
  }

  /// Which of several stages a day field speaks of that marks each of them, as the day on which a
  /// trainee left marks the withdrawal or the breach: the one that the record was in, else the one
  /// that the list names. A list that names neither keeps the day and tells of no move.
  private func meant(
    among marks: [StageField], _ state: RecordState, stage wanted: String?, isList: Bool
  ) -> StageField? {
    marks.first { place(of: $0, in: state) != nil } ?? marks.first { $0.stage == wanted }
      ?? (isList ? nil : marks.first)
  }

  /// The latest move that a mark speaks of.
  private func place(of mark: StageField, in state: RecordState) -> Int? {
    state.moves.indices.last { isMove($0, of: mark, in: state) }
  }

  private func isMove(_ index: Int, of mark: StageField, in state: RecordState) -> Bool {
    let from = index == 0 ? shape.stages.first?.name ?? "" : state.moves[index - 1].stage
    return mark.concerns(state.moves[index].stage, from: from)
  }

  /// Throws when a field was emptied that says when a stage was entered, or that the stage needs.
  private func checkKept(_ state: RecordState, after old: RecordState?) throws {
    guard let old else { return }
    for part in shape.marks + shape.needs
    where state.data[part.field].isEmpty && !old.data[part.field].isEmpty {
      guard place(of: part, in: old) != nil else { continue }
      throw DeskError.record(
        .stageKeeps(stage: title(part.stage), field: shape.fields[part.field].title))
    }
  }

  /// Throws when moves are not in the order of their days, or a new one lies after today.
  private func checkDays(_ state: RecordState, after old: RecordState?, today: Day) throws {
    for move in state.moves where move.day > today && !(old?.moves.contains(move) ?? false) {
      throw DeskError.record(
        .stageAfterToday(stage: title(move.stage), day: move.day, today: today))
    }
    for (earlier, later) in zip(state.moves, state.moves.dropFirst()) where later.day < earlier.day
    {
      throw DeskError.record(.outOfOrder(day: later.day, neighbour: earlier.day))
    }
  }
}
