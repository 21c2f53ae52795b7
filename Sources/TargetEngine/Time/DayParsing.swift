extension Day {
  /// Reads a day as people write it: `2021-06-28`, `2021/6/28`, `2021.6.28`, `2021年6月28日`,
  /// `20210628`, in half-width or full-width digits. A time of day behind it is read where it is midnight,
  /// as spreadsheets write it. Nil for anything else, and for a day that the calendar does not have.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    if let day = Day(iso: bytes) {
      self = day
      return
    }
    guard var text = PlainText(bytes) else { return nil }
    text.removeMidnight()
    guard let parts = text.numbers(separators: Day.separators) else { return nil }
    switch (parts.count, parts.first?.digits) {
    case (3, 4):
      guard parts[1].digits <= 2, parts[2].digits <= 2 else { return nil }
      self.init(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    case (1, 8): self.init(rawValue: parts[0].value)
    default: return nil
    }
  }

  /// See `init(parsing:)` for bytes.
  public init?(_ text: some StringProtocol) {
    guard let day = PlainText.withBytes(of: text, { Day(parsing: $0) }) else { return nil }
    self = day
  }

  private static let separators: [[UInt8]] = [
    Array("--".utf8), Array("//".utf8), Array("..".utf8), PlainText.yearMonthDay,
  ]

  /// The form of our own files and of most others, without a detour: `2021-06-28`.
  private init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash else { return nil }
    var value = 0
    for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    self.init(rawValue: value)
  }
}

extension PlainText {
  /// Takes away a time of day that says nothing: `0:00`, `00:00:00`.
  fileprivate mutating func removeMidnight() {
    guard let start = bytes.lastIndex(of: UInt8(ascii: " ")), start > 0 else { return }
    let groups = bytes[(start + 1)...].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let isMidnight =
      (2...3).contains(groups.count)
      && groups.allSatisfy { group in
        (1...2).contains(group.count) && group.allSatisfy { $0 == UInt8(ascii: "0") }
      }
    guard isMidnight else { return }
    bytes.removeSubrange(start...)
    trim()
  }
}
