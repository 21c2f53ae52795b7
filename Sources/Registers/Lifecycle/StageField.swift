/// A mark or need without its register's type.
public struct StageField: Sendable, Hashable {
  /// The stage that is entered.
  public var stage: String
  /// The stage that is left; nil for any.
  public var from: String?
  /// The index of the field.
  public var field: Int

  /// Whether a move from one stage into another is meant.
  public func concerns(_ stage: String, from: @autoclosure () -> String) -> Bool {
    self.stage == stage && (self.from.map { $0 == from() } ?? true)
  }
}
