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
  /// Whether some pairs can only be letters and signs in UTF-8, and some only Chinese, by what stands beside them.
  private var hasLatin = false
  private var hasChinese = false

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var previous: UInt8 = 0
    while index + 1 < text.count {
      let (lead, trail) = (text[index], text[index + 1])
      guard lead >= 0x80 else {
        previous = lead
        index += 1
        continue
      }
      if (0x30...0x39).contains(trail) {
        long += 1
        index += 4
      } else {
        add(lead, trail)
        let next = index + 2 < text.count ? text[index + 2] : 0
        switch PairReading(lead, trail, after: previous, before: next) {
        case .latin: hasLatin = true
        case .chinese: hasChinese = true
        case .open: break
        }
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

  /// What they are by what stands beside them, where all of them are characters in UTF-8 too.
  var reading: PairReading {
    switch (hasLatin, hasChinese) {
    case (true, false): .latin
    case (false, true): .chinese
    default: .open
    }
  }

  /// Whether all of it is Chinese of GB 2312.
  var areSimplified: Bool { count > 0 && simplified == count && long == 0 }

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
