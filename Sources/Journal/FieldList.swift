/// The state of a unit, indicator, setting or record as the journal keeps it: a line `name=value`
/// for each field, legible in any database tool. The same state has the same text.
///
/// What may have to be destroyed one day is hidden: it lies beside the chain, which has only a
/// salted digest of it.
public struct FieldList: Sendable, Hashable, CustomStringConvertible {
  /// A field of a state: its name in the journal, and its value as text.
  public typealias Field = (name: String, value: String)

  private var open: [Field] = []
  private var hidden: [Field] = []

  /// A state without fields.
  public init() {}

  /// All fields, the hidden ones last.
  public var fields: [Field] { open + hidden }

  /// Adds a field; an absent value leaves it out.
  public mutating func add(_ name: String, _ value: String?, isHidden: Bool = false) {
    guard let value else { return }
    if isHidden { hidden.append((name, value)) } else { open.append((name, value)) }
  }

  /// Adds a number; nil leaves the field out.
  public mutating func add(_ name: String, _ value: (some BinaryInteger)?) {
    add(name, value.map { "\($0)" })
  }

  /// The value of a field; nil when the state has none.
  public subscript(name: String) -> String? {
    open.first { $0.name == name }?.value ?? hidden.first { $0.name == name }?.value
  }

  /// Every value of a field that may stand several times.
  public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// The lines that lie in the chain.
  public var openText: String { FieldList.text(open) }
  /// The lines that lie beside the chain.
  public var hiddenText: String { FieldList.text(hidden) }
  /// All lines.
  public var description: String { FieldList.text(fields) }

  /// - Parameters:
  ///   - text: the lines in the chain, with or without the digest of the hidden ones.
  ///   - hidden: the lines beside it.
  ///   - isName: see `FieldLines`.
  public init(
    parsing text: String, hidden: String = "",
    _ isName: @escaping FieldLines.Naming = { FieldLines.coreNames.contains($0) }
  ) {
    open = FieldLines(HiddenText.withoutDigest(text), isName).fields
    self.hidden = FieldLines(hidden[...], isName).fields
  }

  private static func text(_ fields: [Field]) -> String {
    fields.map { "\($0.name)=\(LineEscape.escaped($0.value))" }.joined(separator: "\n")
  }

  /// Whatever is hidden: what is kept in clear and what beside the chain is a matter of the version
  /// that wrote it.
  public static func == (a: FieldList, b: FieldList) -> Bool {
    if a.open.elementsEqual(b.open, by: ==), a.hidden.elementsEqual(b.hidden, by: ==) {
      return true
    }
    return a.sorted.elementsEqual(b.sorted, by: ==)
  }

  /// States are equal whatever the order of their fields.
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
