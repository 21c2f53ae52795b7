/// What an import does with rows and files that it has doubts about.
public struct ImportOptions: Sendable {
  /// Whether bytes that were imported before are accepted.
  public var again: Bool
  /// Whether rows whose stage a record has left already are passed over and named in the receipt;
  /// otherwise they are faults of the file.
  public var skipsBehind: Bool
  /// What becomes of rows of entries that equal rows of another file.
  public var same: Same
  /// Whether everything is done and taken back, so that only the statement is left.
  public var isDryRun: Bool
  /// What a dry run said and a person confirmed: anything else is refused, were a file or the ledger to
  /// change in between.
  public var shown: Imported?

  /// What becomes of rows that equal rows of another file.
  public enum Same: Sendable {
    /// They are faults.
    case refuse
    /// They are passed over, as are rows that equal a number given by hand.
    case skip
    /// They are taken.
    case keep
  }

  /// - Parameters:
  ///   - again: whether a file that was imported before is taken once more.
  ///   - skipsBehind: whether rows that are behind what is known are left out.
  ///   - same: what becomes of rows that equal rows of another file.
  ///   - isDryRun: whether nothing is written in the end.
  public init(
    again: Bool = false, skipsBehind: Bool = false, same: Same = .refuse, isDryRun: Bool = false
  ) {
    self.again = again
    self.skipsBehind = skipsBehind
    self.same = same
    self.isDryRun = isDryRun
  }
}
