public import TargetEngine

/// What a unit writes into a line.
public enum LineContent: Sendable, Hashable {
  /// A number with so many decimal places, of what `measure` counts.
  case amount(decimals: Int, measure: String)
  case text
  /// One of several words.
  case choice([String])
  case day

  /// Whether it can be computed, added up and posted.
  public var isAmount: Bool {
    guard case .amount = self else { return false }
    return true
  }

  /// What its amounts are of; nil where that is not told, and where it has none.
  public var measure: String? {
    guard case .amount(_, let measure) = self, !measure.isEmpty else { return nil }
    return measure
  }

  /// What it is called for people.
  public var title: Text {
    switch self {
    case .amount: Text("数值", "amount")
    case .text: Text("文本", "text")
    case .choice(let choices):
      Text("选项 \(choices.joined(separator: ";"))", "choice \(choices.joined(separator: ";"))")
    case .day: Text("日期", "day")
    }
  }

  /// The word of the column `content` in form-lines.csv: `amount`, `text`, `choice 有;无`, `day`.
  public var word: String {
    switch self {
    case .amount: "amount"
    case .text: "text"
    case .choice(let choices): "choice \(choices.joined(separator: ";"))"
    case .day: "day"
    }
  }

  /// Reads the columns of form-lines.csv; in Chinese 数值, 文本, 选项 and 日期. Nil for another word, and
  /// for a choice between fewer than two.
  public init?(_ word: some StringProtocol, decimals: Int = 0, measure: String = "") {
    let parts = word.halfWidth.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    switch (parts.first?.lowercased(), parts.count) {
    case ("amount", 1), ("数值", 1): self = .amount(decimals: decimals, measure: measure)
    case ("text", 1), ("文本", 1): self = .text
    case ("day", 1), ("日期", 1): self = .day
    case ("choice", 2), ("选项", 2):
      let choices = parts[1].split(separator: ";").map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
      guard choices.count > 1, Set(choices).count == choices.count else { return nil }
      self = .choice(choices)
    default: return nil
    }
  }
}
