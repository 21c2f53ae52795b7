internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Sends the answers of one round, unless anything stands against one of them.
  func send(_ round: AnswerBook.Round, _ unread: UnreadAnswers) throws {
    let sending = try FormSending(round.round)
    let titles = UnitTitles(desk.ledger)
    try titles.prepare(round.answers.map(\.answer.unit))
    let deadline = try round.round.deadline()
    var submissions: [Submission] = []
    for answer in round.answers {
      do {
        let sent = try sending.send(answer.answer)
        if let sent {
          submissions.append(sent)
          files[answer.file].new += answer.rows
        } else {
          files[answer.file].unchanged += answer.rows
        }
        var imported = try ImportedAnswer(
          answer, of: round.round, titles, sent ?? sending.submission(of: answer.answer.unit),
          deadline, isUnchanged: sent == nil)
        (imported.passedOver, imported.joined) = (answer.passedOver, answer.joined.sorted())
        if let sent {
          imported.dropped = sending.dropped(by: sent)
          imported.unexplained = sending.unexplained(by: sent)
          imported.open = sending.openChecks(of: sent, [imported.unit]).flatMap(\.checks)
        }
        files[answer.file].answers.append(imported)
      } catch DeskError.form(.objections(let unit, let objections)) {
        let lines = unread.lines(of: answer.lines, in: answer.file, round.round.sheet)
        for objection in objections where !objection.follows(from: lines) {
          if answer.lines.hasLostExplanation, objection.asksForExplanation { continue }
          let place = objection.line.flatMap { answer.lines.places[$0] } ?? answer.place
          faults.add(.rule(.form(.objections(unit: unit, [objection]))), at: place)
        }
      } catch let error as DeskError {
        faults.add(.rule(error), at: answer.place)
      }
    }
    guard faults.isEmpty else { return }
    try transaction.keep(submissions, of: round.round.form)
  }
}

extension ImportedAnswer {
  /// - Parameter submission: as it is after the answer.
  fileprivate init(
    _ answer: AnswerBook.Answer, of round: FormRound, _ titles: UnitTitles,
    _ submission: Submission, _ deadline: FormDeadline?, isUnchanged: Bool
  ) throws {
    (form, title) = (round.form.code, round.version.title)
    period = "\(round.period)"
    unit = answer.answer.unit
    unit.title = try titles.title(of: unit)
    (lines, version) = (answer.answer.values.count, submission.standing.versions)
    let first = submission.standing.firstSubmitted
    lateness = first.flatMap { deadline?.lateness(of: $0) }
    self.isUnchanged = isUnchanged
  }
}
