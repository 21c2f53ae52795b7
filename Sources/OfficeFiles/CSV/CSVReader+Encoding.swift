extension CSVReader {
  /// How much text is looked at to tell GB18030 from UTF-8: more only where the first piece leaves it open.
  private static let evidenceWindows = [1 << 16, 1 << 22]

  private static let longestSign = 64

  /// Whether a text without a mark has a zero in every second byte where it is plain ASCII: delimiters are.
  private static func isUTF16(_ start: [UInt8]) -> Bool {
    let zeros = start.indices.filter { start[$0] == 0 }
    return zeros.count > 1 && Set(zeros.map { $0 % 2 }).count == 1
      && zeros.allSatisfy { (1..<0x80).contains(start[$0 ^ 1 < start.count ? $0 ^ 1 : $0]) }
  }

  mutating func readByteOrderMark() throws(CSVFault) {
    try fetch(atLeast: Self.longestSign)
    let start = (0..<min(Self.longestSign, window.end)).map { window.base[$0] }
    if let form = BinaryForm(start) { throw stop(.notText(form)) }
    if Self.isUTF16(start) { throw stop(.unsupportedEncoding("UTF-16")) }
    let head = Array(start.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      window.position = 3
      isEncodingKnown = true
    } else if head.starts(with: [0x84, 0x31, 0x95, 0x33]) {
      window.position = 4
      try switchToGB18030()
    } else if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
      throw stop(.unsupportedEncoding("UTF-32"))
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw stop(.unsupportedEncoding("UTF-16"))
    }
  }

  /// Called for the first record that is not ASCII: everything before reads the same either way.
  mutating func decideEncoding() throws(CSVFault) {
    for length in Self.evidenceWindows where !isEncodingKnown { try decideEncoding(by: length) }
    if !isEncodingKnown, let doubt = encodingDoubt { throw stop(.doubtfulEncoding(doubt)) }
  }

  /// Decides by a stretch of text, or leaves it open with the doubt.
  private mutating func decideEncoding(by length: Int) throws(CSVFault) {
    try fetch(atLeast: length)
    let count = min(window.end - window.position, length)
    let isWhole = window.isComplete && window.position + count == window.end
    let text = UnsafeBufferPointer(
      start: UnsafePointer(window.base + window.position), count: count)
    let evidence = EncodingEvidence(utf8: text, isWhole: isWhole)
    encodingDoubt = nil
    guard evidence.mayBeForeign else {
      isEncodingKnown = true
      return
    }
    let pairs = BytePairs(text)
    if evidence.faults > 0, pairs.areTraditional { throw stop(.unsupportedEncoding("Big5")) }
    let faults = GB18030Decoder.faults(in: UnsafeRawBufferPointer(text), isWhole: isWhole)
    if evidence.isDoubtful(gb18030Faults: faults ?? 0, pairs) {
      encodingDoubt = EncodingDoubt(text)
      switch pairs.reading {
      case .latin:
        encodingDoubt?.taken = .utf8
        isEncodingKnown = true
      case .chinese:
        encodingDoubt?.taken = .gb18030
        try switchToGB18030()
      case .open: break
      }
    } else if evidence.yields(toGB18030Faults: faults ?? 0, pairs) {
      try switchToGB18030()
    } else {
      isEncodingKnown = true
    }
  }

  private mutating func switchToGB18030() throws(CSVFault) {
    isEncodingKnown = true
    let hasSwitched: Bool
    do throws(FileFault) {
      hasSwitched = try window.switchToGB18030()
    } catch {
      throw stop(.unreadable(error))
    }
    if !hasSwitched { throw stop(.unsupportedEncoding("GB18030")) }
  }

  /// Fetches until `count` bytes from the window's position on are in memory or the file ends.
  mutating func fetch(atLeast count: Int) throws(CSVFault) {
    do throws(FileFault) {
      try window.more(atLeast: count)
    } catch {
      throw stop(.unreadable(error))
    }
  }
}
