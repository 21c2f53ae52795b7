public import TargetEngine

/// A day or moment field that holds the day of a move into a stage.
///
///     static let marks: [Mark<Drill>] = [Mark(.held, \.heldOn), Mark(.cancelled, \.cancelledOn)]
///
/// The field follows the move and the move the field: `advance X held held-on=2021-05-12` dates the
/// move, and `redate` changes the field. The field's day and `--on` must not differ. A stage with a
/// mark is never undated: a list has to give the day. The field of a stage that was reached cannot
/// be emptied.
public struct Mark<Record: RegisterRecord>: Sendable {
  let stage: Record.Stage
  /// The stage before; nil for any.
  let from: Record.Stage?
  let path: any PartialKeyPath<Record> & Sendable

  /// - Parameters:
  ///   - stage: the stage that is entered.
  ///   - from: the stage that is left, where only that move is meant; nil for any.
  ///   - path: the day field.
  public init(
    _ stage: Record.Stage, from: Record.Stage? = nil, _ path: any KeyPath<Record, Day?> & Sendable
  ) {
    self.init(stage, from, path)
  }

  /// The same with a moment field: the move has the moment's day.
  public init(
    _ stage: Record.Stage, from: Record.Stage? = nil,
    _ path: any KeyPath<Record, Moment?> & Sendable
  ) {
    self.init(stage, from, path)
  }

  private init(
    _ stage: Record.Stage, _ from: Record.Stage?,
    _ path: any PartialKeyPath<Record> & Sendable
  ) {
    self.stage = stage
    self.from = from
    self.path = path
  }
}

/// A field that must be filled in before a record enters a stage. The move is refused without it,
/// naming the field, and the field cannot be emptied afterwards.
///
///     static let needs: [Need<Drill>] = [Need(.held, \.participants)]
public struct Need<Record: RegisterRecord>: Sendable {
  let stage: Record.Stage
  let from: Record.Stage?
  let path: any PartialKeyPath<Record> & Sendable

  /// - Parameters:
  ///   - stage: the stage that is entered.
  ///   - from: the stage that is left, where only that move is meant; nil for any.
  ///   - path: the field.
  public init(
    _ stage: Record.Stage, from: Record.Stage? = nil, _ path: any PartialKeyPath<Record> & Sendable
  ) {
    self.stage = stage
    self.from = from
    self.path = path
  }
}
