public import TargetEngine

/// A move that another record makes when this one enters a stage: filing a new version of a plan supersedes the one
/// before.
///
///     static let consequences: [Consequence<Plan>] = [
///       Consequence(of: .filed, \.supersedes, to: .superseded)
///     ]
///
/// The other record moves on the same day in the same transaction, if it may enter that stage from where it stands;
/// the receipt tells either. Its move follows when the day of this one is corrected, and is taken back when this record
/// leaves the stage, is removed or names another.
public struct Consequence<Record: RegisterRecord>: Sendable {
  let stage: Record.Stage
  let path: any PartialKeyPath<Record> & Sendable
  let target: String

  /// - Parameters:
  ///   - stage: the stage that this record enters.
  ///   - path: the field that names the other record.
  ///   - target: the stage that the other one then enters.
  public init<Target: RegisterRecord>(
    of stage: Record.Stage, _ path: any KeyPath<Record, Reference<Target>?> & Sendable,
    to target: Target.Stage
  ) {
    (self.stage, self.path, self.target) = (stage, path, target.rawValue)
  }
}

/// A consequence without its register's type.
public struct ConsequenceShape: Sendable, Hashable {
  /// The stage that a record enters.
  public let stage: String
  /// The index of the field that names the other record.
  public let field: Int
  /// The stage that the other record then enters.
  public let target: String

  init?<Record: RegisterRecord>(
    _ consequence: Consequence<Record>, _ index: (PartialKeyPath<Record>) -> Int?
  ) {
    guard let field = index(consequence.path) else { return nil }
    (stage, target, self.field) = (consequence.stage.rawValue, consequence.target, field)
  }

  /// The record that has to move, and the day; nil where none has to.
  public func call(of state: RecordState?) -> (record: RecordID, day: Day)? {
    guard let state, !state.isRemoved, case .record(let id) = state.data[field],
      let move = state.moves.first(where: { $0.stage == stage })
    else { return nil }
    return (id, move.day)
  }
}
