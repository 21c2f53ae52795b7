internal import TargetEngine

/// What the rules of a register say of a record.
public struct Examination: Sendable {
  public var problems: [Problem] = []
  public var wanted: [Wanted] = []
}

/// A posting with the indicator that it is for.
public struct Wanted: Sendable, Hashable {
  public var indicator: String
  public var posting: Posting

  public init(indicator: String, posting: Posting) {
    self.indicator = indicator
    self.posting = posting
  }
}
