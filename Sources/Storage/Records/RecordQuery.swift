internal import Database
public import Registers
public import TargetEngine

/// Which records of a register to read.
public struct RecordQuery: Sendable {
  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "=", notEqual = "!=", atMost = "<=", atLeast = ">=", less = "<", more = ">"
    /// A part of a text.
    case contains = "~"
  }

  public enum Subject: Sendable, Hashable {
    case field(Int)
    case stage
    /// The remark that every record may have.
    case note
    /// The unit that a record belongs to.
    case place
  }

  public struct Condition: Sendable {
    public var subject: Subject
    public var comparison: Comparison
    /// Empty asks for records without, or not without, a value. A day asked of a moment is compared
    /// with its day; a value asked of a list, with each of its members. A list of values asks for any of
    /// them, or for none.
    public var value: Datum

    public init(_ subject: Subject, _ comparison: Comparison, _ value: Datum) {
      self.subject = subject
      self.comparison = comparison
      self.value = value
    }
  }

  public var conditions: [Condition] = []
  /// Dated lists have the members that belong to them on this day; nil for any.
  public var day: Day?
  /// Only records that have begun by this day; nil for all.
  public var begun: Day?
  /// Records that are other on the day than their columns say, as they are on it: see `recordsAhead`.
  public var ahead: [RecordState] = []
  /// A unit with everything below it; nil for all.
  public var unit: UnitID?
  /// Without one, records stand in the order of units where one is given, else of their making.
  public var sort: [(subject: Subject, descending: Bool)] = []
  public var limit: Int?
  public var offset = 0

  public init() {}
}
