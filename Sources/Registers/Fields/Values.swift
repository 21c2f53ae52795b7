extension Datum {
  /// The values of a list, or the value itself; nothing for an empty one.
  public var values: [Datum] { isEmpty ? [] : [self] }

  /// The values that only one of two has, or both on other days.
  func changes(from old: Datum) -> Set<Datum> { Set(values).symmetricDifference(old.values) }
}

extension FieldKind {
  /// The registers whose records a value may name, by id.
  public var registers: [String] {
    if case .reference(let register) = self { [register] } else { [] }
  }
}
