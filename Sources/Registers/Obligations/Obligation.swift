public import TargetEngine

/// Something that each record of a register owes by a day: to be held, answered, reported or
/// renewed.
///
/// `due` lists what is open, and the dashboard counts what was done in time. Two kinds exist: an
/// obligation by fields is found by the database among any number of records; a computed one reads
/// all records of its register. Source: `engine.md`, "Obligations and recurrence".
public struct Obligation<Record: RegisterRecord>: Sendable {
  let name: String
  let title: Text
  /// The version of the register that brought it.
  let since: Int
  /// Whether it is told how often it was done in time.
  let isRated: Bool
  let basis: Basis

  enum Basis: Sendable {
    case fields(DueFields<Record>)
    case reckoned(@Sendable (Record, RecordID, DueScope, any RecordReader) throws -> [Duty])
  }

  /// An obligation by fields.
  ///
  ///     Obligation(
  ///       "hold", zh: "应急演练", en: "Drill", due: \.plannedOn, done: [\.heldOn], void: [.cancelled])
  ///
  /// - Parameters:
  ///   - name: the word in commands and JSON.
  ///   - due: the day by which it has to be done.
  ///   - first: the field that keeps the original due day, see `First`; being on time counts
  ///     against it.
  ///   - done: the fields with the day on which it was done; the first one that is filled in
  ///     counts.
  ///   - arises: the day from which it is owed.
  ///   - lapses: a day that ends the obligation when it is not after the due day.
  ///   - owed: the stages in which it is not done, whatever the `done` fields say; empty to go by
  ///     the fields alone.
  ///   - void: the stages in which it is not owed.
  ///   - version: the version of the register that brought it.
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
    isRated = true
    basis = .fields(
      DueFields(
        due: due, first: first, done: done, arises: arises, lapses: lapses, owed: owed, void: void))
  }

  /// A computed obligation, for registers of few records.
  ///
  ///     Obligation("evaluate", zh: "演练评估", en: "Evaluation") { drill, _, _, others in
  ///       guard let held = drill.heldOn, let due = try others.deadline(of: .evaluation, after: held)
  ///       else { return [] }
  ///       return [Duty(Occurrence(due: due, done: drill.evaluatedOn))]
  ///     }
  ///
  /// - Parameters:
  ///   - isRated: false where a record keeps only the last time that it was done: how often it was done in time is
  ///     not known then.
  ///   - duties: everything that a record owes or owed within the scope, done or not.
  public init(
    _ name: String, zh: String, en: String, isRated: Bool = true,
    _ duties: @escaping @Sendable (Record, RecordID, DueScope, any RecordReader) throws -> [Duty]
  ) {
    self.name = name
    title = Text(zh, en)
    since = 1
    self.isRated = isRated
    basis = .reckoned(duties)
  }
}

/// The fields of an obligation.
struct DueFields<Record: RegisterRecord>: Sendable {
  var due: any KeyPath<Record, Day?> & Sendable
  var first: (any KeyPath<Record, Day?> & Sendable)?
  var done: [any KeyPath<Record, Day?> & Sendable]
  var arises: (any KeyPath<Record, Day?> & Sendable)?
  var lapses: (any KeyPath<Record, Day?> & Sendable)?
  var owed: Set<Record.Stage>
  var void: Set<Record.Stage>
}

/// One occasion on which a record owes something.
public struct Duty: Sendable, Hashable {
  /// When it is due, and when it was done.
  public var occurrence: Occurrence
  /// What is to be done; nil to show the obligation's title.
  public var title: String?
  /// Who owes it; nil for the record's unit.
  public var unit: UnitID?

  /// The first day of the period that it is of, which names it however its due day moves; nil where the
  /// record owes it once.
  public var period: Day?
  /// The year whose holidays would have to be known to tell its due day.
  public var unknownYear: Int?

  /// One occasion; title and unit are the obligation's and the record's where left out.
  public init(
    _ occurrence: Occurrence, title: String? = nil, unit: UnitID? = nil, period: Day? = nil
  ) {
    self.occurrence = occurrence
    self.period = period
    self.title = title
    self.unit = unit
  }
}

/// The days that a question about obligations covers.
public struct DueScope: Sendable, Hashable {
  /// The first day of the period whose on-time rate is computed.
  public var start: Day
  /// The day as of which records are looked at.
  public var day: Day
  /// The last due day that is listed.
  public var end: Day

  /// The days of a question.
  public init(start: Day, day: Day, end: Day) {
    self.start = start
    self.day = day
    self.end = end
  }
}
