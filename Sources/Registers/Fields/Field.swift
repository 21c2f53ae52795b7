public import TargetEngine

/// One field of a register, named by key path. The value's type is known only here: from then on
/// everything works on `Datum`. A class, since every record that is read goes through all of them.
public final class Field<Record>: Sendable {
  public let shape: FieldShape
  let path: any PartialKeyPath<Record> & Sendable
  let read: @Sendable (Record) -> Datum
  /// False when the datum is of another kind than the field.
  let write: @Sendable (inout Record, Datum) -> Bool

  /// - Parameters:
  ///   - name: the word in commands, columns and JSON, `accepted-on`.
  ///   - register: for a text, the id of the register whose records it names by their key: completed
  ///     from them, and noted where none has it, since a list on paper may be ahead.
  ///   - units: the kinds of unit that the field takes; empty for any.
  ///   - version: the version of the register that brought the field.
  public init<Value: FieldValue>(
    _ name: String, _ path: any WritableKeyPath<Record, Value> & Sendable, zh: String, en: String,
    _ roles: FieldRoles = [], names register: String? = nil, units: [UnitKind] = [],
    since version: Int = 1
  ) {
    shape = FieldShape(
      name: name, title: Text(zh, en), kind: Value.kind, roles: roles, names: register,
      units: units, since: version)
    self.path = path
    let place = FieldPlace(path)
    read = { place.value(in: $0).datum }
    write = { record, datum in
      guard let value = Value(datum) else { return datum.isEmpty }
      place.set(value, in: &record)
      return true
    }
  }

  /// A secret field: encrypted where it is kept, masked where it is shown.
  public init(
    _ name: String, secret path: any WritableKeyPath<Record, Secret?> & Sendable,
    _ form: SecretForm, zh: String, en: String, _ roles: FieldRoles = [], since version: Int = 1
  ) {
    shape = FieldShape(
      name: name, title: Text(zh, en), kind: .secret(form), roles: roles, since: version)
    self.path = path
    let place = FieldPlace(path)
    read = { place.value(in: $0).map { .secret($0) } ?? .empty }
    write = { record, datum in
      guard case .secret(let secret) = datum else { return datum.isEmpty }
      place.set(secret, in: &record)
      return true
    }
  }
}

/// What a field is for, beyond holding a value.
public struct FieldRoles: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It must be filled in.
  public static let required = FieldRoles(rawValue: 1 << 0)
  /// Part of the natural key: a second import of the same key updates.
  public static let key = FieldRoles(rawValue: 1 << 1)
  /// The unit that the record belongs to, or the record whose unit is its own: its postings go there,
  /// lists of a unit look there.
  public static let place = FieldRoles(rawValue: 1 << 2)
  /// The plan year of the record's flows.
  public static let year = FieldRoles(rawValue: 1 << 3)
  /// A record named here decides what this one posts, so that its changes post anew.
  public static let drives = FieldRoles(rawValue: 1 << 4)
  /// The record named here posts by what this one says, so that this one's changes post it anew.
  public static let feeds = FieldRoles(rawValue: 1 << 5)
  /// Who adds the record, unless another is named.
  public static let author = FieldRoles(rawValue: 1 << 6)
  /// The number of a document, whose brackets are set right.
  public static let documentNumber = FieldRoles(rawValue: 1 << 7)
  /// The day on which the record begins: lists of earlier days leave it out, and its dated values
  /// begin on it. Without one they begin on the day they are written.
  public static let start = FieldRoles(rawValue: 1 << 8)
  /// Alone tells a record from all others, before the natural key is asked.
  public static let identity = FieldRoles(rawValue: 1 << 9)
  /// Tells of a person, so that an erasure destroys it like texts and secrets.
  public static let personal = FieldRoles(rawValue: 1 << 10)
  /// A column that the office added for itself; it never posts.
  public static let office = FieldRoles(rawValue: 1 << 11)
  /// The line of work that a record of a shared register belongs to, by its module's name.
  public static let module = FieldRoles(rawValue: 1 << 12)
  /// The code of an indicator, which is found by its name too.
  public static let indicator = FieldRoles(rawValue: 1 << 13)
  /// The day on which dated values begin, of a record that is listed before it.
  public static let valuesStart = FieldRoles(rawValue: 1 << 14)
  /// One that most records never need: prompts and templates leave it out unless all are asked for.
  /// Without it nothing is said of the record, and nothing is wrong.
  ///
  ///     Field("objection-on", \.objectionOn, zh: "异议日期", en: "Objection on", .procedure)
  public static let procedure = FieldRoles(rawValue: 1 << 15)
}

/// A field without its record's type.
public struct FieldShape: Sendable, Hashable {
  public var name: String
  public var title: Text
  public var kind: FieldKind
  public var roles: FieldRoles
  /// The register whose records a text names by their key.
  public var names: String?
  /// The kinds of unit that it takes; empty for any.
  public var units: [UnitKind]
  /// The version of the register that brought the field.
  public var since: Int
  private let choicesByName: [String: String]

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
