public import Database
public import Journal
public import Storage

/// What a use case made, and the head of the ledger after it.
public struct Written<Result> {
  /// What was made or changed.
  public var result: Result
  /// The ledger head after it.
  public var head: Head
  /// The levels said before whose days have another one by it.
  public var levels: [LevelNotice] = []
  /// What it brought with it for records.
  public var notices = RecordNotices()
  /// What it changes of months that are closed: one notice for each kind of change.
  public var late: [LateNotice] = []
  /// What may be counted twice by it.
  public var doubles: [DoubleCount] = []
  /// Numbers that give way to records by it, or count again.
  public var replaced: [ReplacedNumber] = []
  /// Amounts of forms that count nowhere since it: they were left to lists, which it took back.
  public var leftToNoLists: [LeftToNoList] = []
  /// Forms that were sent and whose sums are others since it, which moved units.
  public var movedForms: [MovedForm] = []
  /// Forms that other units owe since it.
  public var owedAnew: [OwedAnew] = []
  /// The time of the transaction before it, where the clock has an earlier one by now.
  public var laterTime: String?
  /// The head with the note that it compared secrets, where it was not written.
  public var noted: Head?
  /// Whether it was taken back, so that the head is the one from before.
  public var isRehearsal = false
  /// Whether everything was so already, so that no transaction was written.
  public var isEmpty = false
  /// Why what was to be destroyed may still be found in the files beside the database; nil when it
  /// may not, or nothing was.
  public var lingering: Lingering?

  /// The same with another result.
  public func withResult<New>(_ transform: (Result) -> New) -> Written<New> {
    Written<New>(
      result: transform(result), head: head, levels: levels, notices: notices, late: late,
      doubles: doubles, replaced: replaced, leftToNoLists: leftToNoLists, movedForms: movedForms,
      owedAnew: owedAnew,
      laterTime: laterTime, noted: noted, isRehearsal: isRehearsal, isEmpty: isEmpty,
      lingering: lingering)
  }
}
extension Written: Sendable where Result: Sendable {}
