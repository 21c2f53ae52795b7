internal import Database
internal import TargetEngine

/// How the parts of a plan are written in one column: `20211231:79:linear`, parts apart by a bar.
enum PlanText {
  static func write(_ parts: [Plan.Part]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(parts.count * 32)
    for part in parts {
      if !text.isEmpty { text.append(UInt8(ascii: "|")) }
      var pace = part.pace.description
      pace.withUTF8 {
        append(due: Int64(part.due.rawValue), weight: part.weight, pace: $0, to: &text)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds one part to a text.
  static func append(
    due: Int64, weight: Int64, pace: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) {
    text.append(number: due)
    text.append(UInt8(ascii: ":"))
    text.append(number: weight)
    text.append(UInt8(ascii: ":"))
    text.append(contentsOf: pace)
  }

  /// Reads the bytes themselves: a ranking reads thousands of plans.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> [Plan.Part] {
    var parts: [Plan.Part] = []
    var place = 0
    while place < text.count {
      guard let due = number(text, &place).flatMap({ Day(rawValue: Int($0)) }),
        let weight = number(text, &place)
      else { return parts }
      let end = text[place...].firstIndex(of: UInt8(ascii: "|")) ?? text.count
      let cell = UnsafeBufferPointer(rebasing: text[place..<end])
      guard let pace = pace(cell) else { return parts }
      parts.append(Plan.Part(pace: pace, due: due, weight: weight))
      place = end + 1
    }
    return parts
  }

  /// The number up to the next colon, which is passed over. What lists plan may be taken back, so that a
  /// weight may be below 0.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int64? {
    var value: Int64 = 0
    let isNegative = place < text.count && text[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    while place < text.count, text[place] != UInt8(ascii: ":") {
      guard text[place] >= 0x30, text[place] <= 0x39 else { return nil }
      value = value &* 10 &+ Int64(text[place] - 0x30)
      place += 1
    }
    place += 1
    return isNegative ? 0 &- value : value
  }

  /// A pace as it is written.
  static func pace(_ text: UnsafeBufferPointer<UInt8>) -> Pace? {
    // The default's letter is no other's.
    if text.first == UInt8(ascii: "l") { return .linear }
    return Pace(String(decoding: text, as: UTF8.self))
  }

  /// No two sources begin with the same letter.
  fileprivate static func source(_ text: UnsafeBufferPointer<UInt8>) -> TargetSource? {
    switch text.first {
    case UInt8(ascii: "o"): .own
    case UInt8(ascii: "s"): .sum
    default: TargetSource(rawValue: String(decoding: text, as: UTF8.self))
    }
  }
}

extension Plan {
  static let columns = "source, amount, parts, children"

  /// Reads the four columns from `column` on; nil when the first is absent.
  init?(_ row: any Statement, at column: Int) {
    guard !row.isNull(column), let source = PlanText.source(row.bytes(column)) else { return nil }
    self.init(
      source: source, amount: row.int(column + 1), parts: PlanText.read(row.bytes(column + 2)),
      children: Int(row.int(column + 3)))
  }

  var values: [Value] {
    [
      .text(source.rawValue), .int(amount), .text(PlanText.write(parts)), Value(children),
    ]
  }
}
