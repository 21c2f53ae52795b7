internal import Database
internal import TargetEngine

/// Which unit stands for one that is closed: the one that it was merged into, else none.
struct UnitSuccession: Sendable {
  private struct Closing: Sendable {
    var last: Day
    /// The unit that it was merged into.
    var into: UnitID?
  }

  private var closings: [UnitID: Closing] = [:]
  private var merged: [UnitID: [UnitID]] = [:]

  /// Reads the units that are closed, which are few.
  init(_ ledger: Ledger) throws(StorageError) {
    let rows = try ledger.connection.rows(
      "SELECT id, closed, parent, merged FROM unit WHERE closed IS NOT NULL ORDER BY id", []
    ) { (id: $0.int(0), last: $0.day(1), parent: $0.optionalInt(2), merged: $0.optionalInt(3)) }
    for row in rows {
      guard let last = row.last else { continue }
      let into = row.merged == nil ? nil : row.parent
      closings[row.id] = Closing(last: last, into: into)
      if let into { merged[into, default: []].append(row.id) }
    }
  }

  /// Whether no unit is closed.
  var isEmpty: Bool { closings.isEmpty }

  /// The unit that another one is on a day; nil when it is none any more.
  func unit(standingFor unit: UnitID, on day: Day) -> UnitID? {
    var (unit, seen) = (unit, Set([unit]))
    while let closing = closings[unit], closing.last < day {
      guard let into = closing.into, seen.insert(into).inserted else { return nil }
      unit = into
    }
    return unit
  }

  /// The units into which a unit was merged, one after another.
  func successors(of unit: UnitID) -> [UnitID] {
    var (unit, seen) = (unit, [unit])
    while let into = closings[unit]?.into, !seen.contains(into) {
      seen.append(into)
      unit = into
    }
    return Array(seen.dropFirst())
  }

  /// A unit with those that were merged into it, and into these.
  func family(of unit: UnitID) -> [UnitID] {
    var units = [unit]
    var next = 0
    while next < units.count {
      units += (merged[units[next]] ?? []).filter { !units.contains($0) }
      next += 1
    }
    return units
  }

  /// The last day of a unit that is closed.
  func last(of unit: UnitID) -> Day? { closings[unit]?.last }
}
