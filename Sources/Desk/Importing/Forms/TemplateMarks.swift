internal import Forms
internal import TargetEngine

/// What a template says of each line beside its number and title. Files say it again, and nothing of it is an answer:
/// what they say otherwise is told. Source: `forms.md`, "Files".
struct TemplateMarks {
  /// The columns of which nothing is taken.
  static let columns: [AnswerColumn] = [.content, .required, .source, .measure]

  private let words: SourceWords
  /// The words that say what the form says, by line, in the order of the columns.
  private var known: [LineNumber: [[[UInt8]]]] = [:]

  init(_ words: SourceWords) { self.words = words }

  /// Whether a cell says what the form says of the line; an empty one does.
  mutating func isSame(
    _ cell: UnsafeBufferPointer<UInt8>, _ place: Int, of line: FormLine
  ) -> Bool {
    if cell.isEmpty { return true }
    let own = words(of: line)[place]
    // Most files have it as it was written.
    if own.contains(where: { cell.elementsEqual($0) }) { return true }
    let text = String(decoding: cell, as: UTF8.self).compared
    return own.contains { String(decoding: $0, as: UTF8.self).compared == text }
  }

  private mutating func words(of line: FormLine) -> [[[UInt8]]] {
    if let known = known[line.number] { return known }
    let all = TemplateMarks.columns.map { column in
      words(column, of: line).map { Array($0.utf8) }
    }
    known[line.number] = all
    return all
  }

  private func words(_ column: AnswerColumn, of line: FormLine) -> [String] {
    switch column {
    case .content: return [line.content.title, Text(line.content.word, "")].flatMap(\.both)
    case .required: return line.isRequired ? ["是", "yes", "必填", "1", "√"] : ["否", "no", "-", "0"]
    case .source:
      let named = [false, true].flatMap { isListed in
        [words.words(of: line, isListed: isListed), words.figure(of: line, isListed: isListed)]
      }
      return named.compactMap(\.self).flatMap(\.both) + [line.source.description]
    // That of a line which has one is held against its own.
    default: return [line.content.measure ?? ""]
    }
  }
}

extension Text {
  fileprivate var both: [String] { [zh, en] }
}
