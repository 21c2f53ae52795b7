public import TargetEngine

/// A form 报表: what it is called, how often it is asked for, and its versions.
///
/// A definition has no fault: whatever it is made of has been looked at.
///
/// ```swift
/// var form = try FormDefinition("daily-zero", module: "emergency", calendar, first)
/// try form.change(change)                    // from: 2022-01-01
/// form.version(of: period2021).lines.count   // as before, for ever
/// ```
public struct FormDefinition: Sendable, Hashable {
  /// Its name in commands and files.
  public let code: String
  /// The module to which it belongs.
  public let module: String
  /// Like the code it never changes: a period means one stretch of time.
  public let calendar: FormCalendar
  /// The first day of the first period for which it is asked; nil where that is not told.
  public let from: Day?
  /// The version before any change.
  public let first: FormVersion
  /// By their first day; of equal days the one recorded last counts last.
  public private(set) var changes: [FormChange] = []

  /// - Throws: the first fault of the version.
  public init(
    _ code: String, module: String, _ calendar: FormCalendar, _ first: FormVersion,
    from: Day? = nil
  ) throws(FormFault) {
    guard from.map(calendar.begins) ?? true else { throw .fromWithinPeriod }
    self.from = from
    guard !OneLine.isBlank(code), !code.contains(where: \.isWhitespace) else { throw .noCode }
    self.code = code
    self.module = module
    self.calendar = calendar
    self.first = first
    try first.validate(calendar.cycle)
  }

  /// Adds what changes from a day on.
  ///
  /// Whoever keeps submissions sees to it that none that was sent gets another version by it.
  ///
  /// - Throws: the first fault of any version that the change would make, also of a later one that builds
  ///   on it. The definition then stays as it was.
  public mutating func change(_ change: FormChange) throws(FormFault) {
    guard !change.isToldTwice else { throw .changedTwice }
    guard calendar.begins(change.from) else { throw .fromWithinPeriod }
    var later = changes
    let place = later.firstIndex { $0.from > change.from } ?? later.count
    later.insert(change, at: place)
    var version = first
    for change in later {
      version = try version.changed(by: change)
      try version.validate(calendar.cycle)
    }
    changes = later
  }

  /// The same with another first version, by which nobody was judged yet: whoever keeps submissions sees to that.
  ///
  /// - Throws: the first fault of any version, also of a later one that builds on it.
  public func corrected(by change: FormChange) throws(FormFault) -> FormDefinition {
    var form = try FormDefinition(
      code, module: module, calendar, try first.changed(by: change), from: from)
    for change in changes { try form.change(change) }
    return form
  }

  /// Whether it is asked for a period: not before it began.
  public func isAsked(for period: FormPeriod) -> Bool {
    from.map { $0 <= period.firstDay } ?? true
  }

  /// The form after all its changes.
  public var last: FormVersion {
    changes.reduce(first) { version, change in (try? version.changed(by: change)) ?? version }
  }

  /// The form as it is for a period.
  public func version(of period: FormPeriod) -> FormVersion { version(on: period.firstDay) }

  /// The form as it is for periods that begin on a day.
  public func version(on day: Day) -> FormVersion {
    changes.prefix { $0.from <= day }.reduce(first) { version, change in
      // Each of them was tried when it was recorded.
      (try? version.changed(by: change)) ?? version
    }
  }
}

/// What a row of forms.csv says.
public struct FormEdition: Sendable, Hashable {
  public let form: FormDefinition
  public let version: FormVersion
  /// The first day from which on it holds; nil where that is not told.
  public let from: Day?

  public init(form: FormDefinition, version: FormVersion, from: Day?) {
    (self.form, self.version, self.from) = (form, version, from)
  }
}

extension FormChange {
  /// Whether it says anything of the form itself.
  public var isOfHeader: Bool {
    title != nil || due != nil || owing != nil || document != nil
  }

  /// Whether it says two things of one line or check.
  var isToldTwice: Bool { names(twiceIn: lines) || names(twiceIn: checks) }

  private func names<Item>(twiceIn revisions: [Revision<Item>]) -> Bool {
    Set(revisions.map(\.id)).count < revisions.count
  }
}
