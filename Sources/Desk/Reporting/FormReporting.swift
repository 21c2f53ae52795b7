internal import Forms
internal import Reports
internal import Storage
internal import TargetEngine

/// Who has not sent the forms of which a month's figures are, after their due days, and whose answers are not accepted
/// yet: by indicator, read once for all units. Source: `engine.md`, "Ranking".
struct FormReporting {
  /// By indicator and the units in which they are: each at its own place and at all above it.
  private var unreported: [ListedPlace: [Unit]] = [:]
  private var unaccepted: [ListedPlace: [Unit]] = [:]
  /// Which units themselves have not reported an indicator.
  private(set) var missing: [IndicatorID: Set<UnitID>] = [:]
  private let titles: UnitTitles

  /// - Parameters:
  ///   - month: in which the periods of the forms end.
  ///   - indicators: those that are asked about.
  init(_ desk: Desk, _ month: Month, _ indicators: [Indicator]) throws {
    titles = UnitTitles(desk.ledger)
    if indicators.isEmpty { return }
    let asked = Dictionary(indicators.map { ($0.code, $0.id) }) { first, _ in first }
    let sought = FormsSought(
      days: month.firstDay...month.lastDay, due: nil, within: nil, asOf: desk.momentOfReports)
    let rounds = try FormsAtHand(desk.ledger, sought) { form, period in
      period.lastDay.month == month
        && form.definition.version(of: period).lines.contains { line in
          line.posting.map { asked[$0.indicator] != nil } ?? false
        }
    }.rounds
    if rounds.isEmpty { return }
    var standings = ReportedStandings(try ListedUnits(desk.ledger))
    for round in rounds {
      for indicator in Set(round.version.lines.compactMap { $0.posting?.indicator }) {
        if let id = asked[indicator] { try standings.add(round, id) }
      }
    }
    for (place, standing) in standings.byPlace.sorted(by: {
      $0.value.unit.code < $1.value.unit.code
    }) {
      let above = standings.listed.path(to: place.unit).map {
        ListedPlace(indicator: place.indicator, unit: $0)
      }
      if standing.isMissing {
        missing[place.indicator, default: []].insert(place.unit)
        for place in above { unreported[place, default: []].append(standing.unit) }
      }
      if standing.isWaiting {
        for place in above { unaccepted[place, default: []].append(standing.unit) }
      }
    }
  }

  /// What must be said of a unit and all below it.
  func notes(of unit: UnitID, _ indicators: [Indicator]) throws -> [PlacedNote] {
    if unreported.isEmpty, unaccepted.isEmpty { return [] }
    return try indicators.flatMap { indicator -> [PlacedNote] in
      let place = ListedPlace(indicator: indicator.id, unit: unit)
      var notes: [ReportNote] = []
      if let units = unreported[place] {
        notes.append(
          .unreported(
            indicator, try NamedUnits(units, titles),
            isOwn: missing[indicator.id]?.contains(unit) ?? false))
      }
      if let units = unaccepted[place] {
        notes.append(.unaccepted(indicator, try NamedUnits(units, titles)))
      }
      return notes.map { PlacedNote($0, on: indicator) }
    }
  }
}

/// How far units are with all forms of one month that are posted to an indicator.
private struct ReportedStandings {
  struct Standing {
    var unit: Unit
    var isOver = false
    var isSent = false
    var isWaiting = false

    /// Something was due, and nothing was sent.
    var isMissing: Bool { isOver && !isSent }
  }

  let listed: ListedUnits
  private(set) var byPlace: [ListedPlace: Standing] = [:]

  init(_ listed: ListedUnits) { self.listed = listed }

  /// Takes in a form for one period; who reports by list on its last day posts nothing, and owes nothing here.
  mutating func add(_ round: FormAtHand, _ indicator: IndicatorID) throws {
    for (row, unit) in zip(round.board.rows, round.units) {
      // What was returned to a unit that ended is not sent again.
      if !row.isOwed, row.standing.state == .returned { continue }
      if try listed.isByList(indicator, unit, on: round.period.lastDay(of: unit)) { continue }
      let place = ListedPlace(indicator: indicator, unit: unit.id)
      var standing = byPlace[place] ?? Standing(unit: unit)
      if row.isMissing {
        standing.isOver = standing.isOver || round.board.isOver
      } else {
        standing.isSent = true
        standing.isWaiting = standing.isWaiting || row.standing.state != .accepted
      }
      byPlace[place] = standing
    }
  }
}

/// Which units report an indicator by list, and what is above them: no question for each unit.
private struct ListedUnits {
  private let rules: EntryRules
  private let parents: UnitParents

  init(_ ledger: Ledger) throws {
    rules = try EntryRules(ledger)
    parents = UnitParents(try ledger.units().map(\.unit))
  }

  func isByList(_ indicator: IndicatorID, _ unit: Unit, on day: Day) throws -> Bool {
    let refusal = try rules.refusal(of: indicator, EntryUnit(unit), on: day) {
      Array(parents.path(from: $0).dropFirst())
    }
    if case .reportsByList = refusal { return true }
    return false
  }

  /// A unit and all above it.
  func path(to unit: UnitID) -> [UnitID] { parents.path(from: unit) }
}

extension PlacedNote {
  /// The note as one on the month before, which a ranking compares with.
  var before: PlacedNote {
    var note = self
    note.part = .before
    return note
  }
}

extension ReportNote {
  /// Whether it says that the unit itself has not sent its forms.
  var isOwnReport: Bool {
    if case .unreported(_, _, isOwn: true) = self { true } else { false }
  }

  /// Whether it says who has not sent forms, or whose are not accepted.
  var isOnReporting: Bool {
    switch self {
    case .unreported, .unaccepted: true
    default: false
    }
  }
}
