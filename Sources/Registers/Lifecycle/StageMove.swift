public import TargetEngine

/// A move of a record into a stage, without its register's type.
///
/// An undated move is one whose day nobody knew, as of a list that says only 整改中. It keeps a day
/// between those of its dated neighbours: told later, these push it on or pull it back. Source:
/// `engine.md`, "The day of a stage move".
///
///     var moves = [
///       StageMove(stage: "assessed", day: february8),
///       StageMove(stage: "rectifying", day: february8, isUndated: true),
///       StageMove(stage: "accepted", day: june20),
///     ]
///     moves[0].day = march1
///     moves.settleUndated()  // rectifying is now on 1 March as well
public struct StageMove: Sendable, Hashable {
  public var stage: String
  public var day: Day
  public var isUndated: Bool

  public init(stage: String, day: Day, isUndated: Bool = false) {
    self.stage = stage
    self.day = day
    self.isUndated = isUndated
  }
}

extension [StageMove] {
  /// Moves the days of undated moves as little as it takes to put them between those of their dated
  /// neighbours.
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
