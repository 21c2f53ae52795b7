internal import Registers
internal import Storage
internal import TargetEngine

extension RecordSession {
  /// A record with fields set, and its moves settled with them.
  func assigned(
    _ assignments: [Desk.Assignment], to state: RecordState, after old: RecordState?,
    in shape: RegisterShape, on day: Day?, isTypo: Bool = false
  ) throws -> RecordState {
    var draft = RecordDraft(shape, state)
    // Of a record that has not begun the value is told with which it begins.
    let today = desk.context.today
    let begins = max(today, shape.valuesStart(of: state) ?? today)
    try fill(&draft, assignments, on: day ?? begins, isTypo: isTypo)
    try draft.begin(on: today, isTypo: isTypo)
    notices.note(draft.read)
    guard let old else {
      let new = try draft.told(after: nil, on: day, today: desk.context.today)
      if let day, !new.has(day) { throw DeskError.record(.unusedDay(day)) }
      return new
    }
    desk.trials.note(draft.state, after: old, in: shape) { draft.written.contains($0) }
    if let stage = draft.stage { throw DeskError.record(.stageIsAdvanced(stage)) }
    if day != nil { try shape.checkTakesDay(draft.written) }
    return try Stages(shape: shape, today: desk.context.today).corrected(
      draft.state, draft.written, after: old, on: day)
  }

  /// A record moved to a stage, with fields that go with the move.
  func advanced(
    _ old: RecordState, to text: String, _ assignments: [Desk.Assignment],
    in shape: RegisterShape, on day: Day?
  ) throws -> RecordState {
    let stages = Stages(shape: shape, today: desk.context.today)
    let stage = try shape.stage(text).name
    let marks = stages.dayFields(of: old, into: stage)
    let isDay = { (assignment: Desk.Assignment) in
      shape.field(named: assignment.name).map { marks.contains($0) } ?? false
    }
    // Dated values hold from the day of the move, which its day field may say.
    var draft = RecordDraft(shape, old)
    let days = assignments.filter(isDay)
    try fill(&draft, days, on: stages.today)
    let written = marks.filter { draft.written.contains($0) }
    if written.count < days.count, let field = marks.first(where: { !draft.written.contains($0) }) {
      throw DeskError.record(
        .needs(stage: shape.title(ofStage: stage), field: shape.fields[field]))
    }
    let day = try stages.day(ofMoveWith: written, in: draft.state, on: day)
    try fill(&draft, assignments.filter { !isDay($0) }, on: day)
    try draft.begin(on: stages.today)
    notices.note(draft.read)
    if let other = draft.stage { throw DeskError.record(.stageIsAdvanced(other)) }
    let signed = try signed(draft.state, into: stage, in: shape)
    return try stages.advanced(signed, draft.written, after: old, to: text, on: day)
  }

  private func fill(
    _ draft: inout RecordDraft, _ assignments: [Desk.Assignment], on day: Day,
    isTypo: Bool = false
  ) throws {
    var targets: [RecordTarget] = []
    for (name, value) in assignments {
      let (target, change) = try draft.shape.change(of: name)
      if change == .whole {
        if targets.contains(target) { throw DeskError.record(.writtenTwice(field: name)) }
        targets.append(target)
      }
      var value = value
      try value.withUTF8 {
        try draft.set(
          target, to: $0, on: day, writing: isTypo ? .correction : .step, change: change, reading)
      }
    }
  }
}
