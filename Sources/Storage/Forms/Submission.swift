public import Forms
public import TargetEngine

/// What one unit sends for one period of a form, with all that was done with it.
///
/// ```swift
/// var submission = Submission(form, unit: 洪林镇, period)
/// try submission.take(FormStep(.submit(), by: actor, at: now), judgedBy: version.mark)
/// submission.contents = FormContents(judgement.values)
/// try transaction.keep([submission], of: form)
/// ```
public struct Submission: Sendable, Hashable {
  /// Its number in the ledger; 0 before it has one.
  public internal(set) var id: Int64 = 0
  /// The form's number.
  public let form: Int64
  public let unit: UnitID
  public let period: FormPeriod
  public private(set) var history = FormHistory()
  /// The mark of the version by which the version at hand was judged; empty before anything was sent.
  public internal(set) var mark = ""
  /// Of the version at hand; before anything was sent, of the draft.
  public var contents = FormContents()
  /// What was drafted since the version at hand was returned, beside it: that one is what was sent.
  public private(set) var draft: FormContents?
  /// Lines that post nothing although they name an indicator, because the unit reports it by list on that day.
  /// Set when a version is sent, and set again when it is accepted.
  public var listed: Set<LineNumber> = []
  /// The last day of a unit that ended within the period, on which it posts then. Set when it is accepted.
  public var end: Day?

  /// The day on which it posts.
  public var postingDay: Day { end ?? period.lastDay }

  /// What somebody writes on.
  public var atWork: FormContents { draft ?? contents }

  /// Where it stands now.
  public var standing: FormStanding { history.standing }
  public var state: FormState { history.standing.state }

  public init(_ form: StoredForm, unit: UnitID, _ period: FormPeriod) {
    (self.form, self.unit, self.period) = (form.id, unit, period)
  }

  init(
    id: Int64, form: Int64, unit: UnitID, _ period: FormPeriod, _ history: FormHistory,
    _ state: SubmissionReader.State
  ) {
    (self.id, self.form, self.unit) = (id, form, unit)
    (self.period, self.history) = (period, history)
    (mark, listed, end) = (state.mark, state.listed, state.end)
    (contents, draft) = (state.contents, state.draft)
  }

  /// Takes a step.
  ///
  /// - Parameter mark: that of the form as it is for the period, by which what is sent is judged. It takes as long as
  ///   a whole submission, so that for many it is made once.
  /// - Throws: where the state has no such step, or another must take it.
  public mutating func take(
    _ step: FormStep, judgedBy mark: @autoclosure () -> String
  ) throws(FormStepFault) {
    try history.take(step)
    switch step.action {
    case .submit: (self.mark, draft) = (mark(), nil)
    case .draft, .accept, .return, .reopen: break
    }
  }

  /// Writes what is kept and not sent: beside the version at hand, where there is one.
  public mutating func write(draft contents: FormContents) {
    if standing.versions > 0 { draft = contents } else { self.contents = contents }
  }
}
