public import Database
public import Forms
internal import Journal
public import TargetEngine

/// Questions about several forms at once, for reports that look where work is left: each reads a table once, and
/// never a row for each unit.
extension Ledger {
  /// Whether any form is defined: all that a ledger without forms is asked.
  public func hasForms() throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM form LIMIT 1") { _ in true } ?? false
  }

  /// All exemptions, by form.
  public func exemptions() throws(StorageError) -> [StoredForm.ID: [FormExemption]] {
    let rows = try connection.rows("SELECT \(FormExemption.columns) FROM exemption") { row in
      (row.int(0), FormExemption(row, at: 0))
    }
    return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.compactMap(\.1) }
  }

  /// What forms were asked for once, by form.
  public func askings(of forms: [StoredForm]) throws(StorageError) -> [StoredForm.ID: [FormAsking]]
  {
    let byID = Dictionary(forms.map { ($0.id, $0.definition) }) { first, _ in first }
    let rows = try connection.rows("SELECT form, body FROM asking") { row in
      let form = row.int(0)
      return (form, byID[form].flatMap { FormAsking(FieldList(parsing: row.text(1)), of: $0) })
    }
    return Dictionary(grouping: rows) { $0.0 }.mapValues { $0.compactMap(\.1) }
  }

  /// The first day of the first period for which anybody sent a form or began to, by form.
  public func firstSubmissions() throws(StorageError) -> [StoredForm.ID: Day] {
    let rows = try connection.rows("SELECT form, MIN(day) FROM submission GROUP BY form") {
      ($0.int(0), $0.day(1))
    }
    return Dictionary(rows.compactMap { form, day in day.map { (form, $0) } }) { first, _ in first }
  }

  /// How far units are with a form, for the periods that begin within some days: the steps, and no values.
  ///
  /// - Throws: `StorageError`, also for a row that says no submission.
  public func histories(
    of form: StoredForm, beginning days: ClosedRange<Day>
  ) throws(StorageError) -> [FormPeriod: [UnitID: FormHistory]] {
    let statement = try connection.statement(
      "SELECT period, unit, body, id FROM submission WHERE form = ?1 AND day >= ?2 AND day <= ?3")
    statement.bind([
      .int(form.id), Value(days.lowerBound.rawValue), Value(days.upperBound.rawValue),
    ])
    var reader = SubmissionReader([], .steps)
    var periods = FormPeriods(form.definition.calendar)
    var found: [FormPeriod: [UnitID: FormHistory]] = [:]
    while try statement.step() {
      guard let period = periods.period(statement.text(0)),
        let steps = reader.read(statement.bytes(2))?.steps, let history = try? FormHistory(steps)
      else { throw .contradictory(in: "submission \(statement.int(3))") }
      found[period, default: [:]][statement.int(1)] = history
    }
    return found
  }
}
