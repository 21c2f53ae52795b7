public import Storage
internal import TargetEngine

extension StoredUnit {
  /// Whether a text is a part of one of its names, as names are compared, or of its code.
  ///
  /// ```swift
  /// try desk.units().filter { $0.isNamed(byPart: "洪林") }
  /// ```
  public func isNamed(byPart part: String) -> Bool {
    let part = part.compared
    return ([unit.name, unit.code] + aliases).contains { $0.compared.contains(part) }
  }
}
