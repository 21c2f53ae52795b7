public import Forms
public import Storage
public import TargetEngine

/// Which units' submissions something is done with.
public struct FormChoice: Sendable {
  /// By code or name.
  public var units: [String]
  /// All below the unit, or all, that are in a state for it.
  public var isAll: Bool

  public init(units: [String] = [], isAll: Bool = false) {
    self.units = units
    self.isAll = isAll
  }
}

/// What was done with submissions of one period.
public struct FormsDone: Sendable {
  /// The form with all its versions.
  public var form: FormDefinition
  /// The period of the submissions.
  public var period: FormPeriod
  /// The step that was taken.
  public var action: FormAction
  /// Whose they are.
  public var units: [Unit]
  /// Those of all with which it could not be done.
  public var leftOut: [FormLeftOut] = []
  /// Whether what was sent already says the same, so that nothing was done.
  public var isUnchanged = false
  /// Lines that were not posted, since their units report by list.
  public var listed: [ListedLines] = []
  /// Cumulative lines that were not posted, since a later hour counts.
  public var outdated: [OutdatedLines] = []
  /// Units whose figures were posted on their last day, which is before the period's.
  public var ended: [Unit] = []
  /// Lines that have ended since something was written in them, which is not kept.
  public var gone: [LineNumber] = []
  /// Lines whose explanation is not kept, since their figure is another or they have ended.
  public var unexplained: [LineNumber] = []
  /// Levels that have those of units merged within the period in them.
  public var covered: [CoveredLevels] = []
  /// Hard checks that were held against nothing, since a side has no value.
  public var open: [OpenChecks] = []
  /// Rows of imports that were left out because of what is posted no more, and that are gone with it.
  public var passedOver: [PassedOver] = []

  /// Lines of a unit that came by list.
  public struct ListedLines: Sendable {
    /// Whose lines they are, with its title.
    public var unit: Unit
    /// Their numbers, in order.
    public var lines: [LineNumber]
  }
}

extension Desk {
  /// Sends nil returns 零报告 of units that owe a form and have not sent it.
  public func sendNothing(
    _ form: String, _ period: String, _ choice: FormChoice
  ) throws -> Written<FormsDone> {
    try write { transaction in
      let round = try FormRound(self, form, period)
      let sending = try FormSending(round)
      let units = try units(
        of: round, choice, .submit, among: try round.owing(sent: []))
      let (submissions, leftOut) = try each(of: units, choice) { try sending.nothing(from: $0) }
      try transaction.keep(submissions, of: round.form)
      return FormsDone(
        form: round.form.definition, period: round.period, action: .submit(isNil: true),
        units: try self.units(of: submissions, among: units), leftOut: leftOut)
    }
  }

  /// Accepts, returns or reopens submissions.
  public func take(
    _ action: FormAction, _ form: String, _ period: String, _ choice: FormChoice
  ) throws -> Written<FormsDone> {
    try write(reason: action.reason ?? "") { transaction in
      let round = try FormRound(self, form, period)
      let known = Dictionary(
        try ledger.submissions(of: round.form, round.period).map { ($0.unit, $0) }
      ) { first, _ in first }
      let all = try round.owing(sent: Set(known.keys))
      let units = try units(of: round, choice, action.kind, among: all)
      let figures = try FormFigures(round)
      let titles = UnitTitles(ledger)
      try titles.prepare(units)
      var done = FormsDone(
        form: round.form.definition, period: round.period, action: action, units: [])
      let (submissions, leftOut) = try each(of: units, choice) { unit in
        var submission = try take(
          action, known[unit.id] ?? Submission(round.form, unit: unit.id, round.period),
          judgedBy: round.mark)
        guard action == .accept else { return submission }
        // A unit that was no more has no figures of the period, and what it posts would stand after its end.
        if let closed = unit.closed, closed < round.period.firstDay {
          throw DeskError.unitClosed(unit.name, on: closed)
        }
        let last = round.period.lastDay(of: unit)
        submission.end = last < round.period.lastDay ? last : nil
        if submission.end != nil, round.version.lines.contains(where: { $0.posting != nil }) {
          done.ended += try titles.titled([unit])
        }
        try figures.expectPostable(submission, of: unit)
        submission.listed = try figures.listed(submission, of: unit)
        if !submission.listed.isEmpty {
          done.listed += try titles.titled([unit]).map {
            FormsDone.ListedLines(unit: $0, lines: submission.listed.sorted())
          }
        }
        return submission
      }
      (done.units, done.leftOut) = (try self.units(of: submissions, among: units), leftOut)
      if action == .accept {
        done.outdated = try round.outdated(submissions)
        done.covered = try round.coveredLevels(submissions, beside: known)
        done.open = round.openChecks(of: submissions, last: try round.last(), done.units)
      }
      try transaction.keep(submissions, of: round.form)
      if action.kind == .reopen {
        done.passedOver = try transaction.passedOver(reopening: submissions)
      }
      return done
    }
  }

  /// The units of a choice.
  ///
  /// - Parameter all: those that come into question.
  func units(
    of round: FormRound, _ choice: FormChoice, _ kind: FormAction.Kind, among all: [Unit]
  ) throws -> [Unit] {
    let named = try choice.units.map { try unit($0).unit }
    guard choice.isAll else {
      if named.isEmpty { throw DeskError.form(.whichUnits) }
      var seen: Set<UnitID> = []
      return named.filter { seen.insert($0.id).inserted }
    }
    let states = try ledger.progress(of: round.form, round.period)
      .mapValues(\.history.standing.state)
    let tops = Set(named.map(\.id))
    let units = try all.filter { unit in
      guard (states[unit.id] ?? .missing).after(kind) != nil else { return false }
      if tops.isEmpty || tops.contains(unit.id) { return true }
      return try !tops.isDisjoint(with: ledger.ancestors(of: unit.id))
    }
    if units.isEmpty { throw DeskError.form(.nobody(kind, period: "\(round.period)")) }
    return units
  }
}
