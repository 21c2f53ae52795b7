internal import Database
internal import Forms
internal import Journal
internal import TargetEngine

/// Forms, exemptions, askings and submissions to which an undo gives their earlier states, and what must hold
/// afterwards.
struct RestoredForms {
  private let transaction: Transaction
  private var reposting: FormReposting
  /// The forms as they were before the undo, by number.
  private var former: [Int64: StoredForm] = [:]
  private var submissions: [Int64] = []
  /// The periods, with their forms, for which nothing is asked any more.
  private var unasked: [(form: Int64, period: String)] = []

  init(_ transaction: Transaction, undoing row: JournalRow) {
    self.transaction = transaction
    reposting = FormReposting(transaction, undoing: row)
  }

  private var ledger: Ledger { transaction.ledger }
  private var connection: any Connection { transaction.connection }

  /// Restores a thing of these kinds; false for one of any other.
  mutating func restore(
    _ subject: Change.Subject, _ object: Int64, to state: FieldList?
  ) throws -> Bool {
    switch subject {
    case .form: try restore(form: object, to: state)
    case .exemption:
      try keepFree(.exemption, object, ["form", "unit", "since"], state)
      try put(subject, object, state) { try transaction.put(exemption: object, $0) }
    case .asking:
      try keepFree(.asking, object, ["form", "period"], state)
      if state == nil { unasked += try ledger.asked(object) }
      try put(subject, object, state) { try transaction.put(asking: object, $0) }
    case .submission: try restore(submission: object, to: state)
    default: return false
    }
    return true
  }

  private mutating func restore(form id: Int64, to state: FieldList?) throws {
    if former[id] == nil { former[id] = try ledger.form(id: id) }
    try keepFree(.form, id, ["code"], state)
    try put(.form, id, state) { try transaction.put(form: id, $0) }
  }

  private mutating func restore(submission id: Int64, to state: FieldList?) throws {
    let before = try ledger.submission(id: id)
    try keepFree(.submission, id, ["form", "period", "unit"], state)
    try put(.submission, id, state) { state in
      guard let row = SubmissionRow(id: id, state) else {
        throw StorageError.contradictory(in: "submission \(id)")
      }
      try transaction.submissionRows().insert(count: 1) { statement, offset, _ in
        row.bind(statement, offset)
        statement.bind(offset + 6, state.openText)
      }
    }
    let now = try ledger.submission(id: id)
    guard let either = now ?? before,
      let form = try ledger.form(id: either.form) ?? ledger.lastKnown(form: either.form)
    else { return }
    if now != nil { submissions.append(id) }
    // It may have been posted on another day than it is now.
    for submission in [before, now].compactMap({ $0 }) { reposting.touch(submission, of: form) }
  }

  private func put(
    _ subject: Change.Subject, _ object: Int64, _ state: FieldList?,
    _ write: (FieldList) throws -> Void
  ) throws {
    if let state {
      try write(state)
    } else {
      try connection.run("DELETE FROM \(subject.rawValue) WHERE id = ?1", [.int(object)])
    }
    try transaction.journal.record(Change(subject: subject, object: object, state: state))
  }

  /// Throws where a later thing has what is the name of this one.
  private func keepFree(
    _ subject: Change.Subject, _ object: Int64, _ names: [String], _ state: FieldList?
  ) throws {
    guard let state else { return }
    let condition = names.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
    let values = names.map { name -> Value in
      let text = state[name] ?? ""
      return ["code", "period"].contains(name) ? .text(text) : Value(Int64(text))
    }
    try transaction.forbidTaken(
      subject, object, "\(subject.rawValue) WHERE \(condition)", values, by: state, names)
  }

  /// Posts what follows from the submissions.
  ///
  /// - Parameter levels: the entries that withdrew levels or said them again.
  mutating func post(ofUndoing row: JournalRow, after levels: [Entry]) throws {
    let emptied = levels.filter { $0.isOfOwnStatement && !$0.isSaid }.map {
      LevelDay(place: ListedPlace(indicator: $0.indicator, unit: $0.unit), day: $0.day)
    }
    let transaction = transaction
    try reposting.post(emptied: Set(emptied)) {
      try transaction.admitNumbers($0, ofUndoing: row, givingWay: true)
    }
  }

  /// Throws where a submission that was sent would have another version than the one by which it was judged.
  func forbidOtherVersions() throws {
    for (id, before) in former.sorted(by: { $0.key < $1.key }) {
      guard let form = try ledger.form(id: id),
        let used = try ledger.otherwiseJudged(form, before: before)
      else { continue }
      throw UndoFault.neededBy(
        transaction: try transaction.giver(of: .submission, used.submission) {
          $0["mark"] == used.mark
        })
    }
    for id in submissions {
      guard let submission = try ledger.submission(id: id), submission.standing.isSent,
        let form = try ledger.form(id: submission.form),
        form.definition.version(of: submission.period).mark != submission.mark
      else { continue }
      throw UndoFault.neededBy(transaction: try transaction.lastGiver(of: .form, form.id))
    }
  }

  /// Throws where something names a form, a unit or an indicator that is no more.
  func forbidDangling() throws {
    for (id, _) in former where try ledger.form(id: id) == nil {
      for table in ["submission", "asking", "exemption"] {
        let named =
          try connection.first(
            "SELECT MAX(id) FROM \(table) WHERE form = ?1", [.int(id)]
          ) { $0.optionalInt(0) } ?? nil
        guard let named, let subject = Change.Subject(rawValue: table) else { continue }
        throw UndoFault.neededBy(
          transaction: try transaction.giver(of: subject, named) { $0["form"] == "\(id)" })
      }
    }
    for (form, period) in unasked {
      let sent =
        try connection.first(
          "SELECT MAX(id) FROM submission WHERE form = ?1 AND period = ?2",
          [.int(form), .text(period)]
        ) { $0.optionalInt(0) } ?? nil
      guard let sent else { continue }
      throw UndoFault.neededBy(
        transaction: try transaction.giver(of: .submission, sent) { $0["period"] == period })
    }
    try transaction.forbidUnfoundedForms()
    try transaction.forbidOtherEnds()
  }
}

extension Ledger {
  /// What an asking asks for, with its form; none where it is gone.
  fileprivate func asked(_ id: Int64) throws(StorageError) -> [(form: Int64, period: String)] {
    try connection.rows("SELECT form, period FROM asking WHERE id = ?1", [.int(id)]) {
      ($0.int(0), $0.text(1))
    }
  }
}
