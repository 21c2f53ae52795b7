public import TargetEngine

/// The row of a record in the database, shown to people as `SITE-N`.
public typealias RecordID = Int64

/// The value of one field of a record, whatever its type: what is stored, compared and printed.
public enum Datum: Sendable, Hashable {
  case empty
  /// A text, a file, or the name of a choice.
  case text(String)
  /// A number; money in 分.
  case int(Int64)
  case day(Day)
  case moment(Moment)
  case bool(Bool)
  case unit(UnitID)
  case record(RecordID)
  case dated(Dated)
  case secret(Secret)
  /// In the order in which they were written; never without a member.
  case list([Member])

  /// One value of a list, with the days from and through which it belongs to it.
  public struct Member: Sendable, Hashable {
    /// The member itself.
    public var value: Datum
    /// Nil: from the beginning.
    public var since: Day?
    /// The last day; nil for no end.
    public var until: Day?

    /// A member; without days it always belongs to the list.
    public init(_ value: Datum, since: Day? = nil, until: Day? = nil) {
      self.value = value
      self.since = since
      self.until = until
    }

    /// Whether it belongs to the list on a day.
    public func isIn(on day: Day) -> Bool {
      (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  /// Whether there is no value.
  public var isEmpty: Bool { if case .empty = self { true } else { false } }

  /// The day of a value: a day itself, or that of a moment.
  public var day: Day? {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.day
    default: nil
    }
  }

  /// The values of a list, or the value itself; nothing for an empty one.
  public var values: [Datum] {
    switch self {
    case .empty: []
    case .list(let members): members.map(\.value)
    default: [self]
    }
  }

  /// The list of some members, each once; empty without any.
  public init(members: [Member]) {
    var seen: Set<Member> = []
    let distinct = members.filter { seen.insert($0).inserted }
    self = distinct.isEmpty ? .empty : .list(distinct)
  }

  /// The text, file or choice; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The unit; nil for anything else.
  public var unit: UnitID? { if case .unit(let id) = self { id } else { nil } }
  /// The record; nil for anything else.
  public var record: RecordID? { if case .record(let id) = self { id } else { nil } }
}
