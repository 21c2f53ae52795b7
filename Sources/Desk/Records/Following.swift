internal import Registers
internal import Storage
internal import TargetEngine

/// The moves that records make since others have entered a stage, see `Consequence`. Source: `engine.md`, "The day of a
/// stage move".
struct Following {
  /// What one record called for before, and what it calls for now.
  private struct Call {
    var target: String
    var before: (record: RecordID, day: Day)?
    var now: (record: RecordID, day: Day)?
  }

  /// A record that moves, or cannot.
  struct Move {
    let shape: RegisterShape
    let old: RecordState
    /// Nil where it cannot.
    var new: RecordState?
    let stage: String
  }

  private var calls: [Call] = []

  mutating func note(_ new: RecordState, after old: RecordState?, in shape: RegisterShape) {
    for consequence in shape.consequences {
      let (before, now) = (consequence.call(of: old), consequence.call(of: new))
      if before?.record == now?.record, before?.day == now?.day { continue }
      // Another record is named: the one before has its stage again.
      if let before, before.record != now?.record {
        calls.append(Call(target: consequence.target, before: before))
      }
      if let now {
        let same = before.flatMap { $0.record == now.record ? $0 : nil }
        calls.append(Call(target: consequence.target, before: same, now: now))
      }
    }
  }

  /// The next move, which may call for more; nil when all are made.
  mutating func next(_ ledger: Ledger, _ reader: StoredRecords) throws -> Move? {
    while !calls.isEmpty {
      let call = calls.removeFirst()
      guard let id = call.now?.record ?? call.before?.record, let old = try reader.state(id),
        let shape = try ledger.register(of: id), let move = Following.move(old, shape, call)
      else { continue }
      return move
    }
    return nil
  }

  /// Nil where there is nothing to move: somebody has dated it himself.
  private static func move(_ old: RecordState, _ shape: RegisterShape, _ call: Call) -> Move? {
    var move = Move(shape: shape, old: old, new: old, stage: call.target)
    let last = old.moves.last
    let isOurs = call.before.map { last == StageMove(stage: call.target, day: $0.day) } ?? false
    guard let now = call.now else {
      if !isOurs { return nil }
      move.new?.moves.removeLast()
      return move
    }
    let next = StageMove(stage: call.target, day: now.day)
    if isOurs {
      // Not before what it had done by then.
      let before = old.moves.dropLast().last?.day
      if let before, now.day < before { return nil }
      move.new?.moves[old.moves.count - 1] = next
    } else if last?.stage == call.target {
      return nil
    } else if shape.mayEnter(call.target, from: old, on: now.day) {
      move.new?.moves.append(next)
    } else {
      move.new = nil
    }
    return move
  }
}

extension RegisterShape {
  fileprivate func mayEnter(_ stage: String, from state: RecordState, on day: Day) -> Bool {
    let isNext = self.stage(named: self.stage(of: state))?.next.contains(stage) ?? false
    return isNext && (state.moves.last.map { $0.day <= day } ?? true)
  }
}
