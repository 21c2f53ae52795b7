internal import Journal
internal import Reports

/// Units as the notes of a closing keep them: how many, and the first by name.
extension FieldList {
  mutating func add(_ units: NamedUnits) {
    add("count", units.count)
    for name in units.names { add("unit", name) }
  }
}

extension NamedUnits {
  /// Nil for a note without a count.
  init?(_ body: FieldList) {
    guard let count = body["count"].flatMap({ Int($0) }) else { return nil }
    self.init(count: count, names: body.all("unit"))
  }
}
