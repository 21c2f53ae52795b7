internal import Registers
internal import Storage
internal import TargetEngine

/// The moves that records make since others have entered a stage. Source: `engine.md`, "The day of a stage move".
struct Following {
  /// What one record called for before, and what it calls for now.
  struct Call {
    var target: String
    var before: (record: RecordID, day: Day)?
    var now: (record: RecordID, day: Day)?
  }

  private(set) var calls: [Call] = []

  mutating func note(_ new: RecordState, after old: RecordState?, in shape: RegisterShape) {
    for consequence in shape.consequences {
      let (before, now) = (consequence.call(of: old), consequence.call(of: new))
      if before?.record == now?.record, before?.day == now?.day { continue }
      calls.append(Call(target: consequence.target, before: before, now: now))
    }
  }

  /// The oldest call that was not followed yet.
  mutating func next() -> Call? { calls.isEmpty ? nil : calls.removeFirst() }
}

extension RecordSession {
  /// Moves the records that others called for, which may call for more.
  func follow() throws {
    while let call = following.next() {
      if let before = call.before, before.record != call.now?.record {
        try takeBack(call.target, before.record, before.day)
      }
      if let now = call.now {
        let day = call.before.flatMap { $0.record == now.record ? $0.day : nil }
        try move(now.record, into: call.target, on: now.day, before: day)
      }
    }
  }

  private func move(
    _ id: RecordID, into stage: String, on day: Day, before: Day?
  ) throws {
    guard let shape = try desk.ledger.register(of: id), let old = try reader.state(id) else {
      return
    }
    var new = old
    if let last = old.moves.last, last.stage == stage {
      // Somebody has dated it himself.
      guard let before, last.day == before else { return }
      new.moves[new.moves.count - 1] = StageMove(stage: stage, day: day)
    } else {
      guard shape.stage(named: shape.stage(of: old))?.next.contains(stage) ?? false else {
        return try noteFollowed(old, shape, stage, on: nil)
      }
      new.moves.append(StageMove(stage: stage, day: day))
    }
    if let last = old.moves.last?.day, day < last, new.moves.count > old.moves.count {
      return try noteFollowed(old, shape, stage, on: nil)
    }
    _ = try write(new, after: old, in: shape)
    try noteFollowed(new, shape, stage, on: day)
  }

  private func takeBack(_ stage: String, _ id: RecordID, _ day: Day) throws {
    guard let shape = try desk.ledger.register(of: id), let old = try reader.state(id),
      old.moves.last == StageMove(stage: stage, day: day)
    else { return }
    var new = old
    new.moves.removeLast()
    _ = try write(new, after: old, in: shape)
    try noteFollowed(new, shape, shape.stage(of: new), on: new.moves.last?.day ?? day)
  }

  private func noteFollowed(
    _ state: RecordState, _ shape: RegisterShape, _ stage: String, on day: Day?
  ) throws {
    notices.followed.append(
      FollowedMove(
        record: try desk.ledger.publicID(state.id), label: try names().label(state, shape),
        stage: stage, title: shape.title(ofStage: stage),
        standing: shape.title(ofStage: shape.stage(of: state)), day: day))
  }
}
