internal import Desk
internal import TargetEngine

/// What the menu's questions and forms need to know: the ledger, the day, and how a command is run.
struct MenuPlace {
  let options: CommonOptions
  let language = Session.current.language

  /// Runs a command as if it had been typed.
  let runCommand: ([String]) -> Int32

  init(_ options: CommonOptions, _ runCommand: @escaping ([String]) -> Int32) {
    self.options = options
    self.runCommand = runCommand
  }

  /// A desk for questions about the ledger as it stands now.
  func desk() throws -> Desk { try Workplace(options: options).desk(for: .read) }

  var today: Day? { try? Workplace(options: options).context(for: .read).today }

  /// The last month that is over.
  var lastMonth: Month? { today?.month.previous }
}
