public import Forms
internal import Storage
public import TargetEngine

/// What units fill in and send back: their sheets as far as they are known.
public struct FormTemplate: Sendable {
  /// The form with all its versions.
  public var form: FormDefinition
  /// The period that is to be answered.
  public var period: FormPeriod
  /// One for each unit, in the order of their codes.
  public var sheets: [FormSheetOfUnit]
}

extension Desk {
  /// What units fill in: figures that sources have, what was drafted or sent, and empty lines.
  ///
  /// ```swift
  /// let template = try desk.formTemplate("health-month", "2021-06", FormChoice(units: ["洪林镇"]))
  /// let bytes = template.file(.zh, byteOrderMark: true)
  /// ```
  ///
  /// - Parameter choice: with `isAll` those that may still send it.
  /// - Throws: `DeskError.form` for a unit that does not owe it.
  public func formTemplate(
    _ form: String, _ period: String, _ choice: FormChoice
  ) throws -> FormTemplate {
    try snapshot {
      let round = try FormRound(self, form, period)
      let known = Dictionary(
        try ledger.submissions(of: round.form, round.period).map { ($0.unit, $0) }
      ) { first, _ in first }
      let sent = Set(known.values.filter { $0.standing.versions > 0 }.map(\.unit))
      let owing = try round.owing(sent: sent)
      let units = try units(of: round, choice, .submit, among: owing)
      if let none = units.first(where: { unit in !owing.contains { $0.id == unit.id } }) {
        throw DeskError.form(
          .owesNothing(unit: try titled(none).title, period: "\(round.period)"))
      }
      let making = try FormSheetMaking(round)
      let titled = try UnitTitles(ledger).titled(units.sorted { $0.code < $1.code })
      return FormTemplate(
        form: round.form.definition, period: round.period,
        sheets: try titled.map { unit in
          try making.sheet(
            of: unit, known[unit.id] ?? Submission(round.form, unit: unit.id, round.period))
        })
    }
  }
}
