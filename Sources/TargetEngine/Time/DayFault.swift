/// Why a text is no day, for whoever wrote it.
public enum DayFault: Error, Sendable, Equatable {
  /// `6月28日`, `06-28`.
  case noYear
  /// `2021-06`.
  case noDay
  /// Before 1900 or after 2999.
  case noSuchYear(Int)
  case noSuchMonth(Int)
  /// The month has fewer days, or the day is 0.
  case noSuchDay(Int, in: Month)
  /// Anything else.
  case unreadable
}

extension Day {
  /// What is wrong with a text that `init(_:)` does not read.
  public static func fault(of text: String) -> DayFault {
    guard let plain = PlainText.withBytes(of: text, { PlainText($0) }) else { return .unreadable }
    let isForeign = plain.bytes.contains { !dayBytes.contains($0) }
    let numbers = plain.bytes.split { !digitBytes.contains($0) }
      .map { (digits: $0.count, value: Int(String(decoding: $0, as: UTF8.self)) ?? 0) }
    guard !isForeign, let first = numbers.first else { return .unreadable }
    switch (numbers.count, first.digits) {
    case (1, 8):
      return fault(
        year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    case (3, 4): return fault(year: first.value, month: numbers[1].value, day: numbers[2].value)
    case (2, 4), (1, 6): return .noDay
    case (2, 1...2): return .noYear
    default: return .unreadable
    }
  }

  private static let digitBytes = UInt8(ascii: "0")...UInt8(ascii: "9")
  private static let dayBytes = Set(digitBytes).union("-/.YMD".utf8)

  private static func fault(year: Int, month: Int, day: Int) -> DayFault {
    guard (1900...2999).contains(year) else { return .noSuchYear(year) }
    guard let whole = Month(year: year, month: month) else { return .noSuchMonth(month) }
    return whole.lastDay.dayOfMonth < day || day < 1 ? .noSuchDay(day, in: whole) : .unreadable
  }
}
