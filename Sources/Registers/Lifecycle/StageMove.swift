public import TargetEngine

/// A move of a record into a stage, without its register's type.
///
/// A move is undated when nobody knew its day, such as one from a list that says only 整改中. Its day
/// stays between those of its dated neighbours: `settleUndated()` shifts it when these change.
/// Source: `engine.md`, "The day of a stage move".
///
///     var moves = [
///       StageMove(stage: "assessed", day: february8),
///       StageMove(stage: "rectifying", day: february8, isUndated: true),
///       StageMove(stage: "accepted", day: june20),
///     ]
///     moves[0].day = march1
///     moves.settleUndated()  // rectifying is now on 1 March as well
public struct StageMove: Sendable, Hashable {
  /// The stage that is entered.
  public var stage: String
  /// The day on which it takes effect.
  public var day: Day
  /// Whether nobody knew the day.
  public var isUndated: Bool

  /// A move into a stage.
  public init(stage: String, day: Day, isUndated: Bool = false) {
    self.stage = stage
    self.day = day
    self.isUndated = isUndated
  }
}

extension [StageMove] {
  /// Shifts undated moves as little as needed to lie between their dated neighbours.
  public mutating func settleUndated() {
    guard contains(where: \.isUndated) else { return }
    var earliest: Day?
    for index in indices {
      if self[index].isUndated, let earliest, self[index].day < earliest {
        self[index].day = earliest
      }
      if !self[index].isUndated { earliest = self[index].day }
    }
    var latest: Day?
    for index in indices.reversed() {
      if self[index].isUndated, let latest, latest < self[index].day { self[index].day = latest }
      if !self[index].isUndated { latest = self[index].day }
    }
  }
}
