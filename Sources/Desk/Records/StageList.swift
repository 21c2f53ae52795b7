internal import Registers
internal import TargetEngine

/// What a row of a list, or `add`, tells of a record's moves: where it is, not each step on its way.
/// Source: `engine.md`, "A list and what is known".
extension Stages {
  /// The record with the moves that were told.
  ///
  /// - Parameters:
  ///   - state: the record with the fields that were written.
  ///   - old: the record as it is known; nil for a new one.
  ///   - wanted: the stage that it is said to be in; nil when that is not said.
  ///   - day: the day given for the command; nil when none was.
  /// - Throws: `RecordFault.behind` when the record has left that stage, as far as is known.
  func told(
    _ state: RecordState, _ written: WrittenFields, after old: RecordState?,
    stage wanted: String?, on day: Day?
  ) throws -> RecordState {
    try checkKept(state, after: old)
    try checkMeant(state, written, stage: wanted)
    var state = state
    if written.isEmpty, wanted == nil, state.moves.isEmpty { return state }
    let marks = shape.marks.filter { written.contains($0.field) }
    let told = days(of: marks, in: state, stage: wanted)
    // The day of an earlier move into the stage: the list is older than what is known.
    let isKnown = told.contains { mark, day in
      mark.stage == wanted && has(mark, on: day, in: state)
    }
    for (mark, day) in told { try tell(mark, day, &state) }
    let now = shape.stage(of: state)
    if let wanted, wanted != now {
      if !isKnown {
        if told.contains(where: { $0.mark.stage == wanted }) { throw behind(wanted, state) }
        try enter(wanted, &state, isNew: old == nil, on: day)
      }
    } else if let last = told.last {
      _ = try self.day(ofMoveWith: [last.mark.field], in: state, on: day)
    }
    return try finished(state, after: old)
  }

  /// Throws when a day was written that dates one of several stages, and the row does not say which.
  private func checkMeant(
    _ state: RecordState, _ written: WrittenFields, stage wanted: String?
  ) throws {
    if written.isEmpty { return }
    for field in shape.sharedMarkFields where written.contains(field) {
      let rivals = shape.marks.filter { $0.field == field }
      guard shape.meant(among: rivals, state, stage: wanted) == nil else {
        continue
      }
      throw DeskError.record(
        .needsStage(
          field: shape.fields[field].title,
          stages: rivals.map { shape.title(ofStage: $0.stage) }))
    }
  }

  /// Takes in the day of a move: known, correct, or new.
  private func tell(_ mark: StageField, _ day: Day, _ state: inout RecordState) throws {
    if has(mark, on: day, in: state) { return }
    let now = shape.stage(of: state)
    let isLater = lastDated(state).map { $0 <= day } ?? true
    if let place = shape.place(of: mark, in: state) {
      let hasLeft = place < state.moves.count - 1
      if hasLeft, isLater, leads(from: now, into: mark) {
        state.moves.append(StageMove(stage: mark.stage, day: day))
      } else {
        state.moves[place] = StageMove(stage: mark.stage, day: day)
      }
      return
    }
    let order = shape.stage(named: mark.stage)?.place ?? 0
    let place =
      state.moves.firstIndex { move in
        day < move.day
          || day == move.day && order < shape.stage(named: move.stage)?.place ?? 0
            && mark.from != move.stage && shape.leads(from: mark.stage, to: move.stage)
      } ?? state.moves.count
    let before = shape.stage(before: place, in: state)
    for (from, to) in [
      (before, mark.stage), (mark.stage, place < state.moves.count ? state.moves[place].stage : ""),
    ] where !to.isEmpty && !shape.leads(from: from, to: to) {
      throw forbidden(from, to)
    }
    state.moves.insert(StageMove(stage: mark.stage, day: day), at: place)
  }

  /// Lets a record enter the stage that a list says it is in.
  private func enter(
    _ wanted: String, _ state: inout RecordState, isNew: Bool, on day: Day?
  ) throws {
    let target = try shape.stage(wanted)
    let now = try shape.stage(shape.stage(of: state))
    let fields = dayFields(of: state, into: wanted)
    // A day that was told before the stage was.
    let waiting = fields.filter { field in
      !state.data[field].isEmpty && shape.latest(of: field, in: state) == nil
    }
    let told = waiting.isEmpty ? day : try self.day(ofMoveWith: waiting, in: state, on: day)
    let isLater = told.map { day in lastDated(state).map { $0 <= day } ?? true } ?? false
    guard shape.leads(from: now.name, to: wanted), now.place < target.place || isLater else {
      throw isNew && state.moves.isEmpty ? forbidden(now.name, wanted) : behind(wanted, state)
    }
    if told == nil, let field = fields.first {
      throw DeskError.record(.needs(stage: target.title, field: shape.fields[field]))
    }
    let known = state.moves.last?.day ?? shape.start(of: state) ?? today
    state.moves.append(StageMove(stage: wanted, day: told ?? known, isUndated: told == nil))
  }

  /// Whether the record has a move into a mark's stage on a day. Where it came from does not matter:
  /// a list may tell of a relapse without the acceptance before.
  private func has(_ mark: StageField, on day: Day, in state: RecordState) -> Bool {
    state.moves.contains { $0.stage == mark.stage && $0.day == day && !$0.isUndated }
  }

  private func lastDated(_ state: RecordState) -> Day? {
    state.moves.last { !$0.isUndated }?.day
  }

  /// Whether a record can come to a stage, and from where the mark says.
  private func leads(from now: String, into mark: StageField) -> Bool {
    if let from = mark.from { return from == now }
    return shape.leads(from: now, to: mark.stage)
  }

  private func behind(_ wanted: String, _ state: RecordState) -> DeskError {
    .record(
      .behind(
        stage: shape.title(ofStage: wanted), known: shape.title(ofStage: shape.stage(of: state)),
        day: state.moves.last?.day))
  }

  func forbidden(_ from: String, _ to: String) -> DeskError {
    .record(
      .forbiddenMove(
        from: shape.title(ofStage: from), to: shape.title(ofStage: to),
        allowed: shape.stage(named: from)?.next.map { shape.title(ofStage: $0) } ?? []))
  }
}
