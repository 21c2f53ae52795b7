public import Forms
internal import Storage
public import TargetEngine

/// A form and period of which something is left to do.
public struct FormAtWork: Sendable {
  public var form: FormDefinition
  public var period: FormPeriod
  /// What it is called in its period.
  public var title: Text
  /// Nil where that depends on a year whose holidays are not known.
  public var deadline: FormDeadline?
  /// How many have sent nothing, or have it returned.
  public var owed: Int
  /// How many sent what is not accepted.
  public var waiting: Int
}

extension Desk {
  /// The forms of which something is left to be sent or accepted within the office's unit: of periods that ended since 1
  /// January of the year before and are due within a month, those that are due first before others.
  public func formsAtWork() throws -> [FormAtWork] {
    try snapshot {
      let (today, year) = (context.today, context.today.year - 1)
      let first = Day(year: year, month: 1, day: 1) ?? today
      let last = today.adding(days: 31)
      let top = try officeUnit().flatMap { try ledger.choice($0.unit) }
      let sought = FormsSought(
        days: min(first, today)...last, due: last,
        within: try top.map { try ledger.subtree(of: $0) }, asOf: momentOfReports)
      let rounds = try FormsAtHand(ledger, sought) { _, period in
        period.firstDay <= today
      }.rounds
      return rounds.map(FormAtWork.init).filter { $0.owed > 0 || $0.waiting > 0 }.sorted {
        ($0.deadline?.day ?? .last, $0.form.code, $0.period)
          < ($1.deadline?.day ?? .last, $1.form.code, $1.period)
      }
    }
  }
}

extension FormAtWork {
  fileprivate init(_ round: FormAtHand) {
    self.init(
      form: round.form.definition, period: round.period, title: round.version.title,
      deadline: round.board.deadline,
      owed: round.units { $0.isOwed && ($0.isMissing || $0.isReturned) }.count,
      waiting: round.units { $0.standing.state == .submitted }.count)
  }
}
