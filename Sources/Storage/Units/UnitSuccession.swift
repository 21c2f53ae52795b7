internal import Database
internal import Registers
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
  /// The kinds of units that others were merged into.
  private var kinds: [UnitID: UnitKind] = [:]

  /// Reads the units that are closed, which are few.
  init(_ ledger: Ledger) throws(StorageError) {
    let rows = try ledger.connection.rows(
      """
      SELECT u.id, u.closed, u.parent, u.merged, p.kind FROM unit u LEFT JOIN unit p ON p.id = u.parent
      WHERE u.closed IS NOT NULL ORDER BY u.id
      """, []
    ) {
      (
        id: $0.int(0), last: $0.day(1), parent: $0.optionalInt(2), merged: $0.optionalInt(3),
        kind: UnitKind(rawValue: $0.text(4))
      )
    }
    for row in rows {
      guard let last = row.last else { continue }
      let into = row.merged == nil ? nil : row.parent
      closings[row.id] = Closing(last: last, into: into)
      guard let into else { continue }
      merged[into, default: []].append(row.id)
      kinds[into] = row.kind
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

  /// Whether others were merged into a unit of a kind that a field does not take: a village is no village any
  /// more once it is part of a township's seat, and its records count for none.
  func isForeign(_ unit: UnitID, to field: FieldShape) -> Bool {
    kinds[unit].map { !field.takes($0) } ?? false
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
