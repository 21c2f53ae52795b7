public import TargetEngine

/// A unit with a number of its own while lists of units below it count too: perhaps the same things
/// twice.
public struct DoubleCount: Sendable {
  /// The unit with the number.
  public var unit: Unit
  /// What is counted.
  public var indicator: Indicator
}
