internal import Storage
internal import TargetEngine

/// A unit given by a path of names, each of the direct parent of the next: `一镇/丁村`, or run together
/// `一镇丁村`. Only the front of the path may be left out.
enum UnitPath {
  /// The units that a text means, each by whatever stands for one.
  ///
  /// Names that stand between slashes are taken as they are first; a name may hold what reads as two.
  ///
  /// - Parameters:
  ///   - text: in the form in which names are compared.
  ///   - named: the units that have one of some names, of those below one directly, or of all.
  static func units<Place: Hashable>(
    _ text: String,
    named: (_ names: [String], _ below: Place?) throws -> [(name: String, place: Place)]
  ) rethrows -> [Place] {
    // No name is longer: what is no path is not taken apart without end.
    guard text.count <= 200 else { return [] }
    let found = try units(text[...], below: nil, heads: { [$0.prefix { $0 != separator }] }, named)
    if !found.isEmpty { return found }
    return try units(text[...], below: nil, heads: prefixes, named)
  }

  private static let separator: Character = "/"

  private static func prefixes(of text: Substring) -> [Substring] {
    text.indices.map { text[...$0] }
  }

  /// - Parameter heads: what may be the first name of a text.
  private static func units<Place: Hashable>(
    _ text: Substring, below place: Place?, heads: (Substring) -> [Substring],
    _ named: ([String], Place?) throws -> [(name: String, place: Place)]
  ) rethrows -> [Place] {
    let names = heads(text).filter { !$0.isEmpty }.map { String($0) }
    if names.isEmpty { return [] }
    var found: [Place] = []
    for (name, next) in try named(names, place) {
      let rest = text.dropFirst(name.count)
      if rest.isEmpty {
        // A name alone is no path.
        if place != nil, !found.contains(next) { found.append(next) }
        continue
      }
      let others = try units(
        rest.first == separator ? rest.dropFirst() : rest, below: next, heads: heads, named)
      found += others.filter { !found.contains($0) }
    }
    return found
  }
}

extension Ledger {
  /// The unit with a code, else those that have a name, else those that a path of names leads to.
  func units(called text: String) throws -> [StoredUnit] {
    if let unit = try unit(code: text) { return [unit] }
    let form = text.compared
    if form != text, let unit = try unit(code: form) { return [unit] }
    let named = try units(named: form)
    if !named.isEmpty { return named }
    let reached = try UnitPath.units(form) { try unitNames($0, below: $1) }
    let found = try units(Set(reached))
      .sorted { $0.unit.code < $1.unit.code }
    let standing = found.filter { $0.merged == nil }
    return standing.isEmpty ? found : standing
  }
}
