internal import Registers
internal import TargetEngine

/// Moves of records from stage to stage. Every door leads here: the day of a move is its day field
/// if that was written, else the day given for the command, else today; two different days are an
/// error, and so is a day after today where the stage does not allow it. Source: `engine.md`, "The
/// day of a stage move".
struct Stages {
  let shape: RegisterShape
  let today: Day

  /// The day of a move.
  ///
  /// - Parameters:
  ///   - fields: the day fields of the move that were written, with the record that has them.
  ///   - day: the day given for the command; nil when none was.
  /// - Throws: `RecordFault.daysDiffer` when two of these days are not the same.
  func day(ofMoveWith fields: [Int], in state: RecordState, on day: Day?) throws -> Day {
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

  /// The day fields of the move that a record would make into a stage.
  func dayFields(of state: RecordState, into stage: String) -> [Int] {
    let now = shape.stage(of: state)
    return shape.marks.filter { $0.concerns(stage, from: now) }.map(\.field)
  }

  /// The record in a stage that it may enter from its own, with the day fields that say so.
  ///
  /// - Parameters:
  ///   - state: the record with the fields that were written.
  ///   - old: the record before.
  func advanced(
    _ state: RecordState, _ written: WrittenFields, after old: RecordState, to text: String,
    on day: Day
  ) throws -> RecordState {
    let target = try shape.stage(text)
    let now = try shape.stage(shape.stage(of: old))
    guard now.next.contains(target.name) else {
      throw DeskError.record(
        .forbiddenMove(
          from: now.title, to: target.title, allowed: now.next.map { shape.title(ofStage: $0) }))
    }
    let fields = dayFields(of: old, into: target.name)
    let typed = state
    var (state, others) = (state, written)
    // What else was written may correct the days of earlier moves.
    for field in fields {
      state.data[field] = old.data[field]
      others.remove(field)
    }
    state = try corrected(state, others, after: old, on: nil)
    for field in fields where shape.fields[field].kind == .moment {
      state.data[field] = typed.data[field]
    }
    state.moves.append(StageMove(stage: target.name, day: day))
    return try finished(state, after: old)
  }

  /// The record with the days of its latest moves corrected where their day fields were written.
  ///
  /// - Parameter day: the day given for the command; nil when none was.
  /// - Throws: `RecordFault.neverEntered` for the day of a move that never was.
  func corrected(
    _ state: RecordState, _ written: WrittenFields, after old: RecordState, on day: Day?
  ) throws -> RecordState {
    try checkKept(state, after: old)
    var state = state
    let changed = shape.marks.filter {
      written.contains($0.field) && state.data[$0.field] != old.data[$0.field]
    }
    for mark in changed where !changed.contains(where: { isPassed($0, in: old, like: mark) }) {
      throw neverMade(mark)
    }
    let told = days(of: changed, in: state, stage: nil)
    for (mark, day) in told {
      guard let place = shape.place(of: mark, in: state) else { continue }
      state.moves[place] = StageMove(stage: mark.stage, day: day)
    }
    if let last = told.last {
      _ = try self.day(ofMoveWith: [last.mark.field], in: state, on: day)
    }
    return try finished(state, after: old)
  }

  /// Whether a mark has the field of another, and the record a move of it.
  private func isPassed(_ mark: StageField, in state: RecordState, like other: StageField) -> Bool {
    mark.field == other.field && shape.place(of: mark, in: state) != nil
  }

  /// The record with the day of one of its moves corrected.
  ///
  /// - Parameter old: the day that the move has now; nil for the latest move into the stage.
  func redated(
    _ record: RecordState, _ text: String, to day: Day, from old: Day?
  ) throws -> RecordState {
    let stage = try shape.stage(text)
    var state = record
    guard
      let place = state.moves.lastIndex(where: {
        $0.stage == stage.name && (old == nil || $0.day == old)
      })
    else {
      throw DeskError.record(
        .noSuchMove(
          stage: stage.title, day: old,
          days: state.moves.filter { $0.stage == stage.name }.map(\.day)))
    }
    // A relapse of a list that did not know the acceptance before it has its day there, too.
    for mark in shape.marks
    where mark.stage == stage.name && !shape.isMove(place, of: mark, in: state)
      && state.data[mark.field] == .day(state.moves[place].day)
    {
      state.data[mark.field] = .day(day)
    }
    state.moves[place] = StageMove(stage: stage.name, day: day)
    return try finished(state, after: record)
  }

  func forbidden(_ from: String, _ to: String) -> DeskError {
    .record(
      .forbiddenMove(
        from: shape.title(ofStage: from), to: shape.title(ofStage: to),
        allowed: shape.stage(named: from)?.next.map { shape.title(ofStage: $0) } ?? []))
  }

  func neverMade(_ mark: StageField) -> DeskError {
    .record(
      .neverEntered(
        field: shape.fields[mark.field].title, stage: shape.title(ofStage: mark.stage),
        from: mark.from.map { shape.title(ofStage: $0) }))
  }

  /// The days that marks were given, in their order; of several marks with one field only the one
  /// that is meant.
  ///
  /// - Parameter wanted: the stage that a list names.
  func days(
    of marks: some Sequence<StageField>, in state: RecordState, stage wanted: String?
  ) -> [(mark: StageField, day: Day)] {
    var told: [(mark: StageField, day: Day)] = marks.compactMap { mark in
      state.data[mark.field].day.map { (mark, $0) }
    }
    if told.count < 2 { return told }
    if !shape.sharedMarkFields.isEmpty {
      told.removeAll { mark, _ in
        guard shape.sharedMarkFields.contains(mark.field) else { return false }
        let rivals = shape.marks.filter { $0.field == mark.field }
        return mark != shape.meant(among: rivals, state, stage: wanted)
      }
    }
    told.sort { $0.day == $1.day ? shape.passes($0.mark, before: $1.mark) : $0.day < $1.day }
    return told
  }

  /// The record with its undated moves between the dated ones and its day fields showing the latest
  /// moves, once its moves are found to be in order.
  func finished(_ state: RecordState, after old: RecordState?) throws -> RecordState {
    var state = state
    state.moves.settleUndated()
    try checkDays(state, after: old)
    if state.moves.isEmpty { return state }
    var before: RecordState?
    var shown = WrittenFields()
    for move in state.moves.indices.reversed() {
      for mark in shape.marks where !shown.contains(mark.field) {
        guard shape.isMove(move, of: mark, in: state) else { continue }
        shown.insert(mark.field)
        let value = try self.shown(state.moves[move], in: mark.field, of: state, old)
        if state.data[mark.field] == value { continue }
        before = before ?? state
        state.data[mark.field] = value
      }
    }
    if let before { shape.begin(&state, after: before) }
    try checkNeeds(state, after: old)
    return state
  }
}
