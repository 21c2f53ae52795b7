public import Reports
public import Storage
public import TargetEngine

extension ObjectList {
  /// Units with the codes of those above them.
  ///
  /// - Parameter all: the units among which the ones above are found.
  public static func units(
    _ units: [StoredUnit], among all: [StoredUnit], _ language: Language
  ) throws -> ObjectList {
    let codes = Dictionary(all.map { ($0.unit.id, $0.unit.code) }) { first, _ in first }
    return try Listing<StoredUnit>(
      language,
      [
        ListColumn(Phrase.code.text, key: "code", .fixed) { .text($0.unit.code) },
        ListColumn(Phrase.name.text, key: "name") { .text($0.unit.name) },
        ListColumn(Phrase.kind.text, key: "kind", .fixed) {
          .coded($0.unit.kind.title(language), $0.unit.kind.rawValue)
        },
        ListColumn(Phrase.parent.text, key: "parent", .fixed) {
          .text($0.unit.parent.flatMap { codes[$0] })
        },
        ListColumn(Phrase.opened.text, key: "opened", .fixed, priority: 3) { .day($0.unit.opened) },
        ListColumn(Phrase.closed.text, key: "closed", .fixed, priority: 2) { .day($0.unit.closed) },
        ListColumn(Phrase.aliases.text, key: "aliases", priority: 1) {
          .names($0.aliases)
        },
        ListColumn(
          Phrase.mergedInto.text, key: "merged-into", as: "mergedInto", .fixed,
          isShown: units.contains { $0.merged != nil }
        ) {
          .text($0.merged == nil ? nil : $0.unit.parent.flatMap { codes[$0] })
        },
      ]
    ).list(units)
  }
}
