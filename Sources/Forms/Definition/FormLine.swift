public import TargetEngine

/// A line 指标行 of a form.
public struct FormLine: Sendable, Hashable, Identifiable {
  public var number: LineNumber
  public var title: Text
  public var content: LineContent
  /// Whether a submission is none while it is empty. What a formula gives is never asked for.
  public var isRequired: Bool
  /// Where its value comes from.
  public var source: LineSource
  /// To which indicator a typed amount is posted; nil where it is none.
  public var posting: LinePosting?

  /// Its number: a line of the same number takes its place.
  public var id: LineNumber { number }

  public init(
    _ number: LineNumber, _ title: Text, _ content: LineContent, isRequired: Bool = false,
    source: LineSource = .typed, posting: LinePosting? = nil
  ) {
    self.number = number
    self.title = title
    self.content = content
    self.isRequired = isRequired
    self.source = source
    self.posting = posting
  }

  /// How many decimal places its amounts have; nil where it has no amounts.
  public var decimals: Int? {
    guard case .amount(let decimals, _) = content else { return nil }
    return decimals
  }
}

/// The indicator to which a typed amount is posted when the form is accepted.
public struct LinePosting: Sendable, Hashable, CustomStringConvertible {
  /// The indicator's code.
  public var indicator: String
  /// Whether the line tells the whole event anew each time, so that a later period of an event takes the
  /// place of an earlier one.
  public var isCumulative: Bool

  public init(_ indicator: String, isCumulative: Bool = false) {
    self.indicator = indicator
    self.isCumulative = isCumulative
  }

  /// Reads `disaster.moved` and `disaster.moved cumulative` (累计). Nil for anything else.
  public init?(text: some StringProtocol) {
    var words = text.split(whereSeparator: \.isWhitespace).map { String($0) }
    let isCumulative =
      words.count > 1 && ["cumulative", "累计"].contains(words.last?.lowercased() ?? "")
    if isCumulative { words.removeLast() }
    guard !words.isEmpty else { return nil }
    self.init(words.joined(separator: " "), isCumulative: isCumulative)
  }

  /// The same for people.
  public var words: Text {
    Text(isCumulative ? "\(indicator) 累计" : indicator, description)
  }

  public var description: String { isCumulative ? "\(indicator) cumulative" : indicator }
}
