internal import Glibc

/// Reads a line from the terminal without showing it.
///
/// Keys are read one by one: were the terminal to make the line, a Ctrl-C in the midst of it would end
/// the program and leave the terminal silent.
struct SilentPrompt {
  private var line: [UInt8] = []

  /// Asks; nil where nobody can be asked, or at the end of the input.
  static func ask(_ prompt: String) -> String? {
    guard Terminal.isInput, Terminal.isError else { return nil }
    return Prompt.text { answer(prompt) }
  }

  private static func answer(_ prompt: String) -> [UInt8]? {
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    // Only now: who answers quickly would see the answer on the screen, and have to give it again.
    Output.prompt(prompt)
    var reading = SilentPrompt()
    let end = reading.read()
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
    Output.note("")
    switch end {
    case .line: return reading.line
    case .endOfInput: return nil
    case .interrupt:
      raise(SIGINT)
      return nil
    }
  }

  private enum End { case line, endOfInput, interrupt }

  private mutating func read() -> End {
    var byte: UInt8 = 0
    while Glibc.read(STDIN_FILENO, &byte, 1) == 1 {
      switch byte {
      case 0x0A, 0x0D: return .line
      case 0x03: return .interrupt
      case 0x04 where line.isEmpty: return .endOfInput
      case 0x08, 0x7F: deleteLast()
      // Ctrl-U.
      case 0x15: line = []
      default: line.append(byte)
      }
    }
    return .endOfInput
  }

  /// A character of several bytes goes as a whole.
  private mutating func deleteLast() {
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
  }
}
