public import Database
public import Forms
internal import Journal
public import TargetEngine

extension Ledger {
  /// A version of a submission as it was sent, counted from 1; nil where there is none. Of versions that were undone
  /// nothing is told.
  public func version(
    _ number: Int, of submission: Submission, _ form: StoredForm
  ) throws -> Submission? {
    let steps = submission.history.steps
    var sent = 0
    guard
      let place = steps.firstIndex(where: { step in
        if step.action.kind == .submit { sent += 1 }
        return step.action.kind == .submit && sent == number
      })
    else { return nil }
    let wanted = Array(steps[...place])
    var reader = SubmissionReader(
      form.definition.version(of: submission.period).lines.map(\.number))
    let statement = try connection.statement(
      "SELECT body FROM change WHERE subject = 'submission' AND object = ?1 ORDER BY seq DESC")
    statement.bind([.int(submission.id)])
    defer { statement.reset() }
    while try statement.step() {
      guard let state = reader.read(statement.bytes(0)), state.steps == wanted else { continue }
      return Submission(
        id: submission.id, form: submission.form, unit: submission.unit, submission.period,
        try FormHistory(state.steps), state)
    }
    return nil
  }
}

/// How far one unit is, without its values.
public struct FormProgress: Sendable {
  public let history: FormHistory
  /// How many lines are explained.
  public let explanations: Int
}

extension Ledger {
  /// How far units are with a form for a period: all that a board needs.
  public func progress(
    of form: StoredForm, _ period: FormPeriod
  ) throws(StorageError) -> [UnitID: FormProgress] {
    var progress: [UnitID: FormProgress] = [:]
    try each(of: form, period, .steps) { unit, state in
      guard let history = try? FormHistory(state.steps) else { return }
      progress[unit] = FormProgress(history: history, explanations: state.explained)
    }
    return progress
  }
}
