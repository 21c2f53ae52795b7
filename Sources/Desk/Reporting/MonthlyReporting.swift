internal import Journal
public import Reports
internal import Storage
public import TargetEngine

/// Which part of a monthly report is wanted.
public struct ReportScope: Sendable {
  /// The unit that reports; nil for the office’s own.
  public var unit: String?
  /// Only the lines of this module.
  public var module: String?
  /// Codes or names; empty for all.
  public var indicators: [String]
  /// Today's figures, also of a closed month.
  public var latest: Bool
  /// An earlier edition of a closed month; nil for the newest.
  public var edition: Int?

  /// - Parameter indicators: only these, by code or name; all when empty.
  public init(
    unit: String? = nil, module: String? = nil, indicators: [String] = [], latest: Bool = false,
    edition: Int? = nil
  ) {
    self.unit = unit
    self.module = module
    self.indicators = indicators
    self.latest = latest
    self.edition = edition
  }
}

extension Desk {
  /// The report of a month: frozen lines of what is closed, today's figures of the rest.
  public func monthlyReport(_ month: Month, _ scope: ReportScope) throws -> MonthlyReport {
    try ledger.read {
      let stored = try unitOrOffice(scope.unit)
      let wanted = try wantedIndicators(scope)
      let closed =
        try scope.edition.map { try ClosedMonth(month, ledger, edition: $0) }
        ?? ClosedMonth(month, ledger)
      let frozen = scope.latest ? [] : wanted.filter { closed.edition(of: $0.module) != nil }
      let isClosed = !scope.latest && closed.isClosed(wanted)
      let open = isClosed ? [] : wanted.filter { !frozen.contains($0) }

      var lines: [FrozenLine] = []
      if !frozen.isEmpty { lines += try frozenLines(of: stored.unit.id, in: closed, frozen) }
      // Today's figures of what is closed are compared with those; of the rest with the month before.
      let again = scope.latest ? open.filter { closed.edition(of: $0.module) != nil } : []
      if !again.isEmpty {
        lines += try liveLines(
          of: stored.unit.id, MonthFacts(month, again, against: closed, self))
      }
      let rest = open.filter { indicator in !again.contains { $0.id == indicator.id } }
      if !rest.isEmpty {
        lines += try liveLines(of: stored.unit.id, MonthFacts(month, rest, self))
      }
      // Of what is carried the oldest year first; else plan years that differ stand side by side.
      let order = { (line: FrozenLine) in
        (line.part == .carried ? line.line.year : 0, line.line.indicator.id)
      }
      lines.sort { order($0) < order($1) }
      let main = lines.filter { $0.part == .main }.map(\.line)
      let carried = lines.filter { $0.part == .carried }.map(\.line)
      let last = isClosed ? closed.last(of: wanted) : nil
      let then = try last.flatMap { try frozenUnit(stored.unit.id, of: $0) }
      let unit = try then ?? titled(stored.unit)
      var notes = try frozenNotes(of: stored.unit.id, in: closed, frozen)[stored.unit.id] ?? []
      let isFrozen = Set(frozen.map(\.id))
      notes += try self.notes(
        of: stored.unit.id, under: lines.filter { !isFrozen.contains($0.line.indicator.id) },
        on: month.lastDay, rest, FormReporting(self, month, rest))
      notes += try FormReporting(self, month, again).notes(of: stored.unit.id, again)
      let partly = isClosed ? [] : Set(frozen.map(\.module)).sorted()
      return MonthlyReport(
        head: try head(last), month: month, closed: isClosed, unit: unit,
        lines: main, carried: carried,
        notes: notes.sorted(by: PlacedNote.precedes).map(\.inReport)
          + (partly.isEmpty ? [] : [.partlyClosed(modules: partly)]),
        office: try office(of: last))
    }
  }

  private func wantedIndicators(_ scope: ReportScope) throws -> [Indicator] {
    let catalogue = try catalogue(module: scope.module)
    guard !scope.indicators.isEmpty else { return catalogue }
    let wanted = Set(try scope.indicators.map { try indicator($0).id })
    return catalogue.filter { wanted.contains($0.id) }.map { indicator in
      // Who asks for a part by name sees its line.
      var indicator = indicator
      indicator.isPart = false
      return indicator
    }
  }

  /// The head of the ledger, or of the closing that a closed report comes from.
  func head(_ closing: Closing?) throws -> String {
    if let closing, let row = try ledger.transaction(closing.transaction) {
      return Head(transaction: row.transaction, hash: row.hash).description(in: closing.form)
    }
    return try ledger.head().description
  }

  /// A unit's lines as of a month's end from the ledger as it is now.
  ///
  /// - Parameter withUnlisted: also what only rankings ask for.
  func liveLines(
    of unit: UnitID, _ facts: MonthFacts, withUnlisted: Bool = false
  ) throws -> [FrozenLine] {
    let (builder, day) = (facts.builder, facts.month.lastDay)
    var figures = try figures(
      of: unit, on: day, inheriting: facts.wanted.containsRatio, facts.openUnits)
    figures.reported = try reported(of: unit, in: facts.reference, facts.wanted)
    figures.reported?.earlier = try facts.endedYears?.said(of: unit, figures.tallies) ?? [:]
    var parts: [(FrozenLine.Part, [Line])] = [
      (.main, try builder.lines(figures)), (.carried, try builder.carried(figures)),
    ]
    for line in try builder.lost(figures, beside: Set(parts.flatMap { $0.1.map(\.key) })) {
      let isCurrent = line.year == line.indicator.planYear(of: facts.month).label
      parts.append((isCurrent ? .main : .carried, [line]))
    }
    if withUnlisted { parts.append((.unlisted, try builder.unlisted(figures))) }
    return parts.flatMap { part, lines in
      lines.filter { facts.isWanted($0.indicator) }
        .map { FrozenLine(part: part, line: $0, document: "") }
    }
  }
}
