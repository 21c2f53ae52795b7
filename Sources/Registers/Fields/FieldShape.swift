public import TargetEngine

/// A field without its record's type. Made once and handed about: each row of a list asks for all of them.
public final class FieldShape: Sendable, Hashable {
  /// The word in commands, columns and JSON.
  public let name: String
  /// What people read.
  public let title: Text
  /// What the field holds.
  public let kind: FieldKind
  /// What the field is for.
  public let roles: FieldRoles
  /// The register whose records a text names by their key.
  public let names: String?
  /// The kinds of unit that it takes; empty for any.
  public let units: [UnitKind]
  /// The version of the register that brought the field.
  public let since: Int
  private let choiceNames: [String]
  private let choicesByWord: [String: String]

  /// Makes the shape of a field, such as of a column that an office adds.
  public init(
    name: String, title: Text, kind: FieldKind, roles: FieldRoles = [], names: String? = nil,
    units: [UnitKind] = [], since: Int = 1
  ) {
    self.since = since
    self.units = units
    self.names = names
    self.name = name
    self.title = title
    self.kind = kind
    self.roles = roles
    let words = kind.choices.flatMap { choice in
      [choice.name, choice.name.lowercased(), choice.title.zh, choice.title.en.lowercased()]
        .map { ($0, choice.name) }
    }
    choiceNames = kind.choices.map(\.name)
    choicesByWord = Dictionary(words) { first, _ in first }
  }

  /// The same field with values of another kind, such as one member of its list.
  public func holding(_ kind: FieldKind) -> FieldShape {
    FieldShape(
      name: name, title: title, kind: kind, roles: roles, names: names, units: units, since: since)
  }

  /// Whether both say the same of a field.
  public static func == (a: FieldShape, b: FieldShape) -> Bool {
    a === b
      || (a.name, a.title, a.kind, a.roles, a.since) == (b.name, b.title, b.kind, b.roles, b.since)
        && (a.names, a.units) == (b.names, b.units)
  }

  /// Combines what tells fields apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(title)
  }

  /// Whether it is encrypted where it is kept.
  public var isSecret: Bool { kind.isSecret }

  /// What the field holds, in words: the values of a choice, the kinds of unit, else the kind.
  ///
  /// - Parameter choice: how a choice is written.
  public func content(_ language: Language, choice: (Choice) -> String) -> String {
    let values = kind.choices.map(choice) + units.map { $0.title(language) }
    let list = values.joined(separator: Text("、", ", ")(language))
    if list.isEmpty { return kind.title(language) }
    if case .choice = kind { return list }
    return kind.title(language) + Text("：", ": ")(language) + list
  }

  /// Whether the field takes units of a kind.
  public func takes(_ kind: UnitKind) -> Bool { units.isEmpty || units.contains(kind) }

  /// Whether a word means this field: its name or its title in either language.
  public func isNamed(_ word: String) -> Bool { [name, title.zh, title.en].contains(word) }

  /// The name of a choice by its name or its title in either language, in any case, or by the beginning that no
  /// other has: 集体 of 集体办.
  public func choice(named text: String) -> String? {
    // There are few, and their names are compared sooner than hashed.
    if choiceNames.contains(text) { return text }
    if let name = choicesByWord[text] { return name }
    let word = text.lowercased()
    if let name = choicesByWord[word] { return name }
    guard word.count >= FieldShape.shortestBeginning else { return nil }
    let begun = Set(choicesByWord.filter { $0.key.hasPrefix(word) }.values)
    return begun.count == 1 ? begun.first : nil
  }

  /// One character of a title names nothing.
  private static let shortestBeginning = 2
}
