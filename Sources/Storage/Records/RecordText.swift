internal import Registers
internal import TargetEngine

/// The moves of a record as its row and the journal keep them:
/// `20210620:accepted;?20210803:rectifying`, the second of which is undated.
extension [UInt8] {
  mutating func append(_ moves: [StageMove]) {
    for (index, move) in moves.enumerated() {
      if index > 0 { append(UInt8(ascii: ";")) }
      if move.isUndated { append(StageMove.undated) }
      append(number: Int64(move.day.rawValue))
      append(UInt8(ascii: ":"))
      append(contentsOf: move.stage.utf8)
    }
  }
}

extension StageMove {
  /// The prefix of the day of an undated move. Moves of earlier versions are dated.
  static let undated = UInt8(ascii: "?")

  static func parse(_ text: String) -> [StageMove] {
    JournalText.pairs(text).compactMap { pair in
      let isUndated = pair.key.utf8.first == undated
      return Int(isUndated ? pair.key.dropFirst() : pair.key).flatMap { Day(rawValue: $0) }.map {
        StageMove(stage: String(pair.value), day: $0, isUndated: isUndated)
      }
    }
  }
}
