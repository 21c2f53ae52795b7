/// Why a definition of a form is refused.
public enum FormFault: Error, Sendable, Equatable {
  /// A code that is blank, or has a blank in it.
  case noCode
  case noTitle
  /// A form without a line has nothing to fill in.
  case noLines
  case mostLines(Int)
  /// Only a form that is asked once has no due day of its own, or a day of one year.
  case noDue
  case dueOfOnePeriod
  /// A day of a year, of a form that is asked for more often: all its periods would be due at once.
  case dueOfOneYear
  /// A change that begins within a period.
  case fromWithinPeriod
  /// Two lines that are posted to one indicator: a figure has one source.
  case samePosting(LineNumber, LineNumber)
  /// Two lines of one number.
  case sameLine(LineNumber)
  /// Two checks of one rule.
  case sameCheck(CheckRule)
  case line(LineNumber, LineFault)
  /// Formulas that need each other.
  case circle(FormulaCircle)
  /// A check names a line that is not there, or one that has no amounts.
  case checkOfNoLine(CheckRule, LineNumber)
  case checkOfNoAmount(CheckRule, LineNumber)
  /// A difference from the period before is explained and never refused.
  case hardChange(CheckRule)
  /// A change says two things of one line or check.
  case changedTwice
  case endsNoLine(LineNumber)
  case endsNoCheck(CheckRule)
}

/// What is wrong with one line.
public enum LineFault: Sendable, Equatable {
  case noTitle
  /// More decimal places than amounts have.
  case decimals(Int)
  /// A figure, a count or a formula in a line that has no amounts.
  case computedNoAmount
  /// Its formula names a line that is not there, or one that has no amounts.
  case formulaOfNoLine(LineNumber)
  case formulaOfNoAmount(LineNumber)
  /// Only typed amounts are posted.
  case postsNoTypedAmount
  /// Only what is asked once can be told anew for the same event.
  case cumulativeWithoutEvent
}

extension FormFault {
  /// The line that it is about, or one of them.
  public var line: LineNumber? {
    switch self {
    case .sameLine(let line), .line(let line, _), .endsNoLine(let line), .samePosting(_, let line):
      line
    case .circle(let circle): circle.lines.first
    default: nil
    }
  }

  /// The check that it is about.
  public var check: CheckRule? {
    switch self {
    case .sameCheck(let rule), .checkOfNoLine(let rule, _), .checkOfNoAmount(let rule, _),
      .hardChange(let rule), .endsNoCheck(let rule):
      rule
    default: nil
    }
  }
}
