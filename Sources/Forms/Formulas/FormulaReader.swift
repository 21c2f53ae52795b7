internal import TargetEngine

/// Reads one formula from left to right.
struct FormulaReader {
  private let characters: [Character]
  private var place = 0
  private var depth = 0
  private static let deepest = 100

  var count: Int { characters.count }

  init(_ text: some StringProtocol) {
    characters = text.map { character in
      switch character {
      case "×": "*"
      case "÷": "/"
      case "−": "-"
      case "【": "["
      case "】": "]"
      default: character.halfWidth
      }
    }
  }

  mutating func whole() throws(FormulaFault) -> Formula {
    if next == "=" { place += 1 }
    let formula = try sum()
    if let rest = next { throw .unexpected(rest, column: place + 1) }
    return formula
  }

  /// The next character that is no blank.
  private var next: Character? {
    mutating get {
      while place < count, characters[place].isWhitespace { place += 1 }
      return place < count ? characters[place] : nil
    }
  }

  private mutating func sum() throws(FormulaFault) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= FormulaReader.deepest else { throw .tooDeep(column: place + 1) }
    var formula = try product()
    while let sign = next.flatMap(Formula.Operator.init), !sign.isProduct {
      place += 1
      formula = .operation(formula, sign, try product())
    }
    return formula
  }

  private mutating func product() throws(FormulaFault) -> Formula {
    var formula = try factor()
    while let sign = next.flatMap(Formula.Operator.init), sign.isProduct {
      place += 1
      formula = .operation(formula, sign, try factor())
    }
    return formula
  }

  private mutating func factor() throws(FormulaFault) -> Formula {
    var isNegative = false
    if next == "-" {
      isNegative = true
      place += 1
    }
    let atom = try atom()
    return isNegative ? .negative(atom) : atom
  }

  private mutating func atom() throws(FormulaFault) -> Formula {
    guard let first = next, first != ")" else { throw .nothing(column: place + 1) }
    switch first {
    case "[": return .line(try line())
    case "(": return try bracketed()
    case _ where first.isASCIIDigit: return .constant(try number())
    default:
      let start = place
      guard skip("last") || skip("上期") else { throw .unexpected(first, column: place + 1) }
      return .last(try lastLine(from: start))
    }
  }

  private mutating func bracketed() throws(FormulaFault) -> Formula {
    let start = place
    place += 1
    let formula = try sum()
    guard let end = next else { throw .open("(", column: start + 1) }
    guard end == ")" else { throw .unexpected(end, column: place + 1) }
    place += 1
    return formula
  }

  private mutating func lastLine(from start: Int) throws(FormulaFault) -> LineNumber {
    guard next == "(" else { throw .lastOfNoLine(column: start + 1) }
    let opening = place
    place += 1
    guard next == "[" else { throw .lastOfNoLine(column: start + 1) }
    let line = try line()
    guard let end = next else { throw .open("(", column: opening + 1) }
    guard end == ")" else { throw .lastOfNoLine(column: start + 1) }
    place += 1
    return line
  }

  private mutating func line() throws(FormulaFault) -> LineNumber {
    let start = place
    guard let end = characters[start...].firstIndex(of: "]") else {
      throw .open("[", column: start + 1)
    }
    let text = characters[(start + 1)..<end]
    if let inner = text.firstIndex(of: "[") { throw .unexpected("[", column: inner + 1) }
    guard let line = LineNumber(String(text)) else { throw .noLine(column: start + 1) }
    place = end + 1
    return line
  }

  private mutating func number() throws(FormulaFault) -> Decimal {
    let start = place
    var places: Int?
    while place < count {
      let character = characters[place]
      if character.isASCIIDigit {
        places = places.map { $0 + 1 }
      } else if character == ".", places == nil {
        places = 0
      } else {
        break
      }
      place += 1
    }
    if places == 0 { throw .unexpected(".", column: place) }
    let text = String(characters[start..<place])
    guard let units = try? Amount.parse(text, decimals: places ?? 0) else {
      throw .numberTooLarge(column: start + 1)
    }
    return Decimal(units, places: places ?? 0)
  }

  /// Passes over a word, in small or capital letters.
  private mutating func skip(_ word: String) -> Bool {
    let end = place + word.count
    guard end <= count, String(characters[place..<end]).lowercased() == word else { return false }
    place = end
    return true
  }
}
