internal import Forms
internal import Storage
internal import TargetEngine

/// Who owes a form as it stands.
struct OwedForm {
  var form: FormDefinition
  var exempt: [FormExemption]
  var units: [Unit]

  func units(for period: FormPeriod) -> [Unit] {
    form.version(of: period).owing.owing(period, among: units, exempt: exempt)
  }

  /// The periods of which something may be told: that of a day and those with which later changes begin.
  func periods(from day: Day) -> [FormPeriod] {
    let days =
      [form.from.map { max($0, day) } ?? day] + form.changes.map(\.from).filter { $0 > day }
    return days.compactMap(form.calendar.period)
  }
}

extension Desk {
  /// Who owes the forms that are asked for by themselves, by code.
  func owedForms() throws -> [String: OwedForm] {
    let (units, exempt) = (try ledger.units().map(\.unit), try ledger.exemptions())
    let forms = try ledger.forms().filter { $0.definition.calendar.cycle != .once }
    return Dictionary(
      forms.map {
        ($0.code, OwedForm(form: $0.definition, exempt: exempt[$0.id] ?? [], units: units))
      }
    ) { first, _ in first }
  }
}
