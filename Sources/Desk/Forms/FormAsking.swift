public import Forms
public import Storage
public import TargetEngine

/// A period for which a form was asked once.
public struct AskedForm: Sendable {
  /// The form that is asked for.
  public var form: FormDefinition
  /// The period, most often of an event.
  public var period: FormPeriod
  /// By when; nil where that depends on a year whose holidays are not known.
  public var deadline: FormDeadline?
  /// Of which units alone; none where all are asked that owe the form.
  public var units: [Unit]
}

extension Desk {
  /// Asks for a form once.
  ///
  /// - Parameters:
  ///   - due: by when, as typed; nil where the form says so.
  ///   - units: of these alone; none for all that owe the form.
  public func askForm(
    _ formText: String, _ periodText: String, due dueText: String?, of units: [String]
  ) throws -> Written<AskedForm> {
    try write { transaction in
      let form = try storedForm(formText)
      let cycle = form.definition.calendar.cycle
      guard cycle == .once else {
        throw DeskError.form(.askedByItself(form: form.code, cycle))
      }
      let period = try period(periodText, of: form.definition)
      let due = try dueText.map { text throws(DeskError) in
        guard let due = FormDue(text) else {
          throw .form(.unreadableDue(text, FormDue.fault(of: text)))
        }
        return due
      }
      guard due ?? form.definition.version(of: period).due != nil else {
        throw DeskError.form(.noDue(form: form.code))
      }
      let named = try units.map { try unit($0).unit }
      let asking = FormAsking(period, due: due, units: Set(named.map(\.id)))
      if try !ledger.askings(of: form).contains(asking) {
        try transaction.set(asking, of: form)
      }
      return AskedForm(
        form: form.definition, period: period,
        deadline: try FormRound(self, form, period).deadline(),
        units: try named.map { try titled($0) })
    }
  }

  /// What a form was asked for, in the order of time.
  public func askings(of form: String) throws -> [FormPeriod] {
    try ledger.askings(of: try storedForm(form)).map(\.period)
  }
}
