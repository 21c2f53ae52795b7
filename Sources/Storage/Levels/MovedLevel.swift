public import TargetEngine

/// A level statement in force whose day has another level now.
public struct MovedLevel: Sendable, Hashable {
  public var place: ListedPlace
  public var day: Day
  public var before: Int64
  public var now: Int64

  public init(place: ListedPlace, day: Day, before: Int64, now: Int64) {
    self.place = place
    self.day = day
    self.before = before
    self.now = now
  }
}

/// The day of a level at a place.
struct LevelDay: Hashable {
  var place: ListedPlace
  var day: Day
}
