public import TargetEngine

/// An obligation without its register's type.
public struct ObligationShape: Sendable {
  /// The word in commands and JSON.
  public let name: String
  /// What people read.
  public let title: Text
  /// The version of the register that brought it.
  public let since: Int
  /// Whether it is told how often it was done in time.
  public let isRated: Bool
  /// The fields that it depends on; nil for a computed one.
  public let columns: DueColumns?
  let reckoned: @Sendable (RecordState, DueScope, any RecordReader) throws -> [Duty]

  init<Record: RegisterRecord>(
    _ obligation: Obligation<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    name = obligation.name
    title = obligation.title
    since = obligation.since
    isRated = obligation.isRated
    switch obligation.basis {
    case .fields(let fields):
      columns = DueColumns(fields, index)
      reckoned = { _, _, _ in [] }
    case .reckoned(let duties):
      columns = nil
      reckoned = { state, scope, others in try duties(Record(state), state.id, scope, others) }
    }
  }
}

/// The fields of an obligation by their indexes.
public struct DueColumns: Sendable {
  /// The day by which it has to be done.
  public let due: Int
  /// The original due day.
  public let first: Int?
  /// The days on which it was done.
  public let done: [Int]
  /// The day from which it is owed.
  public let arises: Int?
  /// A day that ends the obligation when it is not after the due day.
  public let lapses: Int?
  /// The stages in which it is not done; empty to go by the days alone.
  public let owed: Set<String>
  /// The stages in which it is not owed.
  public let void: Set<String>

  fileprivate init?<Record: RegisterRecord>(
    _ fields: DueFields<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    guard let due = index(fields.due) else { return nil }
    self.due = due
    first = fields.first.flatMap { index($0) }
    done = fields.done.compactMap { index($0) }
    arises = fields.arises.flatMap { index($0) }
    lapses = fields.lapses.flatMap { index($0) }
    owed = Set(fields.owed.map(\.rawValue))
    void = Set(fields.void.map(\.rawValue))
  }

  /// All fields that it depends on.
  public var fields: [Int] { [due] + [first, arises, lapses].compactMap(\.self) + done }

  /// What records in a stage owe whose fields hold these days; nil when nothing is owed.
  public func occurrence(_ stage: String, _ day: (Int) -> Day?) -> Occurrence? {
    guard let due = day(due), !void.contains(stage) else { return nil }
    let done = owed.contains(stage) ? nil : done.lazy.compactMap(day).first
    if done == nil {
      // It has left the stages in which it is owed, but the day is not known.
      if !owed.isEmpty, !owed.contains(stage) { return nil }
      if let lapsed = lapses.flatMap(day), lapsed <= due { return nil }
    }
    return Occurrence(due: due, firstDue: first.flatMap(day), done: done)
  }
}
