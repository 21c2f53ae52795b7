internal import Registers
internal import TargetEngine

/// What a record went through as one cell of a file has it: `达标@2021-06-20；整改中@2021-08-03` for its
/// moves, `120@2021-01-01；130@2021-08-01` for a dated value. Decision 0026.
enum DatedText {
  /// After the day of a move that is undated.
  private static let undated: Set<Character> = ["?", "？"]

  struct Part {
    var text: String
    var day: Day
    var isUndated = false
  }

  /// The parts of a cell; nil when one of them is no text with its day.
  static func parts(_ text: String) -> [Part]? {
    var parts: [Part] = []
    for piece in text.split(whereSeparator: ListText.separators.contains) {
      guard let sign = piece.lastIndex(where: { $0 == "@" || $0 == "＠" }) else { return nil }
      var day = String(piece[piece.index(after: sign)...]).trimmed
      let isUndated = day.last.map(undated.contains) ?? false
      if isUndated { day.removeLast() }
      guard let day = Day(day) else { return nil }
      parts.append(Part(text: String(piece[..<sign]).trimmed, day: day, isUndated: isUndated))
    }
    return parts
  }

  static func text(_ moves: [StageMove], _ title: (String) -> String) -> String {
    moves.map { "\(title($0.stage))@\($0.day)\($0.isUndated ? "?" : "")" }
      .joined(separator: ListText.separator)
  }

  static func text(_ steps: [Dated.Step], _ kind: FieldKind) -> String {
    steps.map { "\(kind.number($0.value))@\($0.from)" }.joined(separator: ListText.separator)
  }
}
