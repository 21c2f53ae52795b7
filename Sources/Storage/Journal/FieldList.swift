/// The state of a unit, indicator, setting or record as the journal keeps it: a line `name=value`
/// for each field, legible in any database tool. The same state has the same text.
///
/// What may have to be destroyed one day is hidden: it lies beside the chain, which has only a
/// salted digest of it.
public struct FieldList: Sendable, Hashable, CustomStringConvertible {
  public typealias Field = (name: String, value: String)

  private var open: [Field] = []
  private var hidden: [Field] = []

  public init() {}

  public var fields: [Field] { open + hidden }

  /// Adds a field; an absent value leaves it out.
  mutating func add(_ name: String, _ value: String?, isHidden: Bool = false) {
    guard let value else { return }
    if isHidden { hidden.append((name, value)) } else { open.append((name, value)) }
  }

  mutating func add(_ name: String, _ value: (some BinaryInteger)?) {
    add(name, value.map { "\($0)" })
  }

  subscript(name: String) -> String? {
    open.first { $0.name == name }?.value ?? hidden.first { $0.name == name }?.value
  }

  /// Every value of a field that may stand several times.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  var openText: String { FieldList.text(open) }
  var hiddenText: String { FieldList.text(hidden) }
  public var description: String { FieldList.text(fields) }

  /// - Parameters:
  ///   - text: the lines in the chain, with or without the digest of the hidden ones.
  ///   - hidden: the lines beside it.
  init(parsing text: String, hidden: String = "") {
    open = FieldList.fields(HiddenText.withoutDigest(text))
    self.hidden = FieldList.fields(hidden[...])
  }

  private static func text(_ fields: [Field]) -> String {
    fields.map { "\($0.name)=\(FieldList.escaped($0.value))" }.joined(separator: "\n")
  }

  private static func fields(_ text: Substring) -> [Field] {
    var fields: [Field] = []
    var rest = text.utf8
    while !rest.isEmpty {
      let line = rest[..<FieldList.endOfLine(rest)]
      rest = rest[line.endIndex...].dropFirst()
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let value = line[line.index(after: sign)...]
      fields.append((String(Substring(line[..<sign])), FieldList.unescaped(value)))
    }
    return fields
  }

  /// A line ends at a line feed, but not at one after a carriage return: earlier versions did not escape
  /// that.
  private static func endOfLine(_ text: Substring.UTF8View) -> String.Index {
    var start = text.startIndex
    while let end = text[start...].firstIndex(of: 0x0A) {
      if end == text.startIndex || text[text.index(before: end)] != 0x0D { return end }
      start = text.index(after: end)
    }
    return text.endIndex
  }

  /// A backslash, the end of a line or of a list's cell, of which these cannot consist.
  static func isEscaped(_ byte: UInt8) -> Bool { byte == 0x5C || byte == 0x0A || byte == 0x09 }

  static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: isEscaped) else { return value }
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      if isEscaped(byte) { bytes.append(0x5C) }
      switch byte {
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ value: Substring.UTF8View) -> String {
    guard value.contains(0x5C) else { return String(Substring(value)) }
    var bytes: [UInt8] = []
    var isAfterBackslash = false
    for byte in value {
      if !isAfterBackslash, byte == 0x5C {
        isAfterBackslash = true
        continue
      }
      switch byte {
      case UInt8(ascii: "n") where isAfterBackslash: bytes.append(0x0A)
      case UInt8(ascii: "t") where isAfterBackslash: bytes.append(0x09)
      default: bytes.append(byte)
      }
      isAfterBackslash = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whatever is hidden: what is kept in clear and what beside the chain is a matter of the version
  /// that wrote it.
  public static func == (a: FieldList, b: FieldList) -> Bool {
    if a.open.elementsEqual(b.open, by: ==), a.hidden.elementsEqual(b.hidden, by: ==) {
      return true
    }
    return a.sorted.elementsEqual(b.sorted, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    for field in sorted {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }

  /// By name; fields of one name stay in their order.
  private var sorted: [Field] {
    fields.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
      .map(\.element)
  }
}
