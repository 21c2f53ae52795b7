internal import Storage
internal import TargetEngine

/// A unit told by names from above it down to its own: `一镇/丁村`, or run together `一镇丁村`. Units
/// between may be left out.
enum UnitPath {
  /// The units that a text means, each by whatever stands for one.
  ///
  /// - Parameters:
  ///   - text: in the form in which names are compared.
  ///   - named: the units that have a name.
  ///   - names: what a unit above may be called, its code too, in that form.
  ///   - above: the unit above one.
  static func units<Place: Hashable>(
    _ text: String, named: (String) throws -> [Place], names: (Place) throws -> Set<String>,
    above: (Place) throws -> Place?
  ) rethrows -> [Place] {
    var found: [Place] = []
    // No name is longer: what is no path is not taken apart without end.
    guard text.count <= 200 else { return [] }
    for start in text.indices.dropFirst() {
      let name = text[start...]
      if name.first == separator { continue }
      for place in try named(String(name))
      where try !found.contains(place) && isAbove(text[..<start], place, names, above) {
        found.append(place)
      }
    }
    return found
  }

  private static let separator: Character = "/"

  /// Whether a text is made of names of units above one, the nearest last.
  private static func isAbove<Place>(
    _ text: Substring, _ place: Place, _ names: (Place) throws -> Set<String>,
    _ above: (Place) throws -> Place?
  ) rethrows -> Bool {
    let text = text.last == separator ? text.dropLast() : text
    var next = try above(place)
    // A tree has no cycles; should a file be damaged, the walk still ends.
    var steps = 0
    while let unit = next, steps < 100 {
      for name in try names(unit) where !name.isEmpty && text.hasSuffix(name) {
        let rest = text.dropLast(name.count)
        if rest.isEmpty { return true }
        if try isAbove(rest, unit, names, above) { return true }
      }
      next = try above(unit)
      steps += 1
    }
    return false
  }
}

extension Ledger {
  /// The unit with a code, else those that have a name, else those that a path of names leads to.
  func units(called text: String) throws -> [StoredUnit] {
    if let unit = try unit(code: text) { return [unit] }
    let form = text.compared
    if form != text, let unit = try unit(code: form) { return [unit] }
    let named = try units(named: form)
    return named.isEmpty ? try units(atPath: form) : named
  }

  private func units(atPath form: String) throws -> [StoredUnit] {
    try UnitPath.units(form) {
      try units(named: $0)
    } names: {
      $0.comparedNames.union([$0.unit.code])
    } above: {
      try $0.unit.parent.flatMap { try unit(id: $0) }
    }
  }
}
