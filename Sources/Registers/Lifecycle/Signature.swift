internal import TargetEngine

/// Separation of duties: a stage must be signed by someone other than the people named in `others`.
///
///     static let signatures: [Signature<Drill>] = [
///       Signature(.held, \.evaluatedBy, notBy: [\.organiser])
///     ]
///
/// Names are compared, of people and of units. The move is refused when the signer is one of the
/// others, or when one of them makes it.
public struct Signature<Record: RegisterRecord>: Sendable {
  let stage: Record.Stage
  let path: any PartialKeyPath<Record> & Sendable
  let others: [any PartialKeyPath<Record> & Sendable]
  let isInPerson: Bool

  /// - Parameters:
  ///   - stage: the stage that has to be signed.
  ///   - path: the field with the signer's name.
  ///   - others: the fields with the names of those who must not sign.
  ///   - inPerson: whether only the signer may make the move; an empty field is then filled with
  ///     the name of whoever makes it.
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
  /// The stage that has to be signed.
  public var stage: String
  /// The index of the signer's field.
  public var field: Int
  /// The indexes of the fields of those who must not sign.
  public var others: [Int]
  /// Whether only the signer may make the move.
  public var isInPerson: Bool
}
