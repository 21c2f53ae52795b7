extension Month {
  /// Reads `2021-06`, `2021/6`, `2021.6`, `2021年6月`, `202106`. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let period = Period(text), period.length == .month else { return nil }
    self = period.first
  }
}

extension Period {
  /// Reads a month as `Month` does, `2021Q2`, `2021-Q2`, `2021年第二季度`, `2021H1`, `2021年上半年`, `2021`,
  /// `2021年`. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let plain = PlainText.withBytes(of: text, { PlainText($0) }) else { return nil }
    let upper = String(decoding: plain.bytes, as: UTF8.self).uppercased()
    let year = upper.prefix { $0.isASCII && $0.isNumber }
    if year.count == 4, let number = Int(year), let first = Month(year: number, month: 1),
      let (offset, length) = Period.parts[upper.dropFirst(4).description]
    {
      self.init(first: first.adding(offset), length: length)
      return
    }
    guard let month = Period.month(plain) else { return nil }
    self.init(first: month, length: .month)
  }

  private static let parts: [String: (Int, Length)] = [
    "": (0, .year), "Y": (0, .year), "H1": (0, .halfYear), "H2": (6, .halfYear),
    "-H1": (0, .halfYear), "-H2": (6, .halfYear),
    "Y上半Y": (0, .halfYear), "Y下半Y": (6, .halfYear),
    "Q1": (0, .quarter), "Q2": (3, .quarter), "Q3": (6, .quarter), "Q4": (9, .quarter),
    "-Q1": (0, .quarter), "-Q2": (3, .quarter), "-Q3": (6, .quarter), "-Q4": (9, .quarter),
    "Y一季度": (0, .quarter), "Y二季度": (3, .quarter), "Y三季度": (6, .quarter),
    "Y四季度": (9, .quarter), "Y第一季度": (0, .quarter), "Y第二季度": (3, .quarter),
    "Y第三季度": (6, .quarter), "Y第四季度": (9, .quarter),
  ]

  private static let separators: [[UInt8]] = [
    Array("-".utf8), Array("/".utf8), Array(".".utf8), PlainText.yearMonth,
  ]

  private static func month(_ text: PlainText) -> Month? {
    guard let parts = text.numbers(separators: separators) else { return nil }
    switch (parts.count, parts[0].digits) {
    case (2, 4):
      guard parts[1].digits <= 2 else { return nil }
      return Month(year: parts[0].value, month: parts[1].value)
    case (1, 6): return Month(rawValue: parts[0].value)
    default: return nil
    }
  }
}
