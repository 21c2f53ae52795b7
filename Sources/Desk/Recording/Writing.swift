internal import Database
internal import Journal
internal import Storage
internal import TargetEngine

/// How every use case writes: one transaction, with all that must be said of it.
extension Desk {
  /// Writes one journal transaction in the name of the context.
  ///
  /// - Parameter isRehearsal: whether it is taken back once all of it is done.
  func write<Result>(
    reason: String = "", reverses: Int64 = 0, isRehearsal: Bool = false,
    _ body: (Transaction) throws -> Result
  ) throws -> Written<Result> {
    let author = try author(reason: reason, reverses: reverses)
    let all = { (transaction: Transaction) in
      (
        result: try body(transaction), levels: try self.ledger.levelNotices(transaction),
        late: try self.lateNotices(transaction),
        doubles: try self.doubleCounts(transaction),
        replaced: try self.replacedNumbers(transaction), last: try self.laterTime(transaction),
        isEmpty: transaction.isEmpty
      )
    }
    trials = SecretTrials()
    do {
      let (written, head) =
        try isRehearsal ? ledger.rehearse(author, all) : ledger.write(author, all)
      let noted = isRehearsal || written.isEmpty ? try noteTrials() : nil
      return Written(
        result: written.result, head: noted ?? head, levels: written.levels, late: written.late,
        doubles: written.doubles, replaced: written.replaced,
        laterTime: written.isEmpty ? nil : written.last, noted: noted,
        isRehearsal: isRehearsal, isEmpty: written.isEmpty)
    } catch let refusal as DeskError {
      // What a refusal tells of secrets is noted first.
      _ = try noteTrials()
      throw refusal
    }
  }

  private func noteTrials() throws -> Head? {
    defer { trials = SecretTrials() }
    return try ledger.note(trials, by: try author(reason: ""))
  }

  /// The time of the transaction before one, where the clock has an earlier one now.
  private func laterTime(_ transaction: Transaction) throws -> String? {
    guard let last = try ledger.transaction(transaction.number - 1)?.at, last > context.now else {
      return nil
    }
    return last
  }

  /// Who writes, and why.
  ///
  /// - Throws: `DeskError.emptyText` for a reason of nothing but blanks.
  func author(reason: String, reverses: Int64 = 0) throws -> Author {
    let reason = reason.isEmpty ? "" : try reason.asText(of: Text("理由", "reason"))
    return Author(
      actor: context.actor, at: context.now, command: context.command, reason: reason,
      reverses: reverses)
  }

  /// Writes a transaction that destroys something, and then lets nothing of it linger. What was
  /// written stands even where that is not done yet.
  func writeAndSettle<Result>(
    _ body: (Transaction) throws -> Result
  ) throws -> Written<Result> {
    var written = try write(body)
    written.lingering = ledger.settleDeleted()
    return written
  }
}
