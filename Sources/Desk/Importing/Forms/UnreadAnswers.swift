internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// What of files of answers could not be read, so that nothing is said against an answer that follows from it. Source:
/// `forms.md`, "Files".
struct UnreadAnswers {
  /// Lines of rows that belong to no answer, since their form, period or unit is not known.
  private var strays: [Stray: Set<LineNumber>] = [:]
  /// Files with rows that could not be read at all.
  private var torn: Set<Int> = []

  private struct Stray: Hashable {
    var file: Int
    var words: AnswerWords
  }

  /// Takes in a row of which nobody knows whose it is.
  mutating func add(_ words: AnswerWords, _ line: LineNumber?, of file: Int) {
    strays[Stray(file: file, words: words), default: []].formUnion([line].compactMap { $0 })
  }

  /// Takes in that rows of a file could not be read.
  mutating func addRows(of file: Int) { torn.insert(file) }

  /// The lines of an answer that may have been answered, for all that could be read.
  func lines(of answer: AnsweredLines, in file: Int, _ sheet: FormSheet) -> Set<LineNumber> {
    var lines = answer.unread
    let others = sheet.version.lines.map(\.number).filter { answer.places[$0] == nil }
    if answer.hasLost || torn.contains(file) { lines.formUnion(others) }
    // A row of an answer that is not known to be one has a line that the answer lacks.
    for (stray, told) in strays
    where stray.file == file && told.allSatisfy({ answer.places[$0] == nil }) {
      lines.formUnion(told)
    }
    return sheet.withDependents(of: lines)
  }
}

/// The lines that an answer has.
struct AnsweredLines {
  /// Where their values stand.
  var places: [LineNumber: TablePlace] = [:]
  /// Those that were answered in a way that could not be read.
  var unread: Set<LineNumber> = []
  /// Whether something was answered of which line nobody knows.
  var hasLost = false
  /// Whether something was explained of which line nobody knows.
  var hasLostExplanation = false
}

extension FormObjection {
  /// Whether an explanation would do away with it.
  var asksForExplanation: Bool {
    switch self {
    case .unexplained, .differs: true
    case .empty, .misplaced, .missing, .broken: false
    }
  }

  /// Whether it follows from lines that could not be read.
  func follows(from unread: Set<LineNumber>) -> Bool {
    switch self {
    case .empty: !unread.isEmpty
    case .misplaced: false
    case .missing(let line, _): unread.contains(line)
    case .broken(let check, _, _), .unexplained(let check, _, _):
      check.rule.lines.contains(where: unread.contains)
    case .differs(let difference): unread.contains(difference.line)
    }
  }
}
