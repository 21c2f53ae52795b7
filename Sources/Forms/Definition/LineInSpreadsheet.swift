internal import TargetEngine

/// What spreadsheets make of the numbers of lines. Source: `forms.md`, "Files".
extension LineNumber {
  /// As a spreadsheet leaves it: of 1.10 it makes 1.1, of 1-2 a day, and brackets keep it.
  public var inSpreadsheet: String {
    let isWord = !description.contains(where: \.isASCII)
    return isWord || asNumber == description ? description : "[\(description)]"
  }

  /// Reads it with or without the brackets.
  public init?(inSpreadsheet text: some StringProtocol) {
    let plain = text.halfWidth
    self.init(LineNumber.isBracketed(plain) ? String(plain.dropFirst().dropLast()) : plain)
  }

  /// Whether a text has the brackets, which keep a number as it was written.
  public static func isBracketed(_ text: some StringProtocol) -> Bool {
    let plain = text.halfWidth
    return plain.count > 2 && plain.first == "[" && plain.last == "]"
  }

  /// Whether a spreadsheet would have made another number of it, such as 1.1 of 1.10.
  public var hasKeptZeros: Bool { asNumber.map { $0 != description } ?? false }

  /// Whether it may be what a spreadsheet has made of another, such as 1.1 of 1.10.
  public var mayHaveLostZero: Bool { description.contains(".") && asNumber == description }

  /// What a spreadsheet makes of it where that is a number: 1.1 of 1.1, 1.10 and 1.100.
  var asNumber: String? {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count < 3, parts.allSatisfy({ (1...9).contains($0.count) }),
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    var rest = parts.count > 1 ? parts[1] : ""
    while rest.last == "0" { rest.removeLast() }
    return (whole.isEmpty ? "0" : String(whole)) + (rest.isEmpty ? "" : "." + rest)
  }
}

/// The lines of a form of which a spreadsheet makes the same number, such as 1.1 and 1.10.
///
/// ```swift
/// AlikeLines(version.lines.map(\.number)).meant(by: LineNumber("1.1"))   // 1.1, 1.10
/// ```
public struct AlikeLines: Sendable {
  private let lines: [String: [LineNumber]]

  public init(_ numbers: [LineNumber]) {
    lines = Dictionary(grouping: numbers.filter { $0.asNumber != nil }) { $0.asNumber ?? "" }
      .filter { $0.value.contains(where: \.hasKeptZeros) }
  }

  /// Whether a spreadsheet leaves each number as it is.
  public var isEmpty: Bool { lines.isEmpty }

  /// The lines that a number without brackets may be, where it may be another than its own; else none.
  public func meant(by number: LineNumber) -> [LineNumber] {
    lines.isEmpty ? [] : lines[number.description] ?? []
  }
}
