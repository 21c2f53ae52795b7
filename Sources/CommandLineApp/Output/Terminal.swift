internal import Glibc

/// What is known of the terminal.
enum Terminal {
  static var isInput: Bool { isatty(STDIN_FILENO) == 1 }
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; `COLUMNS`, or 120 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return Session.variable("COLUMNS").flatMap { Int($0) }.flatMap {
      widths.contains($0) ? $0 : nil
    }
      ?? 120
  }

  /// Widths that a terminal may have.
  private static let widths = 1...10_000

  /// Below this the parser, which reads the width too, reckons its columns of help to less than nothing.
  private static let leastOfHelp = 40

  /// Forgets a width that no terminal has, and lets help be wider than a terminal that is too narrow for it.
  static func expectWidth() {
    if let text = Session.variable("COLUMNS"), !(Int(text).map(widths.contains) ?? false) {
      unsetenv("COLUMNS")
    }
    if width < leastOfHelp { setenv("COLUMNS", "\(leastOfHelp)", 1) }
  }
}
