public import TargetEngine

/// Who owes a form. Source: `forms.md`, "Owed by".
///
/// ```swift
/// let owing = FormOwing(kinds: [.township], below: district)
/// owing.owing(june, among: units)  // the townships that exist on 30 June
/// ```
public struct FormOwing: Sendable, Hashable {
  /// Units of these kinds owe it, where they are at or below a unit.
  public var kinds: Set<UnitKind>
  /// Nil for all units.
  public var below: UnitID?
  /// Units that owe it whatever they are and wherever they hang, and in spite of any exemption.
  public var units: Set<UnitID>

  public init(kinds: Set<UnitKind> = [], below: UnitID? = nil, units: Set<UnitID> = []) {
    self.kinds = kinds
    self.below = below
    self.units = units
  }
}

/// A unit that owes a form no longer, or for a while not.
public struct FormExemption: Sendable, Hashable {
  public var unit: UnitID
  public var from: Day
  /// The last day; nil for no end.
  public var until: Day?
  public var reason: String

  public init(_ unit: UnitID, from: Day, until: Day? = nil, reason: String) {
    self.unit = unit
    self.from = from
    self.until = until
    self.reason = reason
  }

  /// Whether it excuses the unit on a day.
  public func holds(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}

extension FormOwing {
  /// The units that owe the form for a period, in the order given: those that exist on its last day, so
  /// that one merged or closed before owes nothing.
  ///
  /// - Parameters:
  ///   - units: all units, so that who is below whom can be told.
  ///   - singly: the units of which alone the form was asked for this very period; none where it was asked
  ///     of all.
  ///   - sent: units that have sent it: they owe it, whatever was told since.
  public func owing(
    _ period: FormPeriod, among units: [Unit], exempt: [FormExemption] = [],
    singly: Set<UnitID> = [], sent: Set<UnitID> = []
  ) -> [Unit] {
    let day = period.lastDay
    if !singly.isEmpty {
      return units.filter {
        sent.contains($0.id) || singly.contains($0.id) && $0.exists(on: day)
      }
    }
    let singles = self.units
    let excused = Set(exempt.filter { $0.holds(on: day) }.map(\.unit))
    let place = below.map { UnitPlace($0, among: units) }
    return units.filter { unit in
      if sent.contains(unit.id) { return true }
      guard unit.exists(on: day) else { return false }
      if singles.contains(unit.id) { return true }
      return kinds.contains(unit.kind) && !excused.contains(unit.id)
        && (place?.contains(unit) ?? true)
    }
  }
}

/// A unit and what is below it.
private struct UnitPlace {
  let top: UnitID
  private let parents: [UnitID: UnitID]

  init(_ top: UnitID, among units: [Unit]) {
    self.top = top
    parents = Dictionary(
      units.compactMap { unit in unit.parent.map { (unit.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func contains(_ unit: Unit) -> Bool {
    var passed: Set<UnitID> = []
    var place: UnitID? = unit.id
    // A ring of parents, which no ledger lets in, is left when it comes round.
    while let here = place, passed.insert(here).inserted {
      if here == top { return true }
      place = parents[here]
    }
    return false
  }
}
