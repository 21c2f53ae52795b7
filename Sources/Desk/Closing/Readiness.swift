public import Registers
public import Storage
public import TargetEngine

/// What is not yet right of a month that is to be closed: nothing of it hinders the closing, and
/// afterwards it can only be corrected.
public struct Readiness: Sendable {
  /// Records and units that count nowhere, lists that are not whole, numbers that may count twice.
  public internal(set) var advice: [Advice] = []
  /// What should have been done by the month's end and is not.
  public internal(set) var missed: [MissedDuties] = []
  /// Forms of the month that not all units have sent, or whose answers are not all accepted.
  public internal(set) var forms: [OpenForm] = []
  /// The beginning of every record's number.
  public internal(set) var site = ""

  /// Whether there is nothing to say.
  public var isEmpty: Bool { advice.isEmpty && missed.isEmpty && forms.isEmpty }
}

/// What is owed under one obligation and was not done in time.
public struct MissedDuties: Sendable {
  /// The register of the records that owe it.
  public var register: RegisterName
  /// What is owed.
  public var title: Text
  /// How many.
  public var count: Int
  /// The first of them, the earliest due first.
  public var records: [RecordID]
  /// When the first one was due.
  public var due: Day
}

extension Desk {
  private static let shownDuties = 5

  /// What is not yet right of a month, to be looked at before it is closed.
  ///
  /// ```swift
  /// let doubts = try desk.readiness(of: june, module: nil)
  /// ```
  ///
  /// - Throws: what `close` would with the same words.
  public func readiness(
    of month: Month, from first: Month? = nil, module: String?, isConfirmed: Bool = false
  ) throws -> Readiness {
    try snapshot {
      let plan = try closingPlan(
        first ?? month, module: module, reissue: nil, isConfirmed: isConfirmed)
      if let first, first >= month { throw DeskError.notBefore(first, month) }
      if isUnfinished(month), !isConfirmed { throw DeskError.notOver(month) }
      let posted = Set(plan.indicators.map(\.code))
      var readiness = Readiness()
      readiness.site = try ledger.site()
      readiness.advice =
        try ledger.countingNowhere { !posted.isDisjoint(with: $0.posted()) }
        + besideOffice() + waiting(for: plan.indicators, on: month.lastDay)
        + countsTwice(plan.indicators) + uncounted(plan.indicators, on: month.lastDay)
      readiness.missed = try missed(by: month.lastDay, modules: module == nil ? nil : plan.modules)
      readiness.forms = try openForms(
        (first ?? month)...month, module == nil ? nil : plan)
      return readiness
    }
  }

  /// Lists that are not whole, of what counts for some indicators by a day.
  private func waiting(for indicators: [Indicator], on day: Day) throws -> [Advice] {
    let wanted = Set(indicators.map(\.code))
    guard let first = Day(year: day.year - 1, month: 1, day: 1), first <= day else { return [] }
    return try ledger.shapesWithRosters().flatMap { shape in
      try ledger.waitingLists(in: shape, beginning: first...day) { numbers in
        numbers.indicator.map { wanted.contains($0) } ?? false
          && numbers.day.map { $0 <= day } ?? false
      }
    }
  }

  /// What was due by a day within the office's unit, and is not done today.
  private func missed(by day: Day, modules: Set<String>?) throws -> [MissedDuties] {
    guard let office = try officeUnit()?.unit else { return [] }
    let scope = DueScope(start: day.month.firstDay, day: context.today, end: day)
    let agenda = try Agenda(
      ledger, scope, unit: office, today: context.today, module: modules)
    return try obligations(module: modules.map { $0.sorted() }).compactMap { shape, obligation in
      let found = try agenda.items(obligation, in: shape).items.filter {
        $0.duty.occurrence.status(on: context.today) == .missed
      }
      guard let due = found.first?.duty.occurrence.due else { return nil }
      return MissedDuties(
        register: shape.name, title: obligation.title, count: found.count,
        records: found.prefix(Desk.shownDuties).map(\.state.id), due: due)
    }
  }
}
