public import TargetEngine

/// A day or moment that says when a stage was entered, `accepted-on`: it follows the move, and the
/// move follows it.
///
///     static let marks: [Mark<Warning>] = [Mark(.issued, \.issuedAt)]
public struct Mark<Record: Register>: Sendable {
  let stage: Record.Stage
  /// The stage before; nil for any.
  let from: Record.Stage?
  let path: any PartialKeyPath<Record> & Sendable

  public init(
    _ stage: Record.Stage, from: Record.Stage? = nil, _ path: any KeyPath<Record, Day?> & Sendable
  ) {
    self.init(stage, from, path)
  }

  /// The same by a moment, whose day is the move's.
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

/// A field that a move cannot do without.
public struct Need<Record: Register>: Sendable {
  let stage: Record.Stage
  let from: Record.Stage?
  let path: any PartialKeyPath<Record> & Sendable

  public init(
    _ stage: Record.Stage, from: Record.Stage? = nil, _ path: any PartialKeyPath<Record> & Sendable
  ) {
    self.stage = stage
    self.from = from
    self.path = path
  }
}

/// A mark or need without its register's type.
public struct StageField: Sendable, Hashable {
  public var stage: String
  public var from: String?
  /// The index of the field.
  public var field: Int

  /// Whether it speaks of a move.
  public func concerns(_ stage: String, from: String) -> Bool {
    self.stage == stage && (self.from ?? from) == from
  }
}
