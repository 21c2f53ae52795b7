internal import TargetEngine

/// What a line is called within its form: `1`, `1.2`, `合计`.
public struct LineNumber: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  /// Nil for a text without anything to see, and for brackets, between which formulas write it. Full-width
  /// digits are the same as others, and blanks say nothing.
  public init?(_ text: some StringProtocol) {
    let seen = text.halfWidth.unicodeScalars.filter {
      !$0.properties.isWhitespace && !ComparedName.isInvisible($0)
    }
    let plain = OneLine.folded(String(seen))
    guard !plain.isEmpty, !plain.contains(where: { "[]".contains($0) }) else { return nil }
    description = plain
  }

  /// Whether it stands before another by their numbers: `1.2` before `1.10` before `2`; nil where either
  /// is a word.
  func precedes(_ other: LineNumber) -> Bool? {
    guard let own = parts, let others = other.parts else { return nil }
    return own.lexicographicallyPrecedes(others)
  }

  private var parts: [Int]? {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    return numbers.count == parts.count ? numbers : nil
  }
}
