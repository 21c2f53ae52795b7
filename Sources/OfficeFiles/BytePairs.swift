/// The bytes of a text as characters of two bytes each, as in GB 2312 and in Big5, to tell the two apart,
/// and both from a text in UTF-8 that is none of them.
struct BytePairs {
  /// All pairs.
  private var count = 0
  /// Pairs within the characters of GB 2312.
  private var simplified = 0
  /// Pairs that Big5 has, and those of them that are common there.
  private var traditional = 0
  private var common = 0
  /// Pairs that GB 2312 has for nothing that an office writes, or not at all.
  private var strange = 0
  /// Characters of GB18030 of four bytes, which Big5 does not have.
  private var long = 0
  /// Pairs that stand alone and are a letter or a sign of Latin-1 in UTF-8.
  private var latin = 0
  /// Whether a letter stands right beside a pair, as in café.
  private var touchesLetter = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var previous: UInt8 = 0
    while index + 1 < text.count {
      let (lead, trail) = (text[index], text[index + 1])
      guard lead >= 0x80 else {
        if BytePairs.isLetter(lead), index > 0, previous >= 0x80 { touchesLetter = true }
        previous = lead
        index += 1
        continue
      }
      if BytePairs.isLetter(previous) { touchesLetter = true }
      if (0x30...0x39).contains(trail) {
        long += 1
        index += 4
      } else {
        add(lead, trail)
        let next = index + 2 < text.count ? text[index + 2] : 0
        if previous < 0x80, next < 0x80, BytePairs.isLatin(lead, trail, before: next) { latin += 1 }
        index += 2
      }
      previous = 0xFF
    }
  }

  private mutating func add(_ lead: UInt8, _ trail: UInt8) {
    count += 1
    let isHigh = (0xA1...0xFE).contains(trail)
    if isHigh, (0xB0...0xF7).contains(lead) || (0xA1...0xA3).contains(lead) { simplified += 1 }
    if (0xA1...0xF9).contains(lead), isHigh || (0x40...0x7E).contains(trail) { traditional += 1 }
    if (0xA1...0xC6).contains(lead) { common += 1 }
    if !isHigh || (0xA4...0xAF).contains(lead) { strange += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// Whether two bytes that stand alone are é, ü, °, ±, ², § or £5 in UTF-8, and not a word by themselves in
  /// GB 2312, as 元 is.
  private static func isLatin(_ lead: UInt8, _ trail: UInt8, before next: UInt8) -> Bool {
    switch (lead, trail) {
    case (0xC3, 0x80...0xBF), (0xC2, 0xA7), (0xC2, 0xB0...0xB2): true
    case (0xC2, 0xA3), (0xC2, 0xA5): (0x30...0x39).contains(next)
    default: false
    }
  }

  /// Whether nothing but single letters and signs of Latin-1 is in it.
  var areLatin: Bool { count > 0 && latin == count && long == 0 }

  /// Whether all of it is Chinese of GB 2312.
  ///
  /// - Parameter besideLetters: whether letters may touch it, as in A村.
  func areSimplified(besideLetters: Bool) -> Bool {
    count > 0 && simplified == count && long == 0 && (besideLetters || !touchesLetter)
  }

  /// Whether it is Chinese of GB 2312 but for rare characters: one in ten, where there are enough to tell.
  var areMostlySimplified: Bool {
    count > 0 && long == 0 && (simplified == count || count >= 8 && simplified * 10 >= count * 9)
  }

  /// Whether all of it may be Big5, and more of it is common there than in GB 2312.
  var areTraditional: Bool {
    count > 0 && traditional == count && long == 0 && strange * 4 >= count
      && common * 4 >= count * 3
  }
}
