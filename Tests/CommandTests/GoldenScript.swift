import Foundation

/// A session at the command line with all that it prints: `Golden/README.md` says how it is
/// written.
struct GoldenScript {
  /// What a step of the script does.
  enum Action: Equatable {
    case run(String)
    /// Shows what a file holds.
    case show(String)
    case write(String, content: String)
  }

  struct Step {
    /// The lines before it that are for people: comments and blank lines.
    var prose: [String]
    var action: Action
    var line: Int
    /// The lines that are expected after it.
    var expected: [String] = []
  }

  var steps: [Step] = []
  /// The lines after the last step's expectation.
  var tail: [String] = []

  init(_ text: String) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    var prose: [String] = []
    while let line = lines.first {
      let number = lines.startIndex + 1
      lines.removeFirst()
      if line.hasPrefix("<<< ") {
        let content = lines.prefix { $0 != ">>>" }
        guard content.endIndex < lines.endIndex else { throw Unclosed(line: number) }
        lines = lines[(content.endIndex + 1)...]
        let text = content.map { $0 + "\n" }.joined()
        add(.write(String(line.dropFirst(4)), content: text), number, &prose)
      } else if line.hasPrefix("$ ") {
        add(.run(String(line.dropFirst(2))), number, &prose)
      } else if line.hasPrefix("@ ") {
        add(.show(String(line.dropFirst(2))), number, &prose)
      } else if line == "#" || line.hasPrefix("# ") || expectsNothing {
        prose.append(line)
      } else if !prose.isEmpty {
        throw Stray(line: number)
      } else {
        steps[steps.count - 1].expected.append(line)
      }
      if line.hasPrefix("#") { moveBlankLines(to: &prose) }
    }
    moveBlankLines(to: &prose)
    tail = prose
  }

  struct Unclosed: Error { let line: Int }
  struct Stray: Error { let line: Int }

  /// Before the first step and after a file's block nothing is printed.
  private var expectsNothing: Bool {
    switch steps.last?.action {
    case .run, .show: false
    case .write, nil: true
    }
  }

  private mutating func add(_ action: Action, _ line: Int, _ prose: inout [String]) {
    moveBlankLines(to: &prose)
    steps.append(Step(prose: prose, action: action, line: line))
    prose = []
  }

  /// Blank lines that end an expectation only part it from what follows.
  private mutating func moveBlankLines(to prose: inout [String]) {
    while let last = steps.last, last.expected.last == "" {
      steps[steps.count - 1].expected.removeLast()
      prose.insert("", at: 0)
    }
  }

  /// The script as its file holds it.
  var text: String {
    var lines: [String] = []
    for step in steps {
      lines += step.prose
      switch step.action {
      case .run(let command): lines.append("$ " + command)
      case .show(let name): lines.append("@ " + name)
      case .write(let name, let content):
        let rows = content.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        lines += ["<<< " + name] + rows.map(String.init) + [">>>"]
      }
      lines += step.expected
    }
    return (lines + tail).map { $0 + "\n" }.joined()
  }

  /// The words of a command as a shell parts them: blanks between, quotes around.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        words += word.map { [$0] } ?? []
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
