internal import Forms
internal import Storage
internal import TargetEngine

/// What one unit answers.
struct FormAnswer {
  var unit: Unit
  var values: FormValues = [:]
  var explanations: [LineNumber: String] = [:]
  /// Lines that a template filled in: what stands there as their sources have it, nobody answered.
  var prefilled: Set<LineNumber> = []
}

/// Judges answers of one round and makes submissions of them, all before any is kept.
struct FormSending {
  let round: FormRound
  private let figures: FormFigures
  private let last: [UnitID: FormAmounts]
  private let known: [UnitID: Submission]
  private let owing: Set<UnitID>

  init(_ round: FormRound) throws {
    try round.expectBegun()
    self.round = round
    figures = try FormFigures(round)
    last = try round.last()
    let submissions = try round.desk.ledger.submissions(of: round.form, round.period)
    known = Dictionary(submissions.map { ($0.unit, $0) }) { first, _ in first }
    let sent = Set(submissions.filter { $0.standing.versions > 0 }.map(\.unit))
    owing = Set(try round.owing(sent: sent).map(\.id))
  }

  func submission(of unit: Unit) throws -> Submission {
    guard owing.contains(unit.id) else {
      throw DeskError.form(
        .owesNothing(unit: try round.desk.titled(unit).title, period: "\(round.period)"))
    }
    return known[unit.id] ?? Submission(round.form, unit: unit.id, round.period)
  }

  /// What is sent of an answer; nil where the same was sent already.
  ///
  /// - Throws: `DeskError.form` with all that stands against it.
  func send(_ answer: FormAnswer) throws -> Submission? {
    var submission = try submission(of: answer.unit)
    let judged = try judge(answer)
    let contents = FormContents(judged, answer)
    if submission.standing.isSent, !submission.standing.isNil,
      submission.contents.isSame(as: contents)
    {
      return nil
    }
    // That it cannot be sent again is told before what is wrong with it.
    let sent = try take(.submit(), submission)
    let objections = judged.objections(round.version)
    guard objections.isEmpty else {
      throw DeskError.form(
        .objections(unit: try round.desk.titled(answer.unit).title, objections))
    }
    submission = sent
    submission.contents = contents
    submission.listed = try figures.listed(submission, of: answer.unit)
    return submission
  }

  /// What is kept of an answer without sending it.
  func draft(_ answer: FormAnswer) throws -> Submission {
    var submission = try take(.draft, try submission(of: answer.unit))
    let judged = try judge(answer)
    if let line = judged.misplaced.first { throw DeskError.form(.unknownLine(line)) }
    submission.write(draft: FormContents(judged, answer))
    return submission
  }

  /// A nil return of a unit.
  func nothing(from unit: Unit) throws -> Submission {
    var submission = try take(.submit(isNil: true), try submission(of: unit))
    do throws(FormOverflow) {
      submission.contents = FormContents(
        try round.sheet.nilReturn(last: last[unit.id] ?? [:]))
    } catch {
      throw DeskError.form(.overflow(unit: try round.desk.titled(unit).title, error.line))
    }
    let judged = try judge(FormAnswer(unit: unit, values: submission.contents.values), isNil: true)
    guard judged.differing.isEmpty else {
      throw DeskError.form(.notNil(unit: try round.desk.titled(unit).title, judged.differing))
    }
    let objections = judged.objections(round.version).filter { $0.isOfHardCheck }
    guard objections.isEmpty else {
      throw DeskError.form(.objections(unit: try round.desk.titled(unit).title, objections))
    }
    submission.listed = try figures.listed(submission, of: unit)
    return submission
  }

  /// The hard checks that were held against nothing in what is sent.
  ///
  /// - Parameter units: its unit, with its title.
  func openChecks(of submission: Submission, _ units: [Unit]) -> [OpenChecks] {
    round.openChecks(of: [submission], last: last, units)
  }

  /// The lines in which something was written before that has no value any more.
  func dropped(by submission: Submission) -> [LineNumber] {
    let before = known[submission.unit]?.atWork.values ?? [:]
    return before.keys.filter { line in
      submission.contents.values[line] == nil
        && round.sheet[line].map { $0.source == .typed } ?? true
    }.sorted()
  }

  /// The lines that were explained before and are not any more.
  func unexplained(by submission: Submission) -> [LineNumber] {
    let before = known[submission.unit]?.atWork.explanations ?? [:]
    let now = submission.atWork.explanations
    return before.keys.filter { now[$0] == nil }.sorted()
  }

  private func judge(_ answer: FormAnswer, isNil: Bool = false) throws -> FormJudgement {
    let sourced = try figures.sourced(for: answer.unit)
    do throws(FormOverflow) {
      return try round.sheet.judge(
        answered(answer, sourced), explanations: answer.explanations, isNil: isNil,
        last: last[answer.unit.id] ?? [:], sourced: sourced)
    } catch {
      throw DeskError.form(
        .overflow(unit: try round.desk.titled(answer.unit).title, error.line))
    }
  }

  /// What a person answered.
  private func answered(_ answer: FormAnswer, _ sourced: FormAmounts) -> FormValues {
    if answer.prefilled.isEmpty { return answer.values }
    return answer.values.filter { number, value in
      guard answer.prefilled.contains(number), case .amount(let amount) = value,
        let source = sourced[number]
      else { return true }
      return Fraction(source).rounded(places: amount.places).map { Fraction($0) }
        != Fraction(amount)
    }
  }

  private func take(_ action: FormAction, _ submission: Submission) throws -> Submission {
    try round.desk.take(action, submission, judgedBy: round.mark)
  }
}

extension FormObjection {
  fileprivate var isOfHardCheck: Bool {
    if case .broken = self { true } else { false }
  }
}

extension FormContents {
  fileprivate init(_ judged: FormJudgement, _ answer: FormAnswer) {
    self.init(judged.values, written: judged.overwritten, explanations: answer.explanations)
  }
}

extension Desk {
  /// A submission after one more step, taken now by who is at the desk.
  func take(
    _ action: FormAction, _ submission: Submission, judgedBy mark: @autoclosure () -> String
  ) throws -> Submission {
    var submission = submission
    do throws(FormStepFault) {
      try submission.take(FormStep(action, by: context.actor, at: moment), judgedBy: mark())
    } catch {
      let unit = try ledger.lastKnown(unit: submission.unit).map { try titled($0).title } ?? ""
      throw DeskError.form(.step(error, unit: unit))
    }
    return submission
  }
}
