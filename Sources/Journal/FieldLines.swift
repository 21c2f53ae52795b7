/// Reads the lines `name=value` of a state.
///
/// Two earlier forms are read as well. Neither escaped a carriage return, and the older one did not
/// escape a line feed behind it either. So after a carriage return a line feed may end a field or
/// belong to its value. It ends the field when the name of a field follows that the state does not
/// have yet and does not have further down: the states of both forms name each field once.
public struct FieldLines {
  /// Whether a state of this kind may have a field of a name; asked only about earlier forms.
  public typealias Naming = (_ name: String) -> Bool

  private let text: Substring.UTF8View
  private let isName: Naming

  /// - Parameter isName: whether the state may have a field of a name.
  public init(_ text: Substring, _ isName: @escaping Naming) {
    self.text = text.utf8
    self.isName = isName
  }

  /// The fields in the order of their lines.
  public var fields: [FieldList.Field] {
    var fields: [FieldList.Field] = []
    var rest = text
    while !rest.isEmpty {
      let line = rest[..<endOfLine(rest, after: fields)]
      rest = rest[line.endIndex...].dropFirst()
      guard let name = FieldLines.name(of: line) else { continue }
      let value = line[line.index(name.endIndex, offsetBy: 1)...]
      fields.append((String(name), LineEscape.unescaped(value)))
    }
    return fields
  }

  private func endOfLine(
    _ rest: Substring.UTF8View, after fields: [FieldList.Field]
  ) -> String.Index {
    var start = rest.startIndex
    while let end = rest[start...].firstIndex(of: 0x0A) {
      let next = rest.index(after: end)
      let isAfterReturn = end > rest.startIndex && rest[rest.index(before: end)] == 0x0D
      if !isAfterReturn || beginsField(rest[next...], after: fields, rest) { return end }
      start = next
    }
    return rest.endIndex
  }

  /// - Parameter line: the text from the beginning of the line on of which the field would be next.
  private func beginsField(
    _ next: Substring.UTF8View, after fields: [FieldList.Field], _ line: Substring.UTF8View
  ) -> Bool {
    guard let found = FieldLines.name(of: next) else { return false }
    let name = String(found)
    guard isName(name) else { return false }
    if name == FieldLines.repeated { return true }
    let known = fields.map(\.name) + [FieldLines.name(of: line).map { String($0) } ?? ""]
    return !known.contains(name) && !FieldLines.hasLine(named: name, in: next)
  }

  private static func name(of line: Substring.UTF8View) -> Substring? {
    guard let sign = line.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == 0x0A }),
      line[sign] == UInt8(ascii: "=")
    else { return nil }
    return Substring(line[..<sign])
  }

  /// Whether a name begins a line after the first one.
  private static func hasLine(named name: String, in text: Substring.UTF8View) -> Bool {
    var rest = text
    while let end = rest.firstIndex(of: 0x0A) {
      rest = rest[rest.index(after: end)...]
      if FieldLines.name(of: rest) == Substring(name) { return true }
    }
    return false
  }
}

extension FieldLines {
  /// The one field that a state may have several times: a former name of a unit.
  public static let repeated = "alias"

  /// The fields of what is no record: of units, indicators, settings and so on.
  public static let coreNames: Set<String> = [
    "code", "name", "kind", "parent", "opened", "closed", repeated, "merged", "measure",
    "decimals", "direction", "numerator", "denominator", "value", "sha256", "indicator", "unit",
    "since", "by", "withdrawn", "month", "module", "edition", "cutoff", "tolerance", "fingerprint",
    "rounds", "document", "name-en", "first-month", "form",
    "cycle", "from", "title", "title-en", "due", "moves", "kinds", "below", "line", "check",
    "end-line",
    "end-check", "period", "until", "reason", "mark", "step", "listed", "amount", "text", "choice",
    "day", "explanation",
  ]
}
