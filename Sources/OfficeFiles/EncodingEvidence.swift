/// How well a stretch of text reads as UTF-8, to tell it from GB18030.
///
/// A single bad byte proves nothing: a UTF-8 file with one cut character must be reported, not
/// read as GB18030, and some pairs of Chinese characters in GB18030 happen to be correct UTF-8.
/// So both readings are tried over a window and the far better one is taken.
struct EncodingEvidence {
  /// Characters of two bytes or more.
  var characters = 0
  /// Characters of three bytes or more, as Chinese has them in UTF-8.
  var wide = 0
  /// Places that are no character; a character cut by the window's end does not count.
  var faults = 0

  init(utf8 text: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    guard let base = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      switch UTF8Check.step(base, at: index, end: text.count) {
      case .character(let length):
        if length > 1 { characters += 1 }
        if length > 2 { wide += 1 }
        index += length
      case .invalid(let length):
        faults += 1
        index += length
      case .cut:
        if isWhole { faults += 1 }
        index = text.count
      }
    }
  }

  /// Whether the text may be something other than UTF-8.
  var mayBeForeign: Bool { faults > 0 || wide == 0 }

  /// Whether it reads without a fault as UTF-8 and as Chinese of GB18030: 平山 is ƽɽ in UTF-8, é is 茅 in GB 2312.
  /// Then only what stands beside the characters tells.
  ///
  /// - Parameter pairs: what the bytes are as characters of two bytes each.
  func isDoubtful(gb18030Faults other: Int, _ pairs: BytePairs) -> Bool {
    faults == 0 && wide == 0 && other == 0 && pairs.areSimplified
  }

  /// Whether a reading as GB18030 with that many faults is far better than this one.
  func yields(toGB18030Faults other: Int, _ pairs: BytePairs) -> Bool {
    if faults > 0, wide == 0, other == 0, pairs.areSimplified { return true }
    // Of UTF-8 that is damaged hardly any pair is of GB 2312; of 联系电话 two in three are characters there.
    if faults > 0, other == 0, pairs.areMostlySimplified { return true }
    return faults > characters && other * 4 < faults
  }
}
