/// The state of a unit, indicator or setting as the journal keeps it: a line `name=value` for
/// each field, legible in any database tool. The same state has the same text.
public struct FieldList: Sendable, Hashable, CustomStringConvertible {
  public private(set) var fields: [(name: String, value: String)] = []

  public init() {}

  /// Adds a field; an absent value leaves it out.
  mutating func add(_ name: String, _ value: String?) {
    if let value { fields.append((name, value)) }
  }

  mutating func add(_ name: String, _ value: (some BinaryInteger)?) {
    add(name, value.map { "\($0)" })
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of a field that may stand several times.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  public var description: String {
    fields.map { "\($0.name)=\(FieldList.escaped($0.value))" }.joined(separator: "\n")
  }

  init(parsing text: String) {
    for line in text.split(separator: "\n") {
      let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { add(String(halves[0]), FieldList.unescaped(halves[1])) }
    }
  }

  private static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A }) else { return value }
    return value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func unescaped(_ value: Substring) -> String {
    guard value.utf8.contains(0x5C) else { return String(value) }
    var result = ""
    var escaping = false
    for character in value {
      if escaping {
        result.append(character == "n" ? "\n" : character)
        escaping = false
      } else if character == "\\" {
        escaping = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  public static func == (a: FieldList, b: FieldList) -> Bool { a.description == b.description }
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
