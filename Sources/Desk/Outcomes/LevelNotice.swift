public import Storage
public import TargetEngine

/// A level of a day that is now another one. Source: `engine.md`, "level statement".
public struct LevelNotice: Sendable, Equatable {
  /// The unit whose level moved.
  public var unit: Unit
  /// The indicator of the level.
  public var indicator: Indicator
  /// From what to what.
  public var moved: MovedLevel
}
