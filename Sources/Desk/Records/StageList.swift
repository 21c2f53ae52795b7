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
    let marks = shape.marks.filter { written.contains($0.field) }
    let told = days(of: marks, in: state, stage: wanted)
    // The day of an earlier move into the stage: the list is older than what is known.
    let isKnown = told.contains { mark, day in
      mark.stage == wanted && has(mark, on: day, in: state)
    }
    if isKnown, let old, wanted != shape.stage(of: old) {
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
      try enter(wanted, &state, after: old, on: day)
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
    return state.note == old.note && told.allSatisfy { has($0.mark, on: $0.day, in: old) }
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

  /// Throws when the last move that is known was on another, earlier day than a row says, and the row
  /// tells of moves after it. The record may have come there again, and nobody knows when it had left.
  private func checkReturn(
    _ told: [(mark: StageField, day: Day)], _ state: RecordState
  ) throws {
    guard let last = state.moves.last, !last.isUndated, shape.returns(to: last.stage) else {
      return
    }
    for (place, (mark, day)) in told.enumerated()
    where day > last.day && shape.isMove(state.moves.count - 1, of: mark, in: state) {
      guard told[(place + 1)...].contains(where: { !has($0.mark, on: $0.day, in: state) }) else {
        continue
      }
      throw DeskError.record(
        .otherDay(stage: shape.title(ofStage: last.stage), known: last.day, day: day))
    }
  }

  /// Takes in the days of moves, in their order.
  private func tell(
    _ told: [(mark: StageField, day: Day)], _ state: inout RecordState
  ) throws {
    for (mark, day) in told { try tell(mark, day, &state) }
    // Of an acceptance before the relapse a list need not know, but it tells of the one after it.
    for (mark, _) in told {
      guard let from = mark.from, !state.moves.contains(where: { $0.stage == from }) else {
        continue
      }
      throw neverEntered(mark)
    }
  }

  private func hasLeft(_ stage: String, _ state: RecordState) -> Bool {
    shape.stage(of: state) != stage && state.moves.contains { $0.stage == stage }
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
    let place = self.place(of: mark, on: day, in: state)
    let before = shape.stage(before: place, in: state)
    if let from = mark.from, from != before,
      let known = state.moves.lastIndex(where: { $0.stage == mark.stage })
    {
      // An undated move may be the relapse of whose acceptance nothing is known either.
      guard state.moves[known].isUndated, !state.moves.contains(where: { $0.stage == from }) else {
        throw neverEntered(mark)
      }
      state.moves[known] = StageMove(stage: mark.stage, day: day)
      return
    }
    for (from, to) in [
      (before, mark.stage), (mark.stage, place < state.moves.count ? state.moves[place].stage : ""),
    ] where !to.isEmpty && !shape.leads(from: from, to: to) {
      throw forbidden(from, to)
    }
    state.moves.insert(StageMove(stage: mark.stage, day: day), at: place)
  }

  /// Where a new move belongs among those that are known: before the first dated one that comes
  /// later. Of an undated one nobody knows the day, so that the declared order decides.
  private func place(of mark: StageField, on day: Day, in state: RecordState) -> Int {
    let order = { (stage: String) in shape.stage(named: stage)?.place ?? 0 }
    var place =
      state.moves.firstIndex { move in
        if move.isUndated { return false }
        return day < move.day
          || day == move.day && order(mark.stage) < order(move.stage)
            && mark.from != move.stage && shape.leads(from: mark.stage, to: move.stage)
      } ?? state.moves.count
    while place > 0, state.moves[place - 1].isUndated,
      order(mark.stage) < order(state.moves[place - 1].stage)
    {
      place -= 1
    }
    return place
  }

  /// Lets a record enter the stage that a list says it is in.
  private func enter(
    _ wanted: String, _ state: inout RecordState, after old: RecordState?, on day: Day?
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
    // Without a day nothing says that it came there again.
    if told == nil, hasLeft(wanted, state) { throw behind(wanted, old ?? state) }
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

extension RecordFault {
  /// Whether days or stages do not follow each other.
  fileprivate var isOfOrder: Bool {
    switch self {
    case .outOfOrder, .neverEntered, .forbiddenMove: true
    default: false
    }
  }
}
