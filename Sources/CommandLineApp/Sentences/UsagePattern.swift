/// A sentence of the parser with holes, and how it is said in Chinese.
struct UsagePattern: Sendable {
  /// What stands before, between and after the holes.
  private let parts: [String]
  private let chinese: @Sendable ([String]) -> String

  /// - Parameters:
  ///   - english: the sentence, with `{}` for each hole.
  ///   - chinese: told what stood in the holes.
  init(_ english: String, _ chinese: @escaping @Sendable ([String]) -> String) {
    var parts: [String] = [""]
    var rest = english[...]
    while let hole = rest.firstRange(of: "{}") {
      parts[parts.count - 1] = String(rest[..<hole.lowerBound])
      parts.append("")
      rest = rest[hole.upperBound...]
    }
    parts[parts.count - 1] = String(rest)
    self.parts = parts
    self.chinese = chinese
  }

  /// The sentence in Chinese; nil when `message` is another one.
  func translate(_ message: String) -> String? {
    holes(in: message).map(chinese)
  }

  /// What stands in the holes: each reaches to the first place where the next part stands, the
  /// last one to the end.
  private func holes(in message: String) -> [String]? {
    guard let first = parts.first, let last = parts.last, message.hasPrefix(first) else {
      return nil
    }
    guard parts.count > 1 else { return message == first ? [] : nil }
    var rest = message.dropFirst(first.count)
    var holes: [String] = []
    for part in parts[1..<(parts.count - 1)] {
      guard let place = rest.firstRange(of: part) else { return nil }
      holes.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return holes + [String(rest.dropLast(last.count))]
  }
}
