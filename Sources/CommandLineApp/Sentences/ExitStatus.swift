internal import Sentences

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

  init(_ cause: Complaint.Cause) {
    self =
      switch cause {
      case .usage: .usage
      case .badData: .badData
      case .noInput: .noInput
      case .cannotWrite: .cannotWrite
      case .io: .io
      case .busy: .busy
      }
  }
}
