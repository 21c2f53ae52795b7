public import Forms
internal import Storage
public import TargetEngine

/// Levels that a unit sent, which stand for all below it: also for a unit that was merged into it within the period and
/// sent its own. Source: `forms.md`, "Accepting posts".
public struct CoveredLevels: Sendable {
  /// The unit that goes on.
  public var unit: Unit
  /// The one that was merged into it.
  public var merged: Unit
  /// The lines in which both have an amount.
  public var lines: [LineNumber]
}

extension FormRound {
  /// The levels of accepted submissions that cover those of merged units.
  ///
  /// - Parameters:
  ///   - accepted: those that are accepted now; only what they have a part in is told.
  ///   - known: all of the round as they were before.
  func coveredLevels(
    _ accepted: [Submission], beside known: [UnitID: Submission]
  ) throws -> [CoveredLevels] {
    let levels = try stockLines()
    if levels.isEmpty { return [] }
    var all = known.filter { $0.value.state == .accepted }
    for submission in accepted { all[submission.unit] = submission }
    let now = Set(accepted.map(\.unit))
    var covered: [CoveredLevels] = []
    for stored in try desk.ledger.units() where stored.merged != nil {
      guard let own = all[stored.unit.id], own.end != nil, let into = stored.unit.parent,
        let other = all[into], now.contains(into) || now.contains(stored.unit.id),
        let unit = try desk.ledger.unit(id: into)?.unit
      else { continue }
      let lines = levels.filter {
        own.contents.values[$0] != nil && other.contents.values[$0] != nil
          && !own.listed.contains($0) && !other.listed.contains($0)
      }
      if lines.isEmpty { continue }
      covered.append(
        CoveredLevels(
          unit: try desk.titled(unit), merged: try desk.titled(stored.unit), lines: lines))
    }
    return covered
  }

  /// The lines that are posted to stocks.
  private func stockLines() throws -> [LineNumber] {
    let posted = version.lines.filter { $0.posting != nil }
    if posted.isEmpty { return [] }
    let stocks = Set(try desk.ledger.indicators().filter { $0.kind == .stock }.map(\.code))
    return posted.filter { $0.posting.map { stocks.contains($0.indicator) } ?? false }
      .map(\.number)
  }
}
