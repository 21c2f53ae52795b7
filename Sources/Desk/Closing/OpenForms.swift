internal import Forms
public import Reports
internal import Storage
public import TargetEngine

/// A form of a month that is to be closed, which not all units have sent, or whose answers are not all accepted.
public struct OpenForm: Sendable {
  public var form: String
  public var title: Text
  /// The periods with anything left, in the order of time.
  public var periods: [String]
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
      within: try top.map { try ledger.subtree(of: $0) }, asOf: momentOfReports)
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
    let open = found.rounds.filter { !$0.isSettled }
    return try Dictionary(grouping: open, by: \.form).sorted { $0.key.code < $1.key.code }
      .map { try OpenForm($0.key, $0.value, titles) }
  }
}

extension FormAtHand {
  /// Whether all have sent it, and all is accepted.
  fileprivate var isSettled: Bool {
    board.rows.allSatisfy { row in
      row.standing.state == .accepted || !row.isOwed && row.standing.state == .returned
    }
  }
}

extension OpenForm {
  /// - Parameter rounds: of one form.
  fileprivate init(_ form: StoredForm, _ rounds: [FormAtHand], _ titles: UnitTitles) throws {
    let units = { (isMeant: (FormBoard.Row) -> Bool) in
      var seen: Set<UnitID> = []
      let all = rounds.flatMap { $0.units(where: isMeant) }.filter { seen.insert($0.id).inserted }
      return try NamedUnits(all.sorted { $0.code < $1.code }, titles)
    }
    self.form = form.code
    title = rounds.last?.version.title ?? form.definition.last.title
    periods = rounds.map { "\($0.period)" }
    missing = try units(\.isMissing)
    returned = try units(\.isReturned)
    waiting = try units { $0.standing.state == .submitted }
  }
}
