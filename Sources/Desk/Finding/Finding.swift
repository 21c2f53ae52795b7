public import Storage
public import TargetEngine

extension Desk {
  /// A unit by its code, its name, or a former name, when only one has it.
  public func unit(_ text: String) throws -> StoredUnit {
    let named = try ledger.units(called: text)
    if named.count == 1, let unit = named.first { return unit }
    guard named.isEmpty else {
      throw DeskError.ambiguousUnit(
        text,
        candidates: try named.prefix(8).map { stored in
          DeskError.Candidate(
            code: stored.unit.code, name: stored.unit.name, path: try path(to: stored.unit))
        })
    }
    throw DeskError.unknownUnit(text, suggestions: try unitSuggestions(text))
  }

  /// A unit by its code or a name that only one has; nil without a word about what is near.
  func knownUnit(_ text: String) throws -> StoredUnit? {
    let named = try ledger.units(called: text)
    return named.count == 1 ? named.first : nil
  }

  /// The names of the units above one, the root first: `宣州区/洪林镇`; empty for a root.
  func path(to unit: Unit) throws -> String {
    try ledger.ancestors(of: unit.id).reversed().compactMap { try ledger.unit(id: $0)?.unit.name }
      .joined(separator: "/")
  }

  func unitSuggestions(_ text: String) throws -> [String] {
    let words = try ledger.units().flatMap { [$0.unit.code, $0.unit.name] + $0.aliases }
    return Suggestions.nearest(to: text, in: Set(words))
  }

  /// The named unit, else the office's own, else the only root.
  public func unitOrOffice(_ text: String?) throws -> StoredUnit {
    if let text { return try unit(text) }
    guard let own = try officeUnit() else { throw DeskError.noOfficeUnit }
    return own
  }

  /// The office's own unit: that of the setting, else the only root; nil when it has set none.
  public func officeUnit() throws -> StoredUnit? {
    if let own = try ledger.settings()[Setting.unit.rawValue] { return try unit(own) }
    let roots = try ledger.roots()
    return roots.count == 1 ? roots.first : nil
  }

  /// An indicator by its code, or by its name when only one has it.
  public func indicator(_ text: String) throws -> Indicator {
    if let indicator = try ledger.indicator(code: text) { return indicator }
    let all = try ledger.indicators()
    let form = text.compared
    let named = all.filter { $0.names.contains { $0.compared == form } }
    if named.count == 1, let indicator = named.first { return indicator }
    throw DeskError.unknownIndicator(
      text, suggestions: Suggestions.nearest(to: text, in: all.flatMap { [$0.code] + $0.names }))
  }

  /// The catalogue, of one module only when it is given.
  public func catalogue(module: String? = nil) throws -> [Indicator] {
    let all = try ledger.indicators()
    guard let module else { return all }
    let chosen = all.filter { $0.module == module }
    if chosen.isEmpty {
      throw DeskError.unknownModule(
        module, suggestions: Suggestions.nearest(to: module, in: Set(all.map(\.module))))
    }
    return chosen
  }

  /// All units, each with its former names.
  public func units() throws -> [StoredUnit] { try ledger.units() }

  func parse(_ text: String, as indicator: Indicator) throws -> Int64 {
    do {
      return try Amount.parse(text, decimals: indicator.decimals, measure: indicator.measure)
    } catch {
      throw DeskError.amount(error, text: text, indicator: indicator.code)
    }
  }
}
