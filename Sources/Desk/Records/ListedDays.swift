internal import Registers
internal import TargetEngine

/// The days of moves that a row of a list, or `add`, tells: known ones, corrections, and new ones.
extension Stages {
  /// Takes in the days of moves, in their order.
  func tell(
    _ told: [(mark: StageField, day: Day)], _ state: inout RecordState
  ) throws {
    for (mark, day) in told { try tell(mark, day, &state) }
    // Of an acceptance before the relapse a list need not know, but it tells of the one after it.
    for (mark, _) in told {
      guard let from = mark.from, !state.moves.contains(where: { $0.stage == from }) else {
        continue
      }
      throw neverMade(mark)
    }
  }

  /// Throws when the last move that is known was on another, earlier day than a row says, and the row
  /// tells of moves after it. The record may have come there again, and nobody knows when it had left.
  func checkReturn(
    _ told: [(mark: StageField, day: Day)], _ state: RecordState
  ) throws {
    guard let last = state.moves.last, !last.isUndated, shape.returns(to: last.stage) else {
      return
    }
    for (place, (mark, day)) in told.enumerated()
    where day > last.day && shape.isMove(state.moves.count - 1, of: mark, in: state) {
      guard told[(place + 1)...].contains(where: { !knows($0.mark, on: $0.day, in: state) }) else {
        continue
      }
      throw DeskError.record(
        .otherDay(stage: shape.title(ofStage: last.stage), known: last.day, day: day))
    }
  }

  /// Takes in the day of a move: known, correct, or new.
  private func tell(_ mark: StageField, _ day: Day, _ state: inout RecordState) throws {
    if knows(mark, on: day, in: state) { return }
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
        throw neverMade(mark)
      }
      state.moves[known] = StageMove(stage: mark.stage, day: day)
      return
    }
    try checkLeads(from: before, to: mark.stage)
    if place < state.moves.count { try checkLeads(from: mark.stage, to: state.moves[place].stage) }
    state.moves.insert(StageMove(stage: mark.stage, day: day), at: place)
  }

  private func checkLeads(from stage: String, to other: String) throws {
    if !shape.leads(from: stage, to: other) { throw forbidden(stage, other) }
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

  /// Whether the record has a move into a mark's stage on a day. Where it came from does not matter:
  /// a list may tell of a relapse without the acceptance before.
  func knows(_ mark: StageField, on day: Day, in state: RecordState) -> Bool {
    state.moves.contains { $0.stage == mark.stage && $0.day == day && !$0.isUndated }
  }

  func lastDated(_ state: RecordState) -> Day? {
    state.moves.last { !$0.isUndated }?.day
  }

  /// Whether a record can come to a stage, and from where the mark says.
  private func leads(from now: String, into mark: StageField) -> Bool {
    if let from = mark.from { return from == now }
    return shape.leads(from: now, to: mark.stage)
  }
}
