internal import Database
public import Forms
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Keeps submissions of one form as they are now, and posts what those that are accepted call for, by
  /// difference from what stands in the ledger.
  ///
  /// The caller has judged what they send.
  public func keep(_ submissions: [Submission], of form: StoredForm) throws {
    if submissions.isEmpty { return }
    var submissions = submissions
    var next: Int64?
    for index in submissions.indices where submissions[index].id == 0 {
      let id = try next ?? nextID(in: .submission)
      guard id <= Transaction.mostNumber else {
        throw StorageError.contradictory(in: "change submission \(id)")
      }
      submissions[index].id = id
      next = id + 1
    }
    try write(submissions, of: form)
    var reposting = FormReposting(self)
    for submission in submissions { reposting.touch(submission, of: form) }
    try reposting.post()
  }

  private func write(_ submissions: [Submission], of form: StoredForm) throws(StorageError) {
    var (bodies, changes) = (TextColumn(), ChangeBatch())
    var lines: [FormPeriod: [LineNumber]] = [:]
    for submission in submissions {
      let order =
        lines[submission.period]
        ?? form.definition.version(of: submission.period).lines.map(\.number)
      lines[submission.period] = order
      changes.append { open, _ in submission.write(order, to: &open) }
      submission.write(order, to: &bodies.bytes)
      bodies.end()
    }
    try bodies.withBytes { body throws(StorageError) in
      try submissionRows().insert(count: submissions.count) { statement, offset, index in
        SubmissionRow(submissions[index]).bind(statement, offset)
        statement.bind(offset + 6, borrowed: body(index))
      }
    }
    try journal.record(.submission, submissions.map(\.id), changes)
  }

  func submissionRows() throws(StorageError) -> BulkInsert {
    try journal.bulk(
      into: "submission", columns: SubmissionRow.columns,
      suffix: " ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body")
  }
}

/// The columns before the body, by which submissions are found.
struct SubmissionRow: Equatable {
  static let columns = ["id", "form", "period", "unit", "day", "state", "body"]

  var (id, form, unit, day): (Int64, Int64, Int64, Int64)
  var (period, state): (String, String)

  init(_ submission: Submission) {
    (id, form, unit) = (submission.id, submission.form, submission.unit)
    day = Int64(submission.period.firstDay.rawValue)
    (period, state) = (submission.period.description, submission.state.rawValue)
  }

  /// What a row has to have for a state; nil for a state that no submission has.
  init?(id: Int64, _ state: FieldList) {
    guard let form = state["form"].flatMap({ Int64($0) }),
      let unit = state["unit"].flatMap({ Int64($0) }), let period = state["period"],
      case let steps = state.all("step").compactMap({ FormStep($0) }),
      steps.count == state.all("step").count, let history = try? FormHistory(steps),
      let day = state["from"].flatMap({ Int64($0) })
    else { return nil }
    (self.id, self.form, self.unit, self.period) = (id, form, unit, period)
    (self.day, self.state) = (day, history.standing.state.rawValue)
  }

  /// Of a row of all columns.
  init(_ row: any Statement) {
    (id, form, unit, day) = (row.int(0), row.int(1), row.int(3), row.int(4))
    (period, state) = (row.text(2), row.text(5))
  }

  func bind(_ statement: any Statement, _ offset: Int) {
    statement.bind(offset, id)
    statement.bind(offset + 1, form)
    statement.bind(offset + 2, period)
    statement.bind(offset + 3, unit)
    statement.bind(offset + 4, day)
    statement.bind(offset + 5, state)
  }
}
