/// A target as it holds for a unit from some day on: its own, or the sum of its children's.
public struct Plan: Sendable, Hashable {
  public var source: TargetSource
  /// In the indicator's smallest unit.
  public var amount: Int64
  /// The paces and due days behind the amount with their shares of it; one for an own target.
  public var parts: [Part]
  /// Over how many children a sum goes; 0 for an own target.
  public var children: Int

  public struct Part: Sendable, Hashable {
    public var pace: Pace
    public var due: Day
    public var weight: Int64

    public init(pace: Pace, due: Day, weight: Int64) {
      self.pace = pace
      self.due = due
      self.weight = weight
    }
  }

  public init(source: TargetSource, amount: Int64, parts: [Part], children: Int = 0) {
    self.source = source
    self.amount = amount
    self.parts = parts
    self.children = children
  }

  /// The latest of the parts' due days.
  public var due: Day {
    guard var due = parts.first?.due else { return Day(known: 2999, 12, 31) }
    for part in parts.dropFirst() { due = max(due, part.due) }
    return due
  }

  public var isDeadline: Bool { parts.allSatisfy { $0.pace == .deadline } }

  /// Whether a forecast can be drawn: all of it linear, with one due day.
  public var isLinear: Bool { parts.count == 1 && parts[0].pace == .linear }

  /// The share that should be done by `day`, weighted over the parts; nil for a sum whose parts
  /// add up to 0, and where lists plan nothing.
  public func pace(on day: Day, in year: PlanYear) -> Fraction? {
    let start = year.start
    if parts.count == 1, source != .sum || amount != 0 {
      return parts[0].pace.share(on: day, due: parts[0].due, from: start)
    }
    var done = Fraction.zero
    for part in parts where part.weight != 0 {
      guard let share = part.pace.share(on: day, due: part.due, from: start) else { return nil }
      done = done + Fraction(part.weight) * share
    }
    return done / Fraction(amount)
  }
}

/// Where a target comes from. Source: `engine.md`, "Targets".
public enum TargetSource: String, Sendable, CaseIterable {
  case own, sum, inherited
  /// None is set: the indicator's default.
  case planned
}
