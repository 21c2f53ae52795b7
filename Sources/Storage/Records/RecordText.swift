internal import Registers
internal import TargetEngine

/// The moves of a record as its row and the journal keep them:
/// `20210620:accepted;20210803:rectifying`.
extension [UInt8] {
  mutating func append(_ moves: [StageMove]) {
    for (index, move) in moves.enumerated() {
      if index > 0 { append(UInt8(ascii: ";")) }
      append(number: Int64(move.day.rawValue))
      append(UInt8(ascii: ":"))
      append(contentsOf: move.stage.utf8)
    }
  }
}

extension StageMove {
  static func parse(_ text: String) -> [StageMove] {
    JournalText.pairs(text).compactMap { pair in
      Int(pair.key).flatMap { Day(rawValue: $0) }.map {
        StageMove(stage: String(pair.value), day: $0)
      }
    }
  }
}
