public import Forms
public import TargetEngine

/// Why something is not done with a form, as data; a shell says it in words.
public enum FormRefusal: Error, Sendable, Equatable {
  case unknownForm(String, suggestions: [String])
  /// A text that is no period of the form, which has this cycle.
  case noPeriod(String, FormPeriodFault, of: FormCycle)
  /// The form begins with a later period.
  case beginsLater(form: String, period: String, from: String)
  /// A form that is asked once was not asked for this.
  case notAsked(form: String, period: String)
  /// Only what is asked once is asked by hand.
  case askedByItself(form: String, FormCycle)
  case unreadableDue(String, FormDueFault)
  /// Neither the form nor the asking says by when.
  case noDue(form: String)
  /// A period of days to come.
  case notBegun(period: String, from: Day)
  case owesNothing(unit: String, period: String)
  case step(FormStepFault, unit: String)
  /// No unit's submission is in a state for it.
  case nobody(FormAction.Kind, period: String)
  /// Of all units there is none with which it could be done.
  case allLeftOut([FormLeftOut])
  /// Which units are meant has to be said.
  case whichUnits
  /// What a unit would send is not complete, or contradicts itself.
  case objections(unit: String, [FormObjection])
  case overflow(unit: String, LineNumber)
  /// What was sent would be judged by another version.
  case inUse(form: String, period: String, unit: String, count: Int)
  case definition(form: String, FormFault)
  case formula(FormulaFault)
  case source(LineSourceFault)
  case check(CheckFault)
  case value(FormValueFault, line: LineNumber)
  case unknownLine(LineNumber)
  /// A number of a file that may be that of several lines, since a spreadsheet makes 1.1 of 1.10 too.
  case alikeLines(LineNumber, [LineNumber])
  case noLineNumber(String)
  /// An explanation in a row of all lines that does not say of which; any line for an example.
  case explainsNoLine(LineNumber)
  /// A row of a line, which is called so, with the title of others.
  case titleOfOther(LineNumber, Text, [LineNumber])
  /// No `3=12`.
  case noAnswer(String)
  case badContent(String)
  case badPosting(String)
  /// A ratio is derived, and nothing is posted to it.
  case postsRatio(LineNumber, indicator: String)
  /// A line counts finer than its indicator.
  case finerThanIndicator(LineNumber, indicator: String, decimals: Int)
  /// A line counts in another measure than its indicator.
  case otherMeasure(LineNumber, String, indicator: String, measure: String)
  /// A reading that an indicator does not have, such as the level of a flow.
  case noReading(indicator: String, IndicatorReading)
  /// The code, the cycle and the first month of a form never change, nor does its module.
  case neverChanges(form: String)
  /// Another form has the title, or it is its code: both would be found by it.
  case titleTaken(form: String, String, other: String)
  /// Lines or checks of a form that no file describes.
  case noHeader(form: String)
  /// A row that does not say from when it holds, of a form whose rows of forms.csv begin with these periods.
  case undatedRow(form: String, [String])
  case noVersion(Int, count: Int)
  /// A filter of records that no register has, or what it says.
  case badFilter(String)
  /// An exemption whose last day lies before its first.
  case endsBefore(from: Day, until: Day)
  /// The same line of the same submission twice.
  case repeatedLine(LineNumber)
  /// A nil return of what has figures.
  case notNil(unit: String, [SourceDifference])
}

/// What stands against one submission.
public enum FormObjection: Sendable, Equatable {
  /// Nobody wrote anything.
  case empty
  case misplaced(LineNumber)
  case missing(LineNumber, Text)
  /// A hard check that is broken, with the values of both sides.
  case broken(FormCheck, left: String, right: String)
  /// A soft check that is broken and not explained.
  case unexplained(FormCheck, left: String, right: String)
  /// A number that differs from its source and is not explained.
  case differs(SourceDifference)

  /// The line at which it is told.
  public var line: LineNumber? {
    switch self {
    case .empty: nil
    case .misplaced(let line), .missing(let line, _): line
    case .broken(let check, _, _), .unexplained(let check, _, _): check.rule.named.first
    case .differs(let difference): difference.line
    }
  }
}

extension FormJudgement {
  /// All that stands against it, in the order in which it is told.
  func objections(_ version: FormVersion) -> [FormObjection] {
    let sides = { (result: CheckResult) in
      (FormJudgement.text(result.left), FormJudgement.text(result.right))
    }
    return (isEmpty ? [.empty] : []) + misplaced.map { .misplaced($0) }
      + missing.map { .missing($0, version[$0]?.title ?? Text("", "")) }
      + refusals.map { result in
        let (left, right) = sides(result)
        return .broken(result.check, left: left, right: right)
      }
      + openQuestions.map { result in
        let (left, right) = sides(result)
        return .unexplained(result.check, left: left, right: right)
      } + openDifferences.map { .differs($0) }
  }

  private static func text(_ side: Fraction?) -> String {
    side?.rounded(places: 4)?.shortest ?? ""
  }
}
