internal import Forms
internal import Storage
internal import TargetEngine

/// For which periods forms are asked within some days, and by when.
struct AskedPeriods {
  private let sought: FormsSought
  private let askings: [StoredForm.ID: [FormAsking]]
  /// When anybody began to send a form, by form.
  private let sent: [StoredForm.ID: Day]
  private let ledger: Ledger

  /// A period with its deadline.
  struct Due {
    var period: FormPeriod
    /// Nil where that depends on a year whose holidays are not known.
    var deadline: FormDeadline?
    /// The units that alone were asked; none where all are that owe the form.
    var singly: Set<UnitID>
  }

  init(_ ledger: Ledger, _ forms: [StoredForm], _ sought: FormsSought) throws {
    (self.ledger, self.sought) = (ledger, sought)
    askings = try ledger.askings(of: forms)
    sent =
      try forms.allSatisfy { $0.definition.from != nil } ? [:] : ledger.firstSubmissions()
  }

  /// The periods that have one of the days, in the order of time.
  func periods(of form: StoredForm) -> [FormPeriod] {
    let (first, last) = (sought.days.lowerBound, sought.days.upperBound)
    let days = form.definition.calendar
    if days.cycle == .once {
      return (askings[form.id] ?? []).map(\.period).filter { sought.days.contains($0.lastDay) }
        .filter(form.definition.isAsked).sorted()
    }
    let start = max(begin(of: form), first)
    var periods: [FormPeriod] = []
    var next = days.period(of: last)
    while let period = next, period.lastDay >= start {
      if form.definition.isAsked(for: period) { periods.append(period) }
      next = days.period(before: period)
    }
    return periods.reversed()
  }

  /// The first day on which a form is asked for: that of its definition. Where none is told it is that of the first
  /// period for which anybody sent it, at the latest of the last one that is over.
  private func begin(of form: StoredForm) -> Day {
    if let from = form.definition.from { return from }
    let calendar = form.definition.calendar
    let over = calendar.period(of: sought.asOf.day).flatMap { calendar.period(before: $0) }
    return min(over?.firstDay ?? .last, sent[form.id] ?? .last)
  }

  /// A period with its deadline; nil where it is not due by the day asked about, or nobody said by when.
  ///
  /// - Parameter unknown: takes in the years whose holidays would have to be known.
  func due(_ form: StoredForm, _ period: FormPeriod, _ unknown: inout Set<Int>) throws -> Due? {
    let asking = askings[form.id]?.first { $0.period == period }
    guard let due = asking?.due ?? form.definition.version(of: period).due else { return nil }
    let calendar = try ledger.calendar()
    if let day = sought.due, earliest(due, period, calendar) > day { return nil }
    var found = Due(period: period, singly: asking?.units ?? [])
    do {
      found.deadline = try due.deadline(of: period, calendar)
    } catch CalendarFault.noHolidays(let year) {
      unknown.insert(year)
      return sought.due == nil ? found : nil
    }
    return found.deadline.flatMap { deadline in sought.due.map { deadline.day <= $0 } } ?? true
      ? found : nil
  }

  /// A day before which it is not due, however holidays lie.
  private func earliest(_ due: FormDue, _ period: FormPeriod, _ calendar: WorkCalendar) -> Day {
    var unmoved = due
    unmoved.movesPastHolidays = false
    return (try? unmoved.deadline(of: period, calendar).day) ?? period.lastDay
  }
}
