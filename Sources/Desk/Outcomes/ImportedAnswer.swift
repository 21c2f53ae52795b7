public import Forms
internal import Storage
public import TargetEngine

/// What one unit answered in a file that was imported.
public struct ImportedAnswer: Sendable, Equatable {
  public var form: String
  public var title: Text
  public var period: String
  public var unit: Unit
  /// How many lines somebody wrote.
  public var lines: Int
  /// Which version it is, counted from 1.
  public var version: Int
  /// How late the unit was with its first version.
  public var lateness: FormLateness
  /// Whether the same was sent already, so that nothing was sent.
  public var isUnchanged: Bool
}

extension ImportedAnswer {
  /// - Parameter submission: as it is after the answer.
  init(
    _ answer: AnswerBook.Answer, of round: FormRound, _ titles: UnitTitles,
    _ submission: Submission, _ deadline: FormDeadline?, isUnchanged: Bool
  ) throws {
    (form, title) = (round.form.code, round.version.title)
    period = "\(round.period)"
    unit = answer.answer.unit
    unit.title = try titles.title(of: unit)
    (lines, version) = (answer.answer.values.count, submission.standing.versions)
    let first = submission.standing.firstSubmitted
    lateness = first.flatMap { deadline?.lateness(of: $0) } ?? .onTime
    self.isUnchanged = isUnchanged
  }
}
