internal import Registers
public import Reports
internal import Storage
public import TargetEngine

/// What someone asks about things due.
public struct DueQuestion: Sendable {
  /// One module only, by the names that it has.
  public var module: [String]?
  /// Nil for the office's own.
  public var unit: String?
  /// Nil for today.
  public var day: Day?
  /// How many days ahead.
  public var within: Int
  /// The upper bound of `--within`, in days: ten years.
  public static let farthest = 3660
  /// The first day of the stretch that on-time rates are about; nil for the day's 1 January.
  public var since: Day?
  /// Also what was done.
  public var isWhole: Bool
  /// At most this many; nil for all.
  public var limit: Int?

  /// - Parameter within: how many days ahead are listed.
  public init(
    module: [String]? = nil, unit: String? = nil, day: Day? = nil, within: Int = 30,
    since: Day? = nil, isWhole: Bool = false, limit: Int? = nil
  ) {
    self.module = module
    self.unit = unit
    self.day = day
    self.within = min(max(0, within), DueQuestion.farthest)
    self.since = since
    self.isWhole = isWhole
    self.limit = limit.map { max(0, $0) }
  }
}

extension Desk {
  /// What is missed, what is due in the days ahead, and how much was on time.
  public func due(_ question: DueQuestion, _ names: RecordNames) throws -> DueReport {
    try ledger.read {
      let unit = try titled(try unitOrOffice(question.unit).unit)
      let scope = scope(question)
      let agenda = try Agenda(
        ledger, scope, unit: unit, today: context.today, module: question.module.map { Set($0) })
      var report = DueReport(
        head: try ledger.head().description, unit: unit, day: scope.day, start: scope.start,
        end: scope.end)
      report.decimals = try office().decimals
      var years: Set<Int> = []
      for (shape, obligation) in try obligations(module: question.module) {
        let found = try agenda.items(
          obligation, in: shape, isWhole: question.isWhole, limit: question.limit)
        report.count += found.count
        years.formUnion(found.unknownYears)
        report.lines += try lines(found.items, obligation, shape, names)
        for (title, punctuality) in try agenda.punctuality(obligation, in: shape, &years) {
          report.rates.append(
            DueReport.Rate(
              register: shape.id, obligation: obligation.name, title: title,
              punctuality: punctuality))
        }
      }
      report.unknownYears = years.sorted()
      try addForms(to: &report, question, scope)
      report.lines.sort { $0.order < $1.order }
      if let limit = question.limit { report.lines = Array(report.lines.prefix(limit)) }
      return report
    }
  }

  private func scope(_ question: DueQuestion) -> DueScope {
    let day = question.day ?? context.today
    return DueScope(
      start: question.since ?? Day(year: day.year, month: 1, day: 1) ?? day, day: day,
      end: day.adding(days: question.within))
  }

  /// What the records of the registers that have any may owe.
  ///
  /// - Parameter module: the names of the only module; registers that several share are among its.
  func obligations(
    module: [String]?
  ) throws -> [(shape: RegisterShape, obligation: ObligationShape)] {
    try ledger.slots.filter { try $0.hasObligations && ledger.hasRecords($0) }
      .compactMap { ledger.shape($0.id) }
      .filter { shape in
        module?.contains(shape.name.module) ?? true || shape.moduleField != nil
      }
      .flatMap { shape in shape.obligations.map { (shape, $0) } }
  }

  /// The fields that a line tells anyway: the unit, and the days.
  private func known(_ obligation: ObligationShape, _ shape: RegisterShape) -> [Int] {
    [shape.placeField].compactMap(\.self) + (obligation.columns?.fields ?? [])
  }

  private func lines(
    _ items: [Agenda.Item], _ obligation: ObligationShape, _ shape: RegisterShape,
    _ names: RecordNames
  ) throws -> [DueReport.Line] {
    try names.prepare(items.map(\.state), shape)
    try names.prepare(units: Set(items.compactMap(\.unit)))
    return try items.map { item in
      DueReport.Line(
        number: item.state.id, record: names.id(item.state.id), register: shape.id,
        obligation: obligation.name,
        title: item.duty.title.map { Text($0, $0) } ?? obligation.title,
        label: item.duty.title == nil
          ? try names.label(item.state, shape, without: known(obligation, shape)) : "",
        unit: try item.unit.flatMap { try names.unit($0) }, occurrence: item.duty.occurrence,
        period: item.duty.period)
    }
  }
}
