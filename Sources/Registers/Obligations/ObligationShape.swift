public import TargetEngine

/// An obligation without its register's type.
public struct ObligationShape: Sendable {
  /// The word in commands and JSON.
  public let name: String
  /// What people read.
  public let title: Text
  /// The version of the register that brought it.
  public let since: Int
  /// The fields that it depends on; nil for a computed one.
  public let columns: DueColumns?
  private let reckoned: @Sendable (RecordState, DueScope, any RecordReader) throws -> [Duty]

  init<Record: Register>(
    _ obligation: Obligation<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    name = obligation.name
    title = obligation.title
    since = obligation.since
    switch obligation.basis {
    case .fields(let fields):
      columns = DueColumns(fields, index)
      reckoned = { _, _, _ in [] }
    case .reckoned(let duties):
      columns = nil
      reckoned = { state, scope, others in try duties(Record(state), state.id, scope, others) }
    }
  }

  /// What a record owes, done or not; nothing once it is removed.
  public func duties(
    of state: RecordState, in shape: RegisterShape, _ scope: DueScope, _ others: any RecordReader
  ) throws -> [Duty] {
    if state.isRemoved { return [] }
    guard let columns else { return try reckoned(state, scope, others) }
    let occurrence = columns.occurrence(shape.stage(of: state, on: scope.day)) {
      shape.day(in: $0, of: state, on: scope.day)
    }
    return occurrence.map { [Duty($0)] } ?? []
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

  fileprivate init?<Record: Register>(
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

extension RegisterShape {
  /// The day in a field as it stood on a day: one that moves write is that of the last such move
  /// by then.
  fileprivate func day(in field: Int, of state: RecordState, on day: Day) -> Day? {
    let written = zip(state.moves, stageBefore(state.moves)).filter { move, before in
      marks.contains { $0.field == field && $0.concerns(move.stage, from: before) }
    }
    if let last = written.last(where: { $0.0.day <= day }) { return last.0.day }
    return state.data[field].day
  }

  private func stageBefore(_ moves: [StageMove]) -> [String] {
    [stages.first?.name ?? ""] + moves.dropLast().map(\.stage)
  }
}
