public import Storage
public import TargetEngine

/// What a closing froze.
public struct ClosedNow: Sendable {
  /// The months as they were closed: one for each month and module.
  public var closings: [Closing]
  /// Earlier months with figures that the first closing leaves open for ever; none for later ones.
  public var openBefore: [Month]
}

extension Desk {
  /// Freezes a month's report for every unit with a line, of one module or of all that are open.
  ///
  /// A reissue makes a new edition of every later closed month, too, so that each still follows from the
  /// one before it. Source: `engine.md`, "Closing a month".
  ///
  /// - Parameters:
  ///   - first: closes the months from this one to `month`, where none is closed yet; nil for `month`
  ///     alone.
  ///   - reissue: why a new edition of a closed month is made; nil for the first.
  ///   - isConfirmed: whether a month may be closed that is not over, or as the first one though it is
  ///     far from any other.
  /// - Throws: `DeskError.notOver`, `.farFirst`, `.badYear`, `.notYet`, `.closeFirst`, `.alreadyClosed`,
  ///   `.notClosed`, `.notBefore`.
  public func close(
    _ month: Month, from first: Month? = nil, module: String?, reissue: String?,
    isConfirmed: Bool = false
  ) throws -> Written<ClosedNow> {
    try ledger.writeSeries(try author(reason: reissue ?? "")) { series in
      var closed = try series.write {
        try close(
          first ?? month, module: module, reissue: reissue, isConfirmed: isConfirmed, $0)
      }
      for later in try monthsToFollow(month, after: first, module, isReissue: reissue != nil) {
        let next = try series.write {
          try close(later, module: module, reissue: reissue, isConfirmed: isConfirmed, $0)
        }
        closed.result.closings += next.result.closings
        closed.head = next.head
      }
      return Written(result: closed.result, head: closed.head)
    }
  }

  /// The months that are closed with one: up to it from the first, or for a reissue every later one that
  /// is closed.
  private func monthsToFollow(
    _ month: Month, after first: Month?, _ module: String?, isReissue: Bool
  ) throws -> [Month] {
    if isReissue {
      let modules = Set(try catalogue(module: module).map(\.module))
      return Set(
        try ledger.closings().filter { closing in
          closing.month > month && (closing.module.isEmpty || modules.contains(closing.module))
        }.map(\.month)
      ).sorted()
    }
    guard let first else { return [] }
    guard first < month else { throw DeskError.notBefore(first, month) }
    return Array(sequence(first: first.next) { $0 < month ? $0.next : nil })
  }

  private func close(
    _ month: Month, module: String?, reissue: String?, isConfirmed: Bool,
    _ transaction: Transaction
  ) throws -> ClosedNow {
    let plan = try closingPlan(month, module: module, reissue: reissue, isConfirmed: isConfirmed)
    let tolerance =
      try ledger.settings()[Setting.tolerance.rawValue] ?? Setting.defaultTolerance
    let before = try ledger.closings(of: month)
    let cutoff = transaction.number - 1
    // A closing of all holds for modules that have no indicators yet, too. A reissue makes none where
    // only some modules had closed.
    let isWhole = module == nil && (reissue == nil || plan.wasWhole)
    // Editions are counted for the month, so that one number always means the same lines.
    let edition = reissue == nil ? 1 : (before.map(\.edition).max() ?? 0) + 1
    let closings = ((isWhole ? [""] : []) + plan.modules.sorted()).map { name in
      Closing(
        month: month, module: name, edition: edition, cutoff: cutoff, tolerance: tolerance)
    }
    for closing in closings { try transaction.add(closing) }
    try freeze(month, plan.indicators, transaction)
    return ClosedNow(closings: closings, openBefore: plan.openBefore)
  }

  private func freeze(
    _ month: Month, _ wanted: [Indicator], _ transaction: Transaction
  ) throws {
    let units = try ledger.units().map(\.unit)
    for unit in units { try transaction.freeze(unit) }
    guard !wanted.isEmpty else { return }
    // A ranking compares with the month before: where that is closed it stands frozen there.
    let earlier = try ClosedMonth(month.previous, ledger)
    let open = wanted.filter { earlier.edition(of: $0.module) == nil }
    let now = try MonthFacts(month, wanted, self)
    let before = try open.isEmpty ? nil : MonthFacts(month.previous, open, self)
    let aside = try leftAside(on: month.lastDay, for: wanted, of: nil)
    let reporting = try FormReporting(self, month, wanted)
    let reportedBefore = try FormReporting(self, month.previous, open)
    var notes: [(unit: UnitID, notes: [FrozenNote])] = []
    for unit in units {
      var lines = try liveLines(of: unit.id, now, withUnlisted: true)
      if let before {
        lines += try liveLines(of: unit.id, before).filter { $0.part == .main }
          .map { FrozenLine(part: .before, line: $0.line, document: "") }
      }
      let own = try
        (self.notes(
          of: unit.id, under: lines.filter { [.main, .carried].contains($0.part) },
          on: month.lastDay, wanted, reporting, aside)
        + reportedBefore.notes(of: unit.id, open).filter(\.note.isOwnReport).map(\.before))
        .compactMap(\.frozen)
      if !own.isEmpty { notes.append((unit.id, own)) }
      if lines.isEmpty { continue }
      let targets = Dictionary(grouping: try ledger.targets(of: unit.id)) {
        LineKey(indicator: $0.indicator, year: $0.year)
      }
      for var frozen in lines.sorted(by: FrozenLine.precedes) {
        frozen.document = document(of: targets[frozen.line.key] ?? [], on: month.lastDay)
        try transaction.freeze(frozen, of: unit.id)
      }
    }
    for (unit, notes) in notes { try transaction.freeze(notes, of: unit) }
  }

  /// The document behind the revision in force.
  private func document(of targets: [Target], on day: Day) -> String {
    let inForce = targets.filter { $0.effective <= day }
    let latest = inForce.map(\.effective).max()
    return inForce.last { $0.effective == latest }?.document ?? ""
  }
}

extension FrozenLine {
  /// The order in which a unit's lines are stored.
  static func precedes(_ a: FrozenLine, _ b: FrozenLine) -> Bool {
    (a.part.rawValue, a.line.year, a.line.indicator.id)
      < (b.part.rawValue, b.line.year, b.line.indicator.id)
  }
}
