/// How a run ended, for scripts. Source: `cli.md`, "Exit".
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// A check found something.
  case found = 1
  case usage = 64
  /// Nothing was written.
  case badData = 65
  case noInput = 66
  case cannotWrite = 73
  /// Reading or writing failed, or the database is damaged.
  case io = 74
  /// Somebody else is writing: try again.
  case busy = 75
}
