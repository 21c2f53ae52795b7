public import Storage
public import TargetEngine

/// A statement of a level, whose day now has another one. Source: `engine.md`, "level statement".
public struct LevelNotice: Sendable {
  /// The unit whose level moved.
  public var unit: Unit
  /// The indicator of the level.
  public var indicator: Indicator
  /// From what to what.
  public var moved: MovedLevel
}
