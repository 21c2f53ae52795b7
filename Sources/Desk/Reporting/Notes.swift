internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// What a reader must know beside the figures.
  ///
  /// - Parameters:
  ///   - lines: those of the year and those of earlier plan years, of which a note names the year.
  ///   - frozen: the indicators whose modules are closed while others are not; nil when all are.
  func notes(
    _ unit: UnitID, _ lines: [FrozenLine], on day: Day, _ frozen: [Indicator]?
  ) throws -> [ReportNote] {
    let isCarried = Set(lines.filter { $0.part == .carried }.map(\.line.key))
    let lines = lines.map(\.line)
    var notes: [ReportNote] = []
    let targets = Dictionary(grouping: try ledger.targets(of: unit)) {
      LineKey(indicator: $0.indicator, year: $0.year)
    }
    let children = try ledger.childCount(of: unit)
    var below: [Int: [IndicatorID: ChildPlans]] = [:]
    for year in Set(lines.map(\.year)) where children > 0 {
      below[year] = try ledger.childPlans(of: unit, year: year)
    }
    for line in lines {
      var own = revisions(line, targets[line.key] ?? [], on: day)
      if line.corrected != 0 {
        own.append(.corrected(line.indicator, year: line.year, amount: line.corrected))
      }
      if let note = try decomposition(
        line, unit, on: day, children: children,
        below[line.year]?[line.indicator.id] ?? ChildPlans())
      {
        own.append(note)
      }
      notes += isCarried.contains(line.key) ? own.map { $0.naming(line.year) } : own
    }
    if frozen != nil { notes += try countedTwice(unit, lines.map(\.indicator)) }
    if let frozen, !frozen.isEmpty {
      notes.append(.partlyClosed(modules: Set(frozen.map(\.module)).sorted()))
    }
    return notes
  }

  /// Whose numbers stand beside lists of units below.
  func countedTwice(_ unit: UnitID, _ indicators: [Indicator]) throws -> [ReportNote] {
    let places = try ledger.toldBesideLists(of: unit, among: indicators)
    return try Set(places.map(\.indicator)).sorted().compactMap { id in
      guard let indicator = indicators.first(where: { $0.id == id }) else { return nil }
      let units = try places.filter { $0.indicator == id }
        .compactMap { try ledger.unit(id: $0.unit).map { try titled($0.unit).title } }
      return .countedTwice(indicator, units: units)
    }
  }

  /// What must be said of the units of a ranking: whose own target differs from what was handed
  /// down, and whose sum is not over all children.
  func notes(_ ranking: IndicatorRanking, above unit: Unit, on day: Day) throws -> [UnitNote] {
    let lines = ranking.lines.map { ($0.unit, $0.line) } + [(unit, ranking.total)]
    let notes = try lines.compactMap { unit, line -> UnitNote? in
      guard let plan = line.plan, plan.source != .planned, !line.isRatio else { return nil }
      let plans = try ledger.childPlans(
        of: unit.id, year: line.year, indicator: line.indicator.id)[line.indicator.id]
      return try decomposition(
        line, unit.id, on: day, children: try ledger.childCount(of: unit.id),
        plans ?? ChildPlans()
      ).map { UnitNote(unit: unit, note: $0) }
    }
    // Said once, however many it is true of.
    let isPlanned = lines.contains { $0.1.plan?.source == .planned }
    let general =
      (isPlanned ? [.planned(ranking.indicator)] : []) + (try leftOut(ranking).map { [$0] } ?? [])
      + (try countedTwice(unit.id, [ranking.indicator]))
    return notes + general.map { UnitNote(unit: nil, note: $0) }
  }

  /// What the total of a ranking has beside its rows.
  func leftOut(_ ranking: IndicatorRanking) throws -> ReportNote? {
    guard case .amount(let total) = ranking.total.actual else { return nil }
    var (amount, target) = (total, Int64(0))
    for line in ranking.lines.map(\.line) {
      if case .amount(let part) = line.actual { amount = try amount.subtracting(part) }
    }
    if let plan = ranking.total.plan, plan.source == .sum {
      target = plan.amount
      for line in ranking.lines.map(\.line) {
        target = try target.subtracting(line.plan?.amount ?? 0)
      }
    }
    return amount == 0 && target == 0
      ? nil : .leftOut(ranking.indicator, amount: amount, target: target)
  }

  /// The revisions that a line's target has seen by the report day.
  private func revisions(_ line: Line, _ targets: [Target], on day: Day) -> [ReportNote] {
    let inForce = targets.enumerated().filter { $0.element.effective <= day }
      .sorted { ($0.element.effective, $0.offset) < ($1.element.effective, $1.offset) }
      .map(\.element)
    return zip(inForce, inForce.dropFirst()).compactMap { before, after in
      guard before.amount != after.amount else { return nil }
      return .revised(
        line.indicator, from: before.amount, to: after.amount, effective: after.effective,
        document: after.document, reason: after.reason)
    }
  }

  /// Targets of merged units that the unit's own has not taken in yet.
  private func merger(
    _ line: Line, _ unit: UnitID, on day: Day, _ merged: [(number: Int64, timeline: PlanTimeline)]
  ) throws -> ReportNote? {
    guard !merged.isEmpty else { return nil }
    let revision = try ledger.revisionNumber(
      of: unit, indicator: line.indicator.id, year: line.year, on: day)
    let open = merged.filter { (revision ?? 0) < $0.number }
      .compactMap { $0.timeline.plan(on: day)?.amount }
    return open.isEmpty ? nil : .merged(line.indicator, amount: try total(open))
  }

  private func total(_ amounts: [Int64]) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for amount in amounts { sum = try sum.adding(amount) }
    return sum
  }

  /// Whether an own target differs from what was handed down, or a sum is not over all children.
  private func decomposition(
    _ line: Line, _ unit: UnitID, on day: Day, children: Int, _ plans: ChildPlans
  ) throws -> ReportNote? {
    guard let plan = line.plan, children > 0 || plan.source == .planned else { return nil }
    switch plan.source {
    case .inherited: return nil
    case .planned: return .planned(line.indicator)
    case .sum:
      guard plan.children < children else { return nil }
      return .partial(line.indicator, with: plan.children, of: children)
    case .own:
      guard line.indicator.kind.name != "ratio" else { return nil }
      if let note = try merger(line, unit, on: day, plans.merged) { return note }
      let below = plans.children.compactMap { $0.plan(on: day)?.amount }
      guard !below.isEmpty else { return nil }
      let sum = try total(below)
      return sum == plan.amount
        ? nil : .decomposition(line.indicator, own: plan.amount, children: sum)
    }
  }
}
