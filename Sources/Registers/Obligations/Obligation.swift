public import TargetEngine

/// What each record of a register owes by a day. Source: `engine.md`, "Obligations and recurrence".
public struct Obligation<Record: Register>: Sendable {
  let name: String
  let title: Text
  /// The version of the register that brought it.
  let since: Int
  let basis: Basis

  enum Basis: Sendable {
    case fields(DueFields<Record>)
    case reckoned(@Sendable (Record, RecordID, DueScope, any RecordReader) throws -> [Duty])
  }

  /// One that fields tell, so that the database finds what is due among any number of records.
  ///
  /// - Parameters:
  ///   - due: the day on which it is due now.
  ///   - first: the day on which it was due at first, see `First`.
  ///   - done: the days on which it was done; the first that is filled in counts.
  ///   - arises: the day from which it is owed.
  ///   - lapses: a day on or before the due one with which it is owed no more.
  ///   - owed: the stages in which it is not done, whatever the days say of an earlier time; by
  ///     default the days alone say.
  ///   - void: the stages in which it is not owed.
  public init(
    _ name: String, zh: String, en: String,
    due: any KeyPath<Record, Day?> & Sendable, first: (any KeyPath<Record, Day?> & Sendable)? = nil,
    done: [any KeyPath<Record, Day?> & Sendable],
    arises: (any KeyPath<Record, Day?> & Sendable)? = nil,
    lapses: (any KeyPath<Record, Day?> & Sendable)? = nil, owed: Set<Record.Stage> = [],
    void: Set<Record.Stage> = [], since version: Int = 1
  ) {
    self.name = name
    title = Text(zh, en)
    since = version
    basis = .fields(
      DueFields(
        due: due, first: first, done: done, arises: arises, lapses: lapses, owed: owed, void: void))
  }

  /// One that is reckoned from the record, its moves, rules and other records: for registers of
  /// few records, all of which are read.
  public init(
    _ name: String, zh: String, en: String,
    _ duties: @escaping @Sendable (Record, RecordID, DueScope, any RecordReader) throws -> [Duty]
  ) {
    self.name = name
    title = Text(zh, en)
    since = 1
    basis = .reckoned(duties)
  }
}

/// The fields that tell of an obligation.
struct DueFields<Record: Register>: Sendable {
  var due: any KeyPath<Record, Day?> & Sendable
  var first: (any KeyPath<Record, Day?> & Sendable)?
  var done: [any KeyPath<Record, Day?> & Sendable]
  var arises: (any KeyPath<Record, Day?> & Sendable)?
  var lapses: (any KeyPath<Record, Day?> & Sendable)?
  var owed: Set<Record.Stage>
  var void: Set<Record.Stage>
}

/// One time that a record owes something.
public struct Duty: Sendable, Hashable {
  public var occurrence: Occurrence
  /// What is to be done; nil where the obligation's title says it.
  public var title: String?
  /// Who owes it; nil for the record's unit.
  public var unit: UnitID?

  public init(_ occurrence: Occurrence, title: String? = nil, unit: UnitID? = nil) {
    self.occurrence = occurrence
    self.title = title
    self.unit = unit
  }
}

/// Which days are asked about.
public struct DueScope: Sendable, Hashable {
  /// The first day of the stretch that on-time rates are about.
  public var start: Day
  /// At whose end things are looked at.
  public var day: Day
  /// The last due day that is listed.
  public var end: Day

  public init(start: Day, day: Day, end: Day) {
    self.start = start
    self.day = day
    self.end = end
  }
}
