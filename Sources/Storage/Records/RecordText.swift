internal import Registers
internal import TargetEngine

/// Values of records in words, as the journal keeps them: written as bytes, since an import writes
/// a million of them.
extension [UInt8] {
  mutating func append(number: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
      append(contentsOf: room[number.writeDigits(to: room)...])
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

  /// `20210620:accepted;?20210803:rectifying`, the second of which is undated.
  mutating func append(_ moves: [StageMove]) {
    for (index, move) in moves.enumerated() {
      appendStep(of: move.day, isFirst: index == 0, mark: move.isUndated ? StageMove.undated : nil)
      append(contentsOf: move.stage.utf8)
    }
  }

  private mutating func appendStep(of day: Day, isFirst: Bool, mark: UInt8? = nil) {
    if !isFirst { append(UInt8(ascii: ";")) }
    if let mark { append(mark) }
    append(number: Int64(day.rawValue))
    append(UInt8(ascii: ":"))
  }
}

extension Int64 {
  /// Writes the number to the end of `room`, which takes it, and returns where it begins.
  func writeDigits(to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var start = room.count
    var rest = magnitude
    repeat {
      start -= 1
      room[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if self < 0 {
      start -= 1
      room[start] = UInt8(ascii: "-")
    }
    return start
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
