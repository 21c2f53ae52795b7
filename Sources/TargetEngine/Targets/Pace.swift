/// How much of a target should be done by a day. Source: `engine.md`, "Pace".
public enum Pace: Sendable, Hashable {
  /// In proportion to time.
  case linear
  /// Straight lines through the milestones, from 0 at the year's start to all on the due day.
  case milestones([Milestone])
  /// Nothing before the due day, all from it on.
  case deadline
  /// As lists plan it; the counts are told when a report is made. A module's default only.
  case planned(PlannedShare?)

  /// A share, in ten-thousandths, that should be done by a day of the year.
  public struct Milestone: Sendable, Hashable {
    public var month: Int
    public var day: Int
    public var share: Int64
  }

  /// The share due by `day`, 0 to 1; nil where lists plan nothing for the year.
  ///
  /// - Parameters:
  ///   - due: the day by which all is due.
  ///   - start: the plan year's first month.
  func share(on day: Day, due: Day, from start: Month) -> Fraction? {
    if case .planned(let share) = self {
      return share.flatMap { Fraction($0.untilDay, over: $0.inYear) }
    }
    if day >= due { return .one }
    switch self {
    case .deadline, .planned: return .zero
    case .linear:
      let share = day.position(from: start) / due.position(from: start) ?? .one
      return max(.zero, share)
    case .milestones(let milestones):
      let here = day.position(from: start)
      var from = (position: Fraction.zero, share: Fraction.zero)
      for milestone in milestones {
        guard let stop = milestone.point(from: start) else { continue }
        if here <= stop.position { return Pace.between(from, stop, at: here) }
        from = stop
      }
      return Pace.between(from, (due.position(from: start), .one), at: here)
    }
  }

  var isPlanned: Bool {
    if case .planned = self { true } else { false }
  }

  private typealias Point = (position: Fraction, share: Fraction)

  private static func between(_ a: Point, _ b: Point, at here: Fraction) -> Fraction {
    let part = (here - a.position) / (b.position - a.position) ?? .one
    return max(.zero, a.share + (b.share - a.share) * part)
  }

  /// Whether the milestones are days of the plan year that ascend and lie before `due`.
  func fits(due: Day, from start: Month) -> Bool {
    guard case .milestones(let milestones) = self else { return true }
    let days = milestones.compactMap { $0.date(from: start) }
    let shares = milestones.map(\.share)
    return days.count == milestones.count && days.allSatisfy { $0 < due }
      && zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
      && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

extension Pace.Milestone {
  /// The milestone's day in the plan year; nil when that year does not have it.
  func date(from start: Month) -> Day? {
    Day(year: month < start.monthOfYear ? start.year + 1 : start.year, month: month, day: day)
  }

  fileprivate func point(from start: Month) -> (position: Fraction, share: Fraction)? {
    guard let date = date(from: start), let share = Fraction(share, over: 10_000) else {
      return nil
    }
    return (date.position(from: start), share)
  }
}
