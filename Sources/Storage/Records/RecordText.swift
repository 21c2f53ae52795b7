internal import Registers
internal import TargetEngine

/// Values of records in words, as the journal keeps them: written as bytes, since an import writes
/// a million of them.
extension [UInt8] {
  mutating func append(number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var digits = 1
    var bound: UInt64 = 10
    while number.magnitude >= bound, digits < 19 {
      digits += 1
      bound *= 10
    }
    if number.magnitude >= bound { digits += 1 }
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
    var rest = number.magnitude
    var place = count
    while rest > 0 {
      place -= 1
      self[place] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  mutating func append(_ datum: Datum) {
    switch datum {
    case .empty: break
    case .text(let text): append(contentsOf: text.utf8)
    case .int(let int): append(number: int)
    case .day(let day): append(number: Int64(day.rawValue))
    case .bool(let bool): append(UInt8(ascii: bool ? "1" : "0"))
    case .unit(let id), .record(let id): append(number: id)
    case .dated(let dated):
      for step in dated.steps {
        appendStep(of: step.from, isFirst: step == dated.steps.first)
        append(number: step.value)
      }
    case .secret(let secret):
      guard let seal = secret.seal else { break }
      append(contentsOf: seal.blind.utf8)
      append(UInt8(ascii: ":"))
      append(contentsOf: seal.box.utf8)
    }
  }

  /// `20210620:accepted;20210803:rectifying`.
  mutating func append(_ moves: [StageMove]) {
    for (index, move) in moves.enumerated() {
      appendStep(of: move.day, isFirst: index == 0)
      append(contentsOf: move.stage.utf8)
    }
  }

  private mutating func appendStep(of day: Day, isFirst: Bool) {
    if !isFirst { append(UInt8(ascii: ";")) }
    append(number: Int64(day.rawValue))
    append(UInt8(ascii: ":"))
  }
}

extension Datum {
  /// The value as the journal keeps it.
  var text: String {
    var bytes: [UInt8] = []
    bytes.append(self)
    return String(decoding: bytes, as: UTF8.self)
  }
}
