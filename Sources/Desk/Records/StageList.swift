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
    if written.isEmpty, wanted == nil, state.moves.isEmpty { return state }
    let marks = shape.marks.lazy.filter { written.contains($0.field) }
    let told = days(of: marks, in: state, stage: wanted)
    // The day of an earlier move into the stage: the list is older than what is known.
    if let old, wanted != shape.stage(of: old),
      told.contains(where: { $0.mark.stage == wanted && knows($0.mark, on: $0.day, in: old) })
    {
      // What else such a list says of the record is as old.
      guard changesNothing(state, written, told, in: old) else { throw behind(wanted ?? "", old) }
      return old
    }
    do {
      return try moved(by: told, state, after: old, stage: wanted, on: day)
    } catch DeskError.record(let fault) {
      // A list from before the record left that stage knows other days.
      guard let old, let wanted, hasLeft(wanted, old), fault.isOfOrder else {
        throw DeskError.record(fault)
      }
      throw behind(wanted, old)
    }
  }

  /// The record with the moves that days and a stage tell of.
  private func moved(
    by told: [(mark: StageField, day: Day)], _ state: RecordState, after old: RecordState?,
    stage wanted: String?, on day: Day?
  ) throws -> RecordState {
    var state = state
    try checkReturn(told, state)
    try tell(told, &state)
    let now = shape.stage(of: state)
    if let wanted, wanted != now {
      if told.contains(where: { $0.mark.stage == wanted }) { throw behind(wanted, old ?? state) }
      try enter(wanted, &state, after: old, on: day, told: told)
    } else if let last = told.last {
      _ = try self.day(ofMoveWith: [last.mark.field], in: state, on: day)
    }
    return try finished(state, after: old)
  }

  /// Whether a row says nothing that is not known: its days are those of moves, all else is as it is.
  private func changesNothing(
    _ state: RecordState, _ written: WrittenFields, _ told: [(mark: StageField, day: Day)],
    in old: RecordState
  ) -> Bool {
    let marked = Set(told.map(\.mark.field))
    return state.note == old.note && told.allSatisfy { knows($0.mark, on: $0.day, in: old) }
      && shape.fields.indices.allSatisfy { field in
        !written.contains(field) || marked.contains(field) || state.data[field] == old.data[field]
      }
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

  private func hasLeft(_ stage: String, _ state: RecordState) -> Bool {
    shape.stage(of: state) != stage && state.moves.contains { $0.stage == stage }
  }

  /// Whether the days of a row are of moves after the last one into a stage.
  private func tells(
    _ told: [(mark: StageField, day: Day)], after stage: String, in state: RecordState
  ) -> Bool {
    guard let last = state.moves.lastIndex(where: { $0.stage == stage }) else { return false }
    return state.moves[(last + 1)...].contains { move in
      !move.isUndated && told.contains { $0.mark.stage == move.stage && $0.day == move.day }
    }
  }

  /// Lets a record enter the stage that a list says it is in.
  private func enter(
    _ wanted: String, _ state: inout RecordState, after old: RecordState?, on day: Day?,
    told marks: [(mark: StageField, day: Day)]
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
      throw old == nil && state.moves.isEmpty
        ? forbidden(now.name, wanted) : behind(wanted, old ?? state)
    }
    // Without a day nothing says that it came there again, unless the row tells of a move since.
    if told == nil, hasLeft(wanted, state), !tells(marks, after: wanted, in: state) {
      throw behind(wanted, old ?? state)
    }
    if told == nil, let field = fields.first {
      throw DeskError.record(.needs(stage: target.title, field: shape.fields[field]))
    }
    let known = state.moves.last?.day ?? shape.start(of: state) ?? today
    state.moves.append(StageMove(stage: wanted, day: told ?? known, isUndated: told == nil))
  }

  private func behind(_ wanted: String, _ state: RecordState) -> DeskError {
    .record(
      .behind(
        stage: shape.title(ofStage: wanted), known: shape.title(ofStage: shape.stage(of: state)),
        day: state.moves.last?.day))
  }
}

extension RecordFault {
  /// Whether days or stages do not follow each other.
  fileprivate var isOfOrder: Bool {
    switch self {
    case .outOfOrder, .neverEntered, .forbiddenMove: true
    default: false
    }
  }
}
