extension LineSource: CustomStringConvertible {
  /// `typed`, `indicator clinics.accepted month`, `count union.contract kind=wage sum workers`,
  /// `formula [1] + [2]`, as files and the database write it.
  public var description: String {
    switch self {
    case .typed: "typed"
    case .indicator(let code, let reading): "indicator \(code) \(reading.rawValue)"
    case .count(let register, let filter, let sum):
      (["count", register, filter] + (sum.map { ["sum", $0] } ?? []))
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .formula(let formula): "formula \(formula)"
    }
  }

  /// Reads what `description` writes, with 填报, 指标, 计数, 合计 and 公式 for its words; an empty text is
  /// `typed`.
  public init(_ text: some StringProtocol) throws(LineSourceFault) {
    let text = String(text)
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      self = .typed
      return
    }
    switch first.lowercased() {
    case "typed", "填报":
      if words.count > 1 { throw .unknownWord(String(words[1])) }
      self = .typed
    case "indicator", "指标": self = try LineSource.indicator(words.dropFirst())
    case "count", "计数": self = try LineSource.count(text[first.endIndex...])
    case "formula", "公式":
      let before = text.distance(from: text.startIndex, to: first.endIndex)
      do throws(FormulaFault) {
        self = .formula(try Formula(text[first.endIndex...]))
      } catch { throw .formula(error.moved(by: before)) }
    default: throw .unknownWord(String(first))
    }
  }

  private static func indicator(
    _ words: ArraySlice<Substring>
  ) throws(LineSourceFault) -> LineSource {
    guard let last = words.last else { throw .noName }
    // A name may have blanks.
    guard words.count > 1, let reading = IndicatorReading(named: last) else {
      throw .noReading(words.dropFirst().joined(separator: " "))
    }
    return .indicator(words.dropLast().joined(separator: " "), reading)
  }

  /// A register, then a filter as it stands, with its own blanks; a field to sum may end it.
  private static func count(_ text: Substring) throws(LineSourceFault) -> LineSource {
    var words = text.split(whereSeparator: \.isWhitespace)
    guard let register = words.first else { throw .noName }
    var sum: String?
    var end = text.endIndex
    if words.count > 2, case let word = words[words.count - 2],
      ["sum", "合计"].contains(word.lowercased()),
      text[..<word.startIndex].count(where: { $0 == "'" || $0 == "\"" }).isMultiple(of: 2)
    {
      sum = words.popLast().map { String($0) }
      end = words.popLast()?.startIndex ?? end
    }
    let filter = String(text[register.endIndex..<end]).trimmingBlanks
    return .count(register: String(register), filter: filter, sum: sum)
  }
}

extension IndicatorReading {
  /// A reading by its word: `month`, `本月`; `year`, `本年`; `period`, `本期`; `level`, `期末`.
  public init?(named text: some StringProtocol) {
    switch text.lowercased() {
    case "month", "本月": self = .month
    case "year", "本年", "本年累计": self = .year
    case "period", "本期": self = .period
    case "level", "期末", "时点": self = .level
    default: return nil
    }
  }
}

extension FormulaFault {
  /// The fault in a text in which so many characters stand before the formula.
  func moved(by count: Int) -> FormulaFault {
    switch self {
    case .nothing(let column): .nothing(column: column + count)
    case .unexpected(let character, let column): .unexpected(character, column: column + count)
    case .open(let bracket, let column): .open(bracket, column: column + count)
    case .noLine(let column): .noLine(column: column + count)
    case .lastOfNoLine(let column): .lastOfNoLine(column: column + count)
    case .numberTooLarge(let column): .numberTooLarge(column: column + count)
    case .tooDeep(let column): .tooDeep(column: column + count)
    case .tooLong: .tooLong
    }
  }
}
