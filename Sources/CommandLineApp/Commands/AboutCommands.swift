internal import ArgumentParser

/// A command that tells of other commands or runs them. They are given to it, since they know it.
protocol AboutCommands {
  func run(_ commands: OtherCommands) throws
}

/// The other commands, for one that is about them.
struct OtherCommands {
  /// What can be done with the records of a register.
  var verbs: [any ParsableCommand.Type]
  /// Runs a command by its words and gives its exit status.
  var run: ([String]) -> Int32
}
