/// What is wrong with a record, and what it calls for.
public struct Examination: Sendable {
  /// What is wrong with it by itself.
  public var problems: [Problem] = []
  /// What it calls for in the ledger.
  public var wanted: [Wanted] = []
}

/// A posting with the indicator that it is for.
public struct Wanted: Sendable, Hashable {
  /// The code of the indicator.
  public var indicator: String
  /// The amount with its day.
  public var posting: Posting

  /// A posting to an indicator.
  public init(indicator: String, posting: Posting) {
    self.indicator = indicator
    self.posting = posting
  }
}
