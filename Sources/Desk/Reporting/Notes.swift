internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// What a reader must know beside a unit's figures as they are now.
  ///
  /// - Parameters:
  ///   - lines: those of the year and those of earlier plan years.
  ///   - waiting: the lists that wait on the day; nil where they are not known yet.
  func notes(
    of unit: UnitID, under lines: [FrozenLine], on day: Day, _ waiting: [WaitingList]? = nil
  ) throws -> [PlacedNote] {
    var notes: [PlacedNote] = []
    let waiting = try lines.isEmpty ? [] : waiting ?? waitingLists(on: day)
    let targets = Dictionary(grouping: try ledger.targets(of: unit)) {
      LineKey(indicator: $0.indicator, year: $0.year)
    }
    let children = try ledger.childCount(of: unit)
    var below: [Int: [IndicatorID: ChildPlans]] = [:]
    for year in Set(lines.map(\.line.year)) where children > 0 {
      below[year] = try ledger.childPlans(of: unit, year: year)
    }
    for frozen in lines {
      let line = frozen.line
      var own = revisions(line, targets[line.key] ?? [], on: day)
      if line.corrected != 0 {
        own.append(.corrected(line.indicator, year: line.year, amount: line.corrected))
      }
      own += [
        try decomposition(
          line, unit, on: day, children: children,
          below[line.year]?[line.indicator.id] ?? ChildPlans()),
        waiting.note(of: unit, under: line, on: day),
      ].compactMap { $0 }
      notes += own.map { PlacedNote($0, under: frozen) }
    }
    return notes + (try countedTwice(unit, lines.map(\.line.indicator)))
  }

  /// Whose numbers stand beside lists of units below.
  func countedTwice(_ unit: UnitID, _ indicators: [Indicator]) throws -> [PlacedNote] {
    let places = try ledger.toldBesideLists(of: unit, among: indicators)
    return try Set(places.map(\.indicator)).sorted().compactMap { id in
      guard let indicator = indicators.first(where: { $0.id == id }) else { return nil }
      let units = try places.filter { $0.indicator == id }
        .compactMap { try ledger.unit(id: $0.unit).map { try titled($0.unit).title } }
      return PlacedNote(.countedTwice(indicator, units: units), on: indicator)
    }
  }

  /// What must be said of the units of a ranking as it is now: whose own target differs from what was
  /// handed down, and whose sum is not over all children.
  func notes(_ ranking: IndicatorRanking, above unit: Unit, on day: Day) throws -> [UnitNote] {
    try notes(
      ranking, above: unit, countedTwice: countedTwice(unit.id, [ranking.indicator]).map(\.note)
    ) { unit, line in
      guard let plan = line.plan, plan.source != .planned, !line.isRatio else { return nil }
      let plans = try ledger.childPlans(
        of: unit.id, year: line.year, indicator: line.indicator.id)[line.indicator.id]
      return try decomposition(
        line, unit.id, on: day, children: try ledger.childCount(of: unit.id),
        plans ?? ChildPlans())
    }
  }

  /// The same of a closed month, by what stood under the lines then.
  func notes(
    _ ranking: IndicatorRanking, above unit: Unit, frozen: [UnitID: [PlacedNote]]
  ) throws -> [UnitNote] {
    let own = frozen.mapValues { notes in
      notes.filter { $0.indicator.id == ranking.indicator.id }
    }
    let twice = (own[unit.id] ?? []).map(\.note).filter {
      if case .countedTwice = $0 { true } else { false }
    }
    return try notes(ranking, above: unit, countedTwice: twice) { unit, line in
      own[unit.id]?.first { $0.year == line.year && $0.note.isOnDecomposition }?.note
    }
  }

  private func notes(
    _ ranking: IndicatorRanking, above unit: Unit, countedTwice: [ReportNote],
    _ ofLine: (Unit, Line) throws -> ReportNote?
  ) throws -> [UnitNote] {
    let lines = ranking.lines.map { ($0.unit, $0.line) } + [(unit, ranking.total)]
    let notes = try lines.compactMap { unit, line in
      try ofLine(unit, line).map { UnitNote(unit: unit, note: $0) }
    }
    // Said once, however many it is true of.
    let isPlanned = lines.contains { $0.1.plan?.source == .planned }
    let general =
      (isPlanned ? [.planned(ranking.indicator)] : [])
      + [try leftOut(ranking)].compactMap { $0 } + countedTwice
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

extension ReportNote {
  /// Whether it says how a target stands to those below: what a ranking says of its units.
  fileprivate var isOnDecomposition: Bool {
    switch self {
    case .decomposition, .merged, .partial: true
    case .revised, .corrected, .planned, .countedTwice, .waiting, .leftOut, .carried,
      .partlyClosed:
      false
    }
  }
}
