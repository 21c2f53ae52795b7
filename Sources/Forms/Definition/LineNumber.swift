internal import TargetEngine

/// What a line is called within its form: `1`, `1.2`, `合计`.
public struct LineNumber: Sendable, CustomStringConvertible {
  public let description: String
  /// Known beforehand: a sum asks for 1 200 × 60 lines by it.
  private let hash: Int

  /// Nil for a text without anything to see, and for brackets, between which formulas write it. Full-width
  /// digits are the same as others, and blanks say nothing.
  public init?(_ text: some StringProtocol) {
    let plain = LineNumber.plain(text)
    guard !plain.isEmpty, !plain.utf8.contains(where: LineNumber.isBracket) else { return nil }
    description = plain
    hash = plain.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private static func plain(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy(\.isGraphic) { return String(text) }
    let seen = OneLine.folded(text.halfWidth).unicodeScalars.filter {
      !$0.properties.isWhitespace && !ComparedName.isInvisible($0)
    }
    return String(seen)
  }

  /// Whether it is made of numbers: `1.2`, and not `合计`.
  var isNumeric: Bool { parts != nil }

  private var parts: [Int]? {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    return numbers.count == parts.count ? numbers : nil
  }
}

extension LineNumber: Hashable {
  public static func == (a: LineNumber, b: LineNumber) -> Bool {
    a.hash == b.hash && a.description == b.description
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension LineNumber: Comparable {
  /// By their numbers, `1.2` before `1.10` before `2`; then the words.
  public static func < (a: LineNumber, b: LineNumber) -> Bool {
    switch (a.parts, b.parts) {
    case (let own?, let others?) where own != others: own.lexicographicallyPrecedes(others)
    case (.some, nil): true
    case (nil, .some): false
    default: a.description < b.description
    }
  }
}
