/// A unit with which something was not done that was done with all others, and why.
public struct FormLeftOut: Sendable, Equatable {
  /// The unit's code.
  public var unit: String
  /// Why it could not be done with it.
  public var why: DeskError
}
