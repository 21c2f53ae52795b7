public import Storage
public import TargetEngine

extension Desk {
  /// Adds a unit.
  ///
  /// - Parameter isRoot: whether it may stand beside the office's own unit, so that nobody's figures
  ///   include its own.
  /// - Throws: `DeskError` when its code or, under one parent, its name is taken; `.noParent`.
  public func addUnit(
    code: String, name: String, kind: UnitKind, parent: String?, opened: Day?, aliases: [String],
    isRoot: Bool = false
  ) throws -> Written<StoredUnit> {
    let code = code.compared
    guard code.isCode else { throw DeskError.badUnitCode(code) }
    let name = try name.asText()
    let aliases = try aliases.map { try $0.asText() }
    return try write { transaction in
      if try ledger.unit(code: code) != nil { throw DeskError.duplicateCode(code) }
      let parent = try parent.map { try unit($0).unit }
      let new = Unit(code: code, name: name, kind: kind, parent: parent?.id, opened: opened)
      if let parent {
        try expectOpen(parent, above: new)
      } else if !isRoot {
        try expectParent(of: new)
      }
      try expectFree([name] + aliases, for: new)
      return try transaction.add(StoredUnit(unit: new, aliases: aliases))
    }
  }

  /// - Throws: `DeskError.duplicateName` for a name that another open unit under the same parent has,
  ///   `.codeIsName` where it is another unit's code, or the code another's name: a command that names
  ///   the one would mean the other.
  func expectFree(_ names: [String], for unit: Unit) throws {
    let others =
      try names.compactMap { try ledger.unit(code: $0.compared)?.unit }
      + ledger.units(named: unit.code).map(\.unit)
    if let other = others.first(where: { $0.id != unit.id }) {
      throw DeskError.codeIsName(
        unit.name, unit.code, of: DeskError.Candidate(code: other.code, name: other.name, path: ""))
    }
    if unit.closed != nil { return }
    for name in names {
      let other = try ledger.units(named: name).map(\.unit).first {
        $0.id != unit.id && $0.parent == unit.parent && $0.closed == nil
      }
      guard let other else { continue }
      throw DeskError.duplicateName(
        name,
        of: DeskError.Candidate(code: other.code, name: other.name, path: try path(to: other)))
    }
  }

  /// - Throws: `DeskError.noParent` for a new unit whose figures would count for nobody, once the office has
  ///   said which unit is its own.
  func expectParent(of unit: Unit) throws {
    guard unit.parent == nil, try ledger.settings()[Setting.unit.rawValue] != nil else { return }
    throw DeskError.noParent(unit.name)
  }

  /// - Throws: `DeskError.parentClosed` for a new unit that is there when its parent is no more.
  func expectOpen(_ parent: Unit, above unit: Unit) throws {
    let last = unit.closed ?? max(context.today, unit.opened ?? context.today)
    guard let closed = parent.closed, last > closed else { return }
    throw DeskError.parentClosed(unit: unit.name, parent: parent.name, on: closed)
  }

  /// - Throws: `DeskError.parentClosed` for a unit that opened when its parent was no more.
  func expectOverlap(_ parent: Unit, above unit: Unit) throws {
    guard let closed = parent.closed, let opened = unit.opened, opened > closed else { return }
    throw DeskError.parentClosed(unit: unit.name, parent: parent.name, on: closed)
  }

  /// Gives a unit a new name; the former one stays an alias (旧称).
  public func renameUnit(_ text: String, to name: String) throws -> Written<StoredUnit> {
    let name = try name.asText()
    return try write { transaction in
      var stored = try unit(text)
      if !stored.aliases.contains(stored.unit.name) { stored.aliases.append(stored.unit.name) }
      stored.aliases.removeAll { $0 == name }
      try expectFree([name], for: stored.unit)
      stored.unit.name = name
      try transaction.update(stored)
      return stored
    }
  }

  /// Adds a former name by which the unit is found.
  public func addAlias(_ alias: String, to text: String) throws -> Written<StoredUnit> {
    let alias = try alias.asText()
    return try write { transaction in
      var stored = try unit(text)
      guard !stored.comparedNames.contains(alias.compared) else { return stored }
      try expectFree([alias], for: stored.unit)
      stored.aliases.append(alias)
      try transaction.update(stored)
      return stored
    }
  }
}
