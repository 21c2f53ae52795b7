public import TargetEngine

extension TargetRevisions {
  /// A revision of the ledger, or what a row says.
  struct Revision: Sendable {
    var amount: Int64
    var effective: Day
    var kept: Target.Kept
    /// Texts by their hashes, 0 for none.
    var document, reason: Int
    /// Its number in the ledger; one that is added has the highest.
    var number = Int64.max
    /// The file and its line that say it; line 0 for one of the ledger.
    var file: Int32 = 0
    var line: Int32 = 0
    var isDueStated = true
    var isPaceStated = true
    /// False for a line that added nothing.
    var isRecorded = true
    /// The revision of the same target before it; -1 for none.
    var previous: Int32 = -1
  }
}

extension TargetRevisions {
  /// The same of a target with the texts that it has.
  public mutating func take(_ target: Target, _ draft: TargetDraft, line: Int) -> Outcome {
    var (document, reason) = (target.document, target.reason)
    return document.withUTF8 { document in
      reason.withUTF8 { take(target, draft, document: document, reason: $0, line: line) }
    }
  }
}

extension TargetRevisions.Revision {
  /// Whether it says of another what that says itself, as far as it says anything.
  func repeats(_ other: TargetRevisions.Revision, _ draft: TargetDraft) -> Bool {
    amount == other.amount
      && (draft.due == nil || kept.due == other.kept.due)
      && (draft.pace == nil || kept.pace == other.kept.pace)
      && (document == 0 || document == other.document)
      && (reason == 0 || reason == other.reason)
  }

  /// Whether two rows of a file say the same, whichever stands first: what one says the other says.
  func equals(_ other: TargetRevisions.Revision) -> Bool {
    effective == other.effective && amount == other.amount && kept.due == other.kept.due
      && kept.pace == other.kept.pace
      && isDueStated == other.isDueStated && isPaceStated == other.isPaceStated
      && document == other.document && reason == other.reason
  }
}
