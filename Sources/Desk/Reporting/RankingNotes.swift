internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// What must be said of the units of a ranking as it is now: whose own target differs from what was
  /// handed down, and whose sum is not over all children.
  func notes(
    _ ranking: IndicatorRanking, above unit: Unit, on day: Day, _ reporting: FormReporting
  ) throws -> [UnitNote] {
    let general =
      try
      (countedTwice(unit.id, [ranking.indicator])
      + reporting.notes(of: unit.id, [ranking.indicator]))
    return try notes(ranking, above: unit, general.map(\.note)) { unit, line in
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
    let general = (own[unit.id] ?? []).map(\.note).filter {
      if case .countedTwice = $0 { true } else { $0.isOnReporting }
    }
    return try notes(ranking, above: unit, general) { unit, line in
      own[unit.id]?.first { $0.year == line.year && $0.note.isOnDecomposition }?.note
    }
  }

  private func notes(
    _ ranking: IndicatorRanking, above unit: Unit, _ ofAll: [ReportNote],
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
      + [try leftOut(ranking)].compactMap { $0 } + ofAll
    return notes + general.map { UnitNote(unit: nil, note: $0) }
  }

  /// What the total of a ranking has beside its rows.
  func leftOut(_ ranking: IndicatorRanking) throws -> ReportNote? {
    guard case .amount(let total) = ranking.total.actual else { return nil }
    let saysMonth = ranking.total.form.saysMonthLeftOut
    var (amount, month, target) = (total, saysMonth ? ranking.total.month ?? 0 : 0, Int64(0))
    for line in ranking.lines.map(\.line) {
      if case .amount(let part) = line.actual { amount = try amount.subtracting(part) }
      if saysMonth { month = try month.subtracting(line.month ?? 0) }
    }
    if let plan = ranking.total.plan, plan.source == .sum {
      target = plan.amount
      for line in ranking.lines.map(\.line) {
        target = try target.subtracting(line.plan?.amount ?? 0)
      }
    }
    return amount == 0 && month == 0 && target == 0
      ? nil
      : .leftOut(
        ranking.indicator, amount: amount, month: saysMonth ? month : nil, target: target)
  }
}

extension PrintedForm {
  /// Whether a ranking says how much of what its total has beside its rows is of the month.
  fileprivate var saysMonthLeftOut: Bool { rawValue >= PrintedForm.third.rawValue }
}

extension ReportNote {
  /// Whether it says how a target stands to those below: what a ranking says of its units.
  fileprivate var isOnDecomposition: Bool {
    switch self {
    case .decomposition, .merged, .partial: true
    case .revised, .withdrawn, .corrected, .previous, .planned, .countedTwice, .uncounted, .waiting,
      .leftOut, .unreported, .unaccepted, .carried, .partlyClosed:
      false
    }
  }
}
