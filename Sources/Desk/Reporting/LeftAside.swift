internal import Reports
internal import Storage
internal import TargetEngine

/// What registers hold and figures of a day do not.
struct LeftAside {
  var waiting: [WaitingList] = []
  var uncounted: [UncountedPlace] = []
}

/// A record that does not count, since a unit reports by number.
struct UncountedPlace {
  var record: UncountedRecord
  /// The unit at which it would count, and those above it.
  var units: Set<UnitID>
  /// What the unit that reports by number is called.
  var title: String
}

extension Desk {
  /// What does not count by a day for some indicators and may have been meant to.
  ///
  /// - Parameter unit: the only unit that is reported; nil for all.
  func leftAside(on day: Day, for indicators: [Indicator], of unit: UnitID?) throws -> LeftAside {
    LeftAside(
      waiting: try waitingLists(on: day),
      uncounted: try uncountedPlaces(on: day, for: indicators, of: unit))
  }

  /// Which records do not count for a figure; of a closed month those of then.
  func uncounted(
    for indicator: Indicator, of unit: UnitID, _ month: Month, year: Int, isClosed: Bool
  ) throws -> ReportNote? {
    guard isClosed else {
      return try uncountedPlaces(on: month.lastDay, for: [indicator], of: unit)
        .note(of: unit, on: indicator, year: year)
    }
    let notes = try frozenNotes(of: unit, in: ClosedMonth(month, ledger), [indicator])[unit] ?? []
    return notes.filter { $0.year == year }.map(\.note)
      .first { if case .uncounted = $0 { true } else { false } }
  }

  private func uncountedPlaces(
    on day: Day, for indicators: [Indicator], of unit: UnitID?
  ) throws -> [UncountedPlace] {
    var paths: [UnitID: Set<UnitID>] = [:]
    var titles: [UnitID: String] = [:]
    let found = try ledger.uncounted(
      through: day, for: Set(indicators.map(\.id)), below: unit)
    return try found.map { record in
      let units = try paths[record.unit] ?? Set(ledger.ancestors(of: record.unit) + [record.unit])
      let title =
        try titles[record.rule.unit]
        ?? ledger.unit(id: record.rule.unit).map { try titled($0.unit).title } ?? ""
      (paths[record.unit], titles[record.rule.unit]) = (units, title)
      return UncountedPlace(record: record, units: units, title: title)
    }
  }
}

extension [UncountedPlace] {
  /// What must be said of a line of a unit with records that do not count for it.
  ///
  /// - Parameter year: the plan year of a flow.
  func note(of unit: UnitID, on indicator: Indicator, year: Int?) -> ReportNote? {
    let found = filter {
      $0.record.rule.indicator == indicator.id && $0.units.contains(unit)
        && ($0.record.year == nil || $0.record.year == year)
    }
    if found.isEmpty { return nil }
    return .uncounted(
      indicator, units: Set(found.map(\.title)).sorted(),
      records: Set(found.map(\.record.record)).count)
  }
}
