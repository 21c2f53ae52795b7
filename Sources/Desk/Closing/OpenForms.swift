internal import Forms
public import Reports
internal import Storage
public import TargetEngine

/// A form of a month that is to be closed, which not all units have sent, or whose answers are not all accepted.
public struct OpenForm: Sendable {
  public var form: String
  public var title: Text
  public var period: String
  /// Who has sent nothing.
  public var missing: NamedUnits
  /// Whose answers were returned.
  public var returned: NamedUnits
  /// Whose answers are not accepted, so that nothing of them is posted.
  public var waiting: NamedUnits
}

extension Desk {
  /// The forms of periods that end in some months and are still open, within the office's unit.
  ///
  /// - Parameter plan: what is closed; nil for all. A form belongs to it by its module, or by what it posts to.
  func openForms(_ months: ClosedRange<Month>, _ plan: ClosingPlan?) throws -> [OpenForm] {
    let posted = Set(plan?.indicators.map(\.code) ?? [])
    let top = try officeUnit().flatMap { try ledger.choice($0.unit) }
    let sought = FormsSought(
      days: months.lowerBound.firstDay...months.upperBound.lastDay,
      within: try top.map { try ledger.subtree(of: $0) }, asOf: moment)
    let found = try FormsAtHand(ledger, sought) { form, period in
      months.contains(period.lastDay.month)
        && (plan.map { plan in
          plan.modules.contains(form.definition.module)
            || form.definition.version(of: period).lines.contains { line in
              line.posting.map { posted.contains($0.indicator) } ?? false
            }
        } ?? true)
    }
    let titles = UnitTitles(ledger)
    return try found.rounds.compactMap { try OpenForm($0, titles) }
  }
}

extension OpenForm {
  /// Nil where nothing is left.
  fileprivate init?(_ round: FormAtHand, _ titles: UnitTitles) throws {
    (form, period) = (round.form.code, "\(round.period)")
    title = round.version.title
    missing = try NamedUnits(round.units(where: \.isMissing), titles)
    returned = try NamedUnits(round.units(where: \.isReturned), titles)
    waiting = try NamedUnits(round.units { $0.standing.state == .submitted }, titles)
    if missing.count + returned.count + waiting.count == 0 { return nil }
  }
}
