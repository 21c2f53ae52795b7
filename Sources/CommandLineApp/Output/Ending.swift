internal import ArgumentParser
internal import Glibc
internal import Synchronization

/// Signals that end the program while it waits for somebody with a ledger open. They end the waiting first, so that the
/// ledger is closed: else its log would stay beside it, where whoever copies or moves the file alone leaves it.
///
/// While the program works they end it at once: what it has not committed is not written.
enum Ending {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let number = Atomic<Int32>(0)

  /// Whether one has come.
  static var hasCome: Bool { number.load(ordering: .relaxed) != 0 }

  /// Waits for somebody. What waits looks at `hasCome` now and then.
  static func catching<Result>(_ wait: () throws -> Result) rethrows -> Result {
    // Made before any signal comes: what handles one must make nothing.
    _ = hasCome
    var before: [(Int32, sigaction)] = []
    for signal in signals {
      var (own, usual) = (sigaction(), sigaction())
      own.__sigaction_handler.sa_handler = { Ending.number.store($0, ordering: .relaxed) }
      sigaction(signal, nil, &usual)
      if isIgnored(usual) { continue }
      sigaction(signal, &own, nil)
      before.append((signal, usual))
    }
    defer {
      for (signal, usual) in before {
        var usual = usual
        sigaction(signal, &usual, nil)
      }
    }
    return try wait()
  }

  /// - Throws: what ends a command whose question a signal has answered.
  static func expectNone() throws {
    if hasCome { throw ExitCode(128 + number.load(ordering: .relaxed)) }
  }

  /// One that has come is how people end this command: it ends as it should.
  static func heed() { number.store(0, ordering: .relaxed) }

  /// Ends the program as the signal would have, now that everything is closed.
  static func end() {
    guard hasCome else { return }
    let number = number.load(ordering: .relaxed)
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
