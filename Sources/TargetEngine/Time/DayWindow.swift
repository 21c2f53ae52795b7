/// A stretch of days as plans write it where they name no day: `9月中旬`, `4月底前`, `5.12期间`. It is due at its end.
/// Source: `facts.md`, "What real drill plans hold".
///
/// ```swift
/// DayWindow("9月中旬", in: 2021)     // 2021-09-11 to 2021-09-20
/// DayWindow("6—7月", in: 2021)      // 2021-06-01 to 2021-07-31
/// DayWindow("5.12期间", in: 2021)    // the week from Monday 2021-05-10 to 2021-05-16
/// ```
public struct DayWindow: Sendable, Hashable {
  /// The first day.
  public var first: Day
  /// The last day.
  public var last: Day

  /// Nil unless the last day is the first or later.
  public init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// Reads a window, or a day without its year, in half-width or full-width characters or Chinese numerals. Nil for
  /// anything else.
  ///
  /// - Parameter year: that of a window which does not say its own.
  public init?(_ text: some StringProtocol, in year: Int) {
    var plain = text.halfWidth.withDigits
    plain.removeAll(where: \.isWhitespace)
    guard plain.count <= 40 else { return nil }
    var year = year
    if let sign = plain.firstIndex(of: "年"), let own = Int(plain[..<sign]),
      sign == plain.index(plain.startIndex, offsetBy: 4, limitedBy: plain.endIndex)
    {
      (year, plain) = (own, String(plain[plain.index(after: sign)...]))
    }
    self.init(range: plain.withoutBefore, year)
  }

  private init?(range text: String, _ year: Int) {
    for sign in ["至", "到", "-", "—", "–", "~"] {
      let parts = text.split(separator: sign, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      guard let end = DayWindow(part: String(parts[1]).in(monthOf: String(parts[0])), year),
        let start = DayWindow(part: String(parts[0]).withMeasure(of: String(parts[1])), year)
      else { return nil }
      self.init(start.first, end.last)
      return
    }
    self.init(part: text, year)
  }

  private init?(part text: String, _ year: Int) {
    guard let whole = Month(year: year, month: 1), let december = Month(year: year, month: 12)
    else {
      return nil
    }
    if let part = DayWindow.parts[text] {
      guard let start = Month(year: year, month: part.lowerBound),
        let end = Month(year: year, month: part.upperBound)
      else { return nil }
      self.init(start.firstDay, end.lastDay)
    } else if ["全年", "年内", "当年"].contains(text) {
      self.init(whole.firstDay, december.lastDay)
    } else if let window = DayWindow(ofMonth: text, year) ?? DayWindow(around: text, year) {
      self = window
    } else {
      return nil
    }
  }

  /// Halves and quarters of a year, by their months.
  private static let parts: [String: ClosedRange<Int>] = {
    var parts = ["上半年": 1...6, "下半年": 7...12, "年初": 1...1, "年底": 12...12, "年末": 12...12]
    for quarter in 1...4 {
      for word in ["第\(quarter)季度", "\(quarter)季度"] {
        parts[word] = (quarter * 3 - 2)...(quarter * 3)
      }
    }
    return parts
  }()

  /// `9月`, `9月份`, `9月中旬`, `4月底`.
  private init?(ofMonth text: String, _ year: Int) {
    guard let sign = text.firstIndex(of: "月"), let number = Int(text[..<sign]),
      let month = Month(year: year, month: number)
    else { return nil }
    let days: ClosedRange<Int>? =
      switch text[text.index(after: sign)...] {
      case "", "份": 1...31
      case "上旬", "初": 1...10
      case "中旬", "中": 11...20
      case "下旬", "底", "末": 21...31
      default: nil
      }
    guard let days, let first = Day(year: year, month: number, day: days.lowerBound) else {
      return nil
    }
    self.init(
      first, days.upperBound == 31 ? month.lastDay : first.adding(days: days.count - 1))
  }

  /// `5月12日`, `5.12`, and with `期间` the week from Monday to Sunday that it is in.
  private init?(around text: String, _ year: Int) {
    let isWeek = ["期间", "前后"].contains { text.hasSuffix($0) }
    let plain = isWeek ? String(text.dropLast(2)) : text
    let shown = plain.hasSuffix("号") ? plain.dropLast() + "日" : plain
    guard let day = Day("\(year).\(shown)") ?? Day("\(year)年\(shown)") else { return nil }
    if !isWeek {
      self.init(day, day)
      return
    }
    let monday = day.adding(days: -day.weekday)
    self.init(monday, monday.adding(days: 6))
  }
}

extension String {
  /// `20日` behind `5月10日` is of the same month.
  fileprivate func `in`(monthOf start: String) -> String {
    guard !contains("月"), !contains("."), let sign = start.firstIndex(of: "月"),
      hasSuffix("日") || hasSuffix("号")
    else { return self }
    return start[...sign] + self
  }

  /// `6` before `7月` is a month, too, and `上旬` before `9月中旬` is not.
  fileprivate func withMeasure(of end: String) -> String {
    Int(self) != nil && end.contains("月") ? self + "月" : self
  }
}
