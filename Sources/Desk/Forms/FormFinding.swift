public import Forms
internal import Storage
public import TargetEngine

extension FormDefinition {
  /// Whether any version had the title.
  fileprivate func wasTitled(_ name: String) -> Bool {
    editions.contains { $0.version.isTitled(name) }
  }
}

extension FormVersion {
  /// - Parameter name: as names are compared.
  fileprivate func isTitled(_ name: String) -> Bool {
    [title.zh, title.en].contains { $0.compared == name }
  }
}

extension Desk {
  /// A form by its code, or by its title, or a former one, when only one has it.
  public func form(_ text: String) throws -> FormDefinition { try storedForm(text).definition }

  func storedForm(_ text: String) throws -> StoredForm {
    if let form = try ledger.form(code: text) { return form }
    let (all, name) = (try ledger.forms(), text.compared)
    let named = all.filter { form in
      form.code.lowercased() == text.lowercased() || form.definition.last.isTitled(name)
    }
    if named.count == 1, let form = named.first { return form }
    // What it was called before, where no other is called so.
    let formerly = named.isEmpty ? all.filter { $0.definition.wasTitled(name) } : []
    if formerly.count == 1, let form = formerly.first { return form }
    let words = all.flatMap { [$0.code, $0.definition.last.title.zh] }
    throw DeskError.form(
      .unknownForm(text, suggestions: Suggestions.nearest(to: text, in: Set(words))))
  }

  /// A form as it is for a period.
  public func formVersion(_ text: String, _ period: String) throws -> FormVersion {
    let form = try form(text)
    return form.version(of: try self.period(period, of: form))
  }

  /// All forms, by their codes.
  public func forms(module: String? = nil) throws -> [FormDefinition] {
    try ledger.forms().map(\.definition).filter { module == nil || $0.module == module }
  }

  /// The units that forms name, with their titles: those that owe them singly, and those below which they are owed.
  ///
  /// - Parameter others: units that are asked about besides.
  public func units(
    in forms: [FormDefinition], besides others: [UnitID] = []
  ) throws -> [UnitID: Unit] {
    let owing = forms.flatMap(\.editions).map(\.version.owing)
    let named = owing.reduce(into: Set(owing.compactMap(\.below) + others)) {
      $0.formUnion($1.units)
    }
    if named.isEmpty { return [:] }
    let units = try ledger.units().map(\.unit).filter { named.contains($0.id) }
    return Dictionary(try UnitTitles(ledger).titled(units).map { ($0.id, $0) }) { a, _ in a }
  }

  func period(_ text: String, of form: FormDefinition) throws -> FormPeriod {
    do {
      return try form.calendar.period(text)
    } catch {
      throw DeskError.form(.noPeriod(text, error, of: form.calendar.cycle))
    }
  }

  /// The minute as of which reports look at forms: this one, or the last of another day that counts as today.
  var momentOfReports: Moment {
    context.moment ?? clock.flatMap { $0.day == context.today ? $0 : nil }
      ?? context.today.lastMinute
  }

  var clock: Moment? { Moment(ShanghaiTime.text(context.now)) }
}
