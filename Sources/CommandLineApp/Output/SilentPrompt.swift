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
    return Ending.catching { Prompt.text { answer(prompt) } }
  }

  private static func answer(_ prompt: String) -> [UInt8]? {
    var reading = SilentPrompt()
    while true {
      let end = silently {
        Output.prompt(prompt)
        return reading.read()
      }
      Output.note("")
      switch end {
      case .line: return reading.line
      case .endOfInput: return nil
      case .interrupt:
        raise(SIGINT)
        return nil
      // It ends the waiting, unless it is ignored.
      case .signal:
        if Ending.hasCome { return nil }
        reading.line = []
      }
    }
  }

  /// Asks while the terminal shows nothing of what is typed. Signals that would end the program wait until
  /// it is as it was.
  private static func silently(_ ask: () -> End) -> End {
    var (held, before) = (ending, sigset_t())
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var usual = termios()
    tcgetattr(STDIN_FILENO, &usual)
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    // Only now it is asked: who answers quickly would see the answer on the screen, and have to give it
    // again.
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual) }
    return ask()
  }

  private enum End { case line, endOfInput, interrupt, signal }

  /// By which others end a program.
  private static let endingSignals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private static var ending: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in endingSignals { sigaddset(&signals, signal) }
    return signals
  }

  /// Whether one of them waits.
  private static var isEnding: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return endingSignals.contains { sigismember(&waiting, $0) == 1 }
  }

  private mutating func read() -> End {
    var byte: UInt8 = 0
    while true {
      // A signal that is held back wakes nobody, so it is looked for now and then.
      var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&input, 1, 100) != 0
      if SilentPrompt.isEnding { return .signal }
      if !isReady { continue }
      guard Glibc.read(STDIN_FILENO, &byte, 1) == 1 else { return .endOfInput }
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
  }

  /// A character of several bytes goes as a whole.
  private mutating func deleteLast() {
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
  }
}
