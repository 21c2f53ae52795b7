public import Registers
internal import TargetEngine

/// How a column of the office stands among the settings: `column clinics.project 床位` is `int`, or
/// `int 床位数` where it has another title; its values keep the name that it had first. A choice has its values
/// between slashes: `choice/大/小`, and a number how many decimals it has: `decimal/2`.
enum OfficeColumn {
  static let prefix = "column "

  /// The register and the column that a setting is about; nil for another setting.
  static func named(_ setting: String) -> (register: String, column: String)? {
    guard setting.hasPrefix(prefix) else { return nil }
    let words = setting.dropFirst(prefix.count).split(separator: " ", maxSplits: 1)
    return words.count == 2 ? (String(words[0]), String(words[1])) : nil
  }

  static func setting(_ column: String, of shape: RegisterShape) -> String {
    "\(prefix)\(shape.id) \(column)"
  }

  static func value(of field: FieldShape) -> String {
    let kind = field.kind.officeWord ?? "text"
    return field.title.zh == field.name ? kind : "\(kind) \(field.title.zh)"
  }

  /// The column of a name; nil for a kind that this version does not know.
  static func field(named name: String, _ value: String) -> FieldShape? {
    let words = value.split(separator: " ", maxSplits: 1).map(String.init)
    guard let kind = words.first.flatMap(FieldKind.init(officeWord:)) else { return nil }
    let title = words.count > 1 ? words[1] : name
    return FieldShape(name: name, title: Text(title, title), kind: kind, roles: .office)
  }
}

extension FieldKind {
  /// The kinds that such a column may have, by the word for each; beside them a choice.
  public static let officeKinds: [(word: String, kind: FieldKind)] = [
    ("text", .text), ("int", .int), ("decimal", .decimal(places: nil)), ("money", .money),
    ("day", .day), ("bool", .bool),
  ]

  private static let choice = "choice/"
  private static let decimal = "decimal/"

  fileprivate init?(officeWord word: String) {
    if word.hasPrefix(FieldKind.choice) {
      let values = word.dropFirst(FieldKind.choice.count).split(separator: "/").map(String.init)
      self = .choice(values.map { Choice(name: $0, title: Text($0, $0)) })
      return
    }
    if word.hasPrefix(FieldKind.decimal) {
      guard let kind = FieldKind(officePlaces: word.dropFirst(FieldKind.decimal.count)) else {
        return nil
      }
      self = kind
      return
    }
    guard let found = FieldKind.officeKinds.first(where: { $0.word == word }) else { return nil }
    self = found.kind
  }

  /// A number of as many decimals as digits say; nil where there are none, or too many.
  public init?(officePlaces digits: some StringProtocol) {
    guard let places = Int(digits), (1...FieldKind.mostPlaces).contains(places) else { return nil }
    self = .decimal(places: places)
  }

  fileprivate var officeWord: String? {
    if case .decimal(let places?) = self { return FieldKind.decimal + "\(places)" }
    if case .choice(let choices) = self {
      return FieldKind.choice + choices.map(\.name).joined(separator: "/")
    }
    return FieldKind.officeKinds.first { $0.kind == self }?.word
  }
}
