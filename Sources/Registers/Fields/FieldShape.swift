public import TargetEngine

/// A field without its record's type.
public struct FieldShape: Sendable, Hashable {
  /// The word in commands, columns and JSON.
  public var name: String
  /// What people read.
  public var title: Text
  /// What the field holds.
  public var kind: FieldKind
  /// What the field is for.
  public var roles: FieldRoles
  /// The register whose records a text names by their key.
  public var names: String?
  /// The kinds of unit that it takes; empty for any.
  public var units: [UnitKind]
  /// The version of the register that brought the field.
  public var since: Int
  private let choicesByName: [String: String]

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
    choicesByName = Dictionary(words) { first, _ in first }
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

  /// The name of a choice by its name or its title in either language, in any case.
  public func choice(named text: String) -> String? {
    choicesByName[text] ?? choicesByName[text.lowercased()]
  }
}
