internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// What a reader must know beside a unit's figures as they are now.
  ///
  /// - Parameters:
  ///   - lines: those of the year and those of earlier plan years.
  ///   - catalogue: the indicators that the report is about.
  ///   - reporting: who has not sent the forms of the month.
  ///   - aside: what does not count on the day; nil where it is not known yet.
  func notes(
    of unit: UnitID, under lines: [FrozenLine], on day: Day, _ catalogue: [Indicator],
    _ reporting: FormReporting, _ aside: LeftAside? = nil
  ) throws -> [PlacedNote] {
    var notes = try withdrawnTargets(of: unit, under: lines, on: day, catalogue)
    notes += try reporting.notes(of: unit, catalogue)
    // With a target its line may be gone as well.
    if lines.isEmpty { return notes }
    let aside =
      try aside ?? leftAside(on: day, for: lines.map(\.line.indicator), of: unit)
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
        MovedAmount(line, on: day, beside: lines)?.note,
        try decomposition(
          line, unit, on: day, children: children,
          below[line.year]?[line.indicator.id] ?? ChildPlans()),
        aside.waiting.note(of: unit, under: line, on: day),
        aside.uncounted.note(of: unit, on: line.indicator, year: line.year),
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
  func decomposition(
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
