extension String {
  /// With digits in place of Chinese numerals up to 99: `次月15日` for `次月十五日`. Others stay.
  public var withDigits: String {
    var (text, run) = ("", "")
    for character in self + " " {
      if ChineseNumeral.characters.contains(character) {
        run.append(character)
        continue
      }
      let number = ChineseNumeral.value(of: run)
      text += number.map { "\($0)" } ?? run
      // 次周一12:00 is no 112:00.
      if number != nil, character.isASCIIDigit { text.append(" ") }
      text.append(character)
      run = ""
    }
    return String(text.dropLast())
  }
}

private enum ChineseNumeral {
  static let characters = Set("十一二三四五六七八九")
  private static let digits = Array("一二三四五六七八九")

  static func value(of run: String) -> Int? {
    let parts = run.split(separator: "十", omittingEmptySubsequences: false)
    guard !run.isEmpty, parts.count < 3, parts.allSatisfy({ $0.count < 2 }) else { return nil }
    let numbers = parts.map { $0.first.flatMap(digits.firstIndex(of:)).map { $0 + 1 } }
    if numbers.count == 1 { return numbers[0] }
    return (numbers[0] ?? 1) * 10 + (numbers[1] ?? 0)
  }
}
