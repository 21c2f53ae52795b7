/// What two bytes are most likely that are one character in UTF-8 and another in GB 2312, by what stands
/// beside them: é in café is a letter, 枚 in 5枚 is not ö.
enum PairReading {
  /// A letter or a sign of UTF-8.
  case latin
  /// A character of GB 2312.
  case chinese
  /// Either: a cell that holds é alone may hold 茅.
  case open

  /// - Parameters:
  ///   - previous: the byte before the two; one that is no ASCII for another pair.
  ///   - next: the byte after them.
  init(_ lead: UInt8, _ trail: UInt8, after previous: UInt8, before next: UInt8) {
    let isInWord = PairReading.isSmall(previous) || PairReading.isSmall(next)
    switch (lead, trail) {
    case (0xC2, 0xA3), (0xC2, 0xA5):
      self = PairReading.ofCurrency(trail, after: previous, before: next)
    case (0xC2, 0xB0...0xB3):
      // 25°, °C, ±5, m².
      let isBeside = PairReading.isDigit(previous) || PairReading.isLetter(previous)
      self = isBeside || PairReading.isDigit(next) || PairReading.isLetter(next) ? .latin : .open
    case (0xC2, 0xA7): self = PairReading.isDigit(next) ? .latin : .open
    case (0xC2, 0xB7):
      // 5路, but not 3·8.
      let isNumber = PairReading.isDigit(previous) && !PairReading.isDigit(next)
      self = isInWord ? .latin : isNumber ? .chinese : .open
    case (0xC2, 0xBC...0xBE) where PairReading.isDigit(previous): self = .latin
    case (0xC3, 0xB7): self = isInWord ? .latin : .open
    case (0xC3, _): self = isInWord ? .latin : PairReading.isDigit(previous) ? .chinese : .open
    case (0xC2, _): self = isInWord ? .latin : .open
    case (0xC4...0xC5, _): self = isInWord ? .latin : .chinese
    default: self = .chinese
    }
  }

  /// £ and ¥ stand before an amount, 楼 behind a number or a letter.
  private static func ofCurrency(
    _ trail: UInt8, after previous: UInt8, before next: UInt8
  ) -> PairReading {
    switch (isDigit(previous) || isLetter(previous), isDigit(next)) {
    case (false, true): .latin
    case (true, false) where trail == 0xA5: .chinese
    default: .open
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte < 0x80 && (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Whether it is a small letter: Chinese has capitals beside it, as in A村.
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
