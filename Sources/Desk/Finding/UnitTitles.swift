internal import Storage
internal import TargetEngine

/// What units are called where several may have one name: with the units above, as far up as it
/// takes, `一镇/丁村`, and by the code where that takes in the root.
///
/// What is written so means the same unit where it is read:
///
///     let titles = UnitTitles(ledger)
///     try unit(titles.title(of: unit)).unit == unit
final class UnitTitles {
  /// Nil for units as they were at some time.
  private let ledger: Ledger?
  private var titles: [UnitID: String] = [:]
  /// All units, once one of them shares its name.
  private var all: (names: UnitNames, units: [UnitID: Unit])?

  /// Titles are those of the moment at which they are first asked for.
  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Titles among all units as they were when a month was closed.
  init(frozen units: [Unit]) {
    ledger = nil
    all = (UnitNames(units), UnitTitles.byID(units))
  }

  /// Looks several up in few questions.
  func prepare(_ units: some Sequence<Unit>) throws {
    let asked = units.filter { titles[$0.id] == nil }
    if asked.isEmpty { return }
    let shared = try ledger?.unitsOfSharedName(among: asked)
    for unit in asked {
      titles[unit.id] = shared?.contains(unit.id) ?? true ? try path(to: unit) : unit.name
    }
  }

  /// The shortest text that means the unit alone.
  func title(of unit: Unit) throws -> String {
    if titles[unit.id] == nil { try prepare([unit]) }
    return titles[unit.id] ?? unit.name
  }

  /// The same units, each with its title for people to read.
  func titled(_ units: [Unit]) throws -> [Unit] {
    try prepare(units)
    return try units.map { unit in
      var titled = unit
      titled.title = try title(of: unit)
      return titled
    }
  }

  private func path(to unit: Unit) throws -> String {
    if all == nil, let ledger {
      all = (try UnitNames(ledger), UnitTitles.byID(try ledger.units().map(\.unit)))
    }
    guard let all else { return unit.name }
    var text = unit.name
    var next = unit.parent
    // A tree has no cycles; should a file be damaged, the walk still ends.
    var passed: Set<UnitID> = [unit.id]
    while true {
      if text.withUTF8({ all.names[$0] }) == unit.id { return text }
      guard let above = next.flatMap({ all.units[$0] }), passed.insert(above.id).inserted else {
        return unit.code
      }
      text = "\(above.name)/\(text)"
      next = above.parent
    }
  }

  private static func byID(_ units: [Unit]) -> [UnitID: Unit] {
    Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
  }
}

extension Desk {
  /// A unit with its title for people to read.
  func titled(_ unit: Unit) throws -> Unit { try UnitTitles(ledger).titled([unit]).first ?? unit }

  /// A unit as it was called when a month was closed; nil where there was none.
  func frozenUnit(_ unit: UnitID, of closing: Closing) throws -> Unit? {
    guard let then = try ledger.frozenUnit(unit, transaction: closing.transaction) else {
      return nil
    }
    let all = try ledger.frozenUnits(transaction: closing.transaction)
    return try UnitTitles(frozen: all).titled([then]).first
  }
}
