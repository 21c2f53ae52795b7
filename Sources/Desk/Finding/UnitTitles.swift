public import Storage
public import TargetEngine

/// What units are called where several may have one name: with the unit above, `一镇/丁村`, and by
/// the code where that has two of the name. Each is asked for once.
public final class UnitTitles {
  private let ledger: Ledger
  private var titles: [UnitID: String] = [:]

  /// Titles are those of the moment at which they are first asked for.
  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// Looks several up in few questions.
  public func prepare(_ units: some Sequence<Unit>) throws {
    let asked = units.filter { titles[$0.id] == nil }
    let namesakes = try ledger.namesakes(of: asked)
    for unit in asked { titles[unit.id] = try title(of: unit, namesakes[unit.id] ?? []) }
  }

  /// The shortest text that means the unit alone.
  public func title(of unit: Unit) throws -> String {
    if titles[unit.id] == nil { try prepare([unit]) }
    return titles[unit.id] ?? unit.name
  }

  private func title(of unit: Unit, _ namesakes: [UnitID?]) throws -> String {
    if namesakes.isEmpty { return unit.name }
    guard let parent = unit.parent, !namesakes.contains(parent),
      let above = try ledger.unit(id: parent)?.unit
    else { return unit.code }
    return "\(try title(of: above))/\(unit.name)"
  }
}
