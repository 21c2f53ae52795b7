internal import ArgumentParser

/// The other commands, for one that describes or runs them. They are given to it, since they know it.
struct OtherCommands {
  /// What can be done with the records of a register.
  var verbs: [any ParsableCommand.Type]
  /// Runs a command by its words and gives its exit status.
  var run: ([String]) -> Int32
}
