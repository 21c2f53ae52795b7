public import Database
public import Forms
internal import Journal
public import TargetEngine

/// How much one unit wrote for one period of a form: what its burden is counted from.
public struct SubmittedLines: Sendable {
  public let form: StoredForm.ID
  public let unit: UnitID
  public let period: FormPeriod
  /// When it was sent first, and as what it stands.
  public let standing: FormStanding
  /// The lines that have a value.
  public let lines: [LineNumber]
  /// Those that are explained.
  public let explained: Set<LineNumber>
  /// Those that come by list.
  public let listed: Set<LineNumber>
}

extension Ledger {
  /// The lines of all submissions that were sent, of periods that begin within some days: their numbers, and no values.
  ///
  /// - Throws: `StorageError`, also for a row that says no submission.
  public func submittedLines(
    of forms: [StoredForm], beginning days: ClosedRange<Day>
  ) throws(StorageError) -> [SubmittedLines] {
    var periods: [StoredForm.ID: FormPeriods] = [:]
    var readers: [StoredForm.ID: SubmissionReader] = [:]
    for form in forms {
      periods[form.id] = FormPeriods(form.definition.calendar)
      readers[form.id] = SubmissionReader(form.definition.first.lines.map(\.number))
    }
    let statement = try connection.statement(
      "SELECT form, unit, period, body, id FROM submission"
        + " WHERE day >= ?1 AND day <= ?2 AND state <> 'draft'")
    statement.bind([Value(days.lowerBound.rawValue), Value(days.upperBound.rawValue)])
    var found: [SubmittedLines] = []
    while try statement.step() {
      let form = statement.int(0)
      guard let period = periods[form]?.period(statement.text(2)),
        let state = readers[form]?.read(statement.bytes(3)),
        let history = try? FormHistory(state.steps)
      else { throw .contradictory(in: "submission \(statement.int(4))") }
      found.append(
        SubmittedLines(
          form: form, unit: statement.int(1), period: period, standing: history.standing,
          lines: state.contents.values.keys.sorted(),
          explained: Set(state.contents.explanations.keys),
          listed: state.listed))
    }
    return found
  }
}
