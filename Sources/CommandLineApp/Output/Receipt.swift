internal import Desk
internal import Reports
internal import Views

extension Output {
  /// Says what a command wrote, with the ledger's new head, which paper may keep.
  ///
  /// - Throws: `UsageFault.writtenUnsaid` where it cannot be said.
  func receipt<Result>(_ written: Written<Result>, _ receipt: Receipt) throws {
    let whole = receipt.of(written, language)
    if written.isRehearsal { return try tell(whole) }
    try afterWriting(written.head.spoken) { try tell(whole) }
  }

  /// The same of what is said by a sentence and some members.
  func receipt<Result>(
    _ written: Written<Result>, _ sentence: String, _ members: [(String, JSONValue)] = []
  ) throws {
    try receipt(written, Receipt(sentence, members))
  }

  /// Prints a receipt as a sentence, or as its JSON.
  func tell(_ receipt: Receipt) throws {
    try tell(receipt.sentence, json: .object(receipt.members))
  }

  /// Prints what is written already, with this head; should that fail, it is said that it is.
  ///
  /// - Parameters:
  ///   - head: as people read it.
  ///   - isReveal: whether only a look at secrets was written, which may be repeated.
  func afterWriting(_ head: String, isReveal: Bool = false, _ print: () throws -> Void) throws {
    let reason: String
    do {
      return try print()
    } catch UsageFault.cannotWrite(_, let why) {
      reason = why
    } catch UsageFault.outputExists {
      reason = say("文件已经存在", "the file exists already")
    }
    throw isReveal
      ? UsageFault.revealUnsaid(head, reason: reason)
      : UsageFault.writtenUnsaid(head, reason: reason)
  }
}
