internal import Forms
internal import Storage
internal import TargetEngine

/// A form for one period at a desk: who owes it, by when, and what its lines are filled from.
final class FormRound {
  let desk: Desk
  let form: StoredForm
  let period: FormPeriod
  let sheet: FormSheet
  /// What was said when it was asked; nil for what is asked by itself.
  let asking: FormAsking?

  var version: FormVersion { sheet.version }

  /// - Throws: where the form is not asked for the period.
  convenience init(_ desk: Desk, _ form: String, _ period: String) throws {
    let form = try desk.storedForm(form)
    try self.init(desk, form, try desk.period(period, of: form.definition))
  }

  init(_ desk: Desk, _ form: StoredForm, _ period: FormPeriod) throws {
    (self.desk, self.form, self.period) = (desk, form, period)
    let definition = form.definition
    if !definition.isAsked(for: period), let from = definition.from {
      throw DeskError.form(
        .beginsLater(
          form: form.code, period: "\(period)", from: definition.calendar.startText(from)))
    }
    sheet = FormSheet(definition.version(of: period))
    askings = definition.calendar.cycle == .once ? try desk.ledger.askings(of: form) : []
    asking = askings.first { $0.period == period }
    if definition.calendar.cycle == .once, asking == nil {
      throw DeskError.form(.notAsked(form: form.code, period: "\(period)"))
    }
  }

  /// - Throws: where it is a period of days to come, which nobody can answer for: most likely it is mistyped.
  func expectBegun() throws {
    guard form.definition.calendar.cycle != .once, period.firstDay > desk.context.today else {
      return
    }
    throw DeskError.form(.notBegun(period: "\(period)", from: period.firstDay))
  }

  private let askings: [FormAsking]

  /// The period before; nil where there is none.
  var before: FormPeriod? { before(period) }

  func before(_ period: FormPeriod) -> FormPeriod? {
    form.definition.calendar.period(before: period, asked: askings.map(\.period))
  }

  /// By when it is in time; nil where that depends on a year whose holidays are not known.
  func deadline() throws -> FormDeadline? {
    guard let due = asking?.due ?? version.due else { return nil }
    let calendar = try desk.ledger.calendar()
    do throws(CalendarFault) {
      return try due.deadline(of: period, calendar)
    } catch { return nil }
  }

  /// That of the version by which what is sent is judged.
  private(set) lazy var mark = version.mark

  /// The units that owe it, or have sent it all the same, by their codes.
  ///
  /// - Parameter sent: those that have.
  func owing(sent: Set<UnitID>) throws -> [Unit] {
    version.owing.owing(
      period, among: try desk.ledger.units().map(\.unit),
      exempt: try desk.ledger.exemptions(from: form), singly: asking?.units ?? [], sent: sent
    ).sorted { $0.code < $1.code }
  }

  /// What was accepted of the period before, by unit.
  func last() throws -> [UnitID: FormAmounts] {
    let needed =
      !version.checks.allSatisfy { $0.rule.lastLines.isEmpty }
      || version.lines.contains { !($0.source.formula?.lastLines.isEmpty ?? true) }
    guard needed, let before else { return [:] }
    let lines = form.definition.version(of: before).lines.map(\.number)
    return try desk.ledger.amounts(of: form, before).filter { $0.value.state == .accepted }
      .mapValues { $0.amounts.byNumber(lines) }
  }

  func titled(_ unit: UnitID) throws -> String {
    try desk.ledger.lastKnown(unit: unit).map { try desk.titled($0).title } ?? ""
  }
}
