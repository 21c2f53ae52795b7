/// Asks before something that cannot be taken back, or that touches much.
enum Confirmation {
  /// - Parameter isGiven: whether `--yes` was given.
  /// - Throws: `UsageFault.needsYes` where nobody can be asked, or who was asked said no.
  static func ask(_ what: String, isGiven: Bool) throws {
    if isGiven { return }
    guard Terminal.isInput, Terminal.isError else { throw UsageFault.needsYes(what) }
    let answer = Ending.catching {
      Prompt.ask(what + say("继续吗？[y/N] ", " Go on? [y/N] "))?.lowercased()
    }
    try Ending.expectNone()
    guard let answer, ["y", "yes", "是"].contains(answer) else {
      throw UsageFault.declined
    }
  }
}
