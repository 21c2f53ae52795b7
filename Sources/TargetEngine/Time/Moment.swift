/// A minute of a day in Asia/Shanghai, such as the one at which a warning was received: held as that
/// minute and never as an instant.
///
/// Its raw value is the number that the database stores and a person reads: `202107011512`.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let rawValue: Int64

  /// Nil unless `rawValue` has the form `202107011512` and is a minute of the calendar.
  public init?(rawValue: Int64) {
    guard let date = Int(exactly: rawValue / 10_000), let day = Day(rawValue: date) else {
      return nil
    }
    self.init(day, hour: Int(rawValue / 100 % 100), minute: Int(rawValue % 100))
  }

  /// Nil unless the hour is one of 0…23 and the minute one of 0…59.
  public init?(_ day: Day, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    rawValue = Int64(day.rawValue) * 10_000 + Int64(hour * 100 + minute)
  }

  public var day: Day { Day(known: year, Int(rawValue / 1_000_000 % 100), dayOfMonth) }
  public var hour: Int { Int(rawValue / 100 % 100) }
  public var minute: Int { Int(rawValue % 100) }
  private var year: Int { Int(rawValue / 100_000_000) }
  private var dayOfMonth: Int { Int(rawValue / 10_000 % 100) }

  /// `2021-07-01 15:12`.
  public var description: String { "\(day) \(time)" }

  /// `2021-07-01T15:12`, as JSON has it.
  public var iso: String { "\(day)T\(time)" }

  private var time: String {
    [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.rawValue < b.rawValue }

  /// Whole minutes from another moment to this one; below 0 when the other is later.
  public func minutes(since other: Moment) -> Int {
    (day.number - other.day.number) * 1440 + (hour - other.hour) * 60 + minute - other.minute
  }

  fileprivate init(lastOf day: Day) { rawValue = Int64(day.rawValue) * 10_000 + 2359 }
}

extension Day {
  /// Its minute 23:59: what is asked about a day is asked about its end.
  public var lastMinute: Moment { Moment(lastOf: self) }
}

extension Moment {
  /// Reads a moment as people write it: a day in any of its forms, then the minute, `2021-07-01
  /// 15:12`, `2021-07-01T15:12`, `2021/7/1 15:12:00`, `2021年7月1日15时12分`. Nil for anything else, for
  /// a day alone, and for seconds that would be lost.
  public init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard
      let end = text.firstIndex(where: { $0 == "T" || $0 == "日" || $0.isWhitespace }),
      case let next = text.index(after: end),
      let day = Day(text[end] == "日" ? text[..<next] : text[..<end]),
      let minutes = Moment.minutes(text[next...])
    else { return nil }
    self.init(day, hour: minutes / 60, minute: minutes % 60)
  }

  /// See `init(parsing:)` for bytes.
  public init?(_ text: some StringProtocol) {
    guard let moment = PlainText.withBytes(of: text, { Moment(parsing: $0) }) else { return nil }
    self = moment
  }

  /// The minutes since midnight of `15:12`, `15:12:00`, `15时12分`, `15点`, in digits of either width.
  private static func minutes(_ text: Substring) -> Int? {
    var numbers: [(value: Int, digits: Int)] = [(0, 0)]
    var signs = ""
    for character in text where !character.isWhitespace {
      if let digit = character.wholeNumberValue, numbers.count <= 3, (0...9).contains(digit) {
        let last = numbers.removeLast()
        guard last.digits < 2 else { return nil }
        numbers.append((last.value * 10 + digit, last.digits + 1))
      } else {
        signs.append(character == "：" ? ":" : character == "点" ? "时" : character)
        numbers.append((0, 0))
      }
    }
    if numbers.last?.digits == 0 { numbers.removeLast() }
    guard numbers.allSatisfy({ $0.digits > 0 }), numbers.dropFirst().allSatisfy({ $0.value < 60 })
    else {
      return nil
    }
    let isMinute =
      switch (signs, numbers.count) {
      case (":", 2), ("时", 1), ("时", 2), ("时分", 2): true
      case ("::", 3): numbers[2].value == 0
      default: false
      }
    guard isMinute, numbers[0].value < 24 else { return nil }
    return numbers[0].value * 60 + (numbers.count > 1 ? numbers[1].value : 0)
  }
}
