internal import TargetEngine

/// Who may move a record into a stage, told by names: what is closed is closed by another than who
/// answers for it.
public struct Signature<Record: Register>: Sendable {
  let stage: Record.Stage
  let path: any PartialKeyPath<Record> & Sendable
  let others: [any PartialKeyPath<Record> & Sendable]
  let isInPerson: Bool

  /// - Parameters:
  ///   - path: the field that says who signed.
  ///   - others: the fields of those who may not: neither be named there nor make the move.
  ///   - inPerson: whether only who is named there may make the move; an empty field is filled with
  ///     who makes it.
  public init(
    _ stage: Record.Stage, _ path: any PartialKeyPath<Record> & Sendable,
    notBy others: [any PartialKeyPath<Record> & Sendable], inPerson: Bool = false
  ) {
    self.stage = stage
    self.path = path
    self.others = others
    isInPerson = inPerson
  }
}

/// A signature without its register's type.
public struct SignatureShape: Sendable, Hashable {
  public var stage: String
  /// The index of the field of who signed.
  public var field: Int
  /// The indexes of the fields of those who may not.
  public var others: [Int]
  public var isInPerson: Bool
}
