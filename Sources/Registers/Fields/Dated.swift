public import TargetEngine

/// A quantity that keeps its earlier values, so that a report of July still shows what held in
/// July.
///
///     var workers = Dated()
///     workers.set(120, from: january)
///     workers.set(130, from: august)
///     let before = workers.value(on: july)  // 120
///     let changes = try workers.changes  // +120 in January, +10 in August
///
/// A property `var openings = Dated()` makes a field of it. Source: `engine.md`, "A field marked
/// dated".
public struct Dated: Sendable, Hashable {
  /// A value with the day from which it holds.
  public struct Step: Sendable, Hashable {
    /// The first day on which it holds.
    public var from: Day
    /// The value, in the unit of the field.
    public var value: Int64

    /// A value that holds from a day on.
    public init(from: Day, value: Int64) {
      self.from = from
      self.value = value
    }
  }

  /// In the order of their days, one for each day.
  public private(set) var steps: [Step]

  /// Sorts the steps by day; of two for one day the last one stays.
  public init(steps: [Step] = []) {
    // A step that repeats the one before is kept: it was set, and says so when that one changes.
    let byDay = Dictionary(steps.map { ($0.from, $0) }) { _, last in last }
    self.steps = byDay.values.sorted { $0.from < $1.from }
  }

  /// The value that holds from the last step on.
  public var latest: Int64? { steps.last?.value }

  /// The value on a day; before the first step there is none.
  public func value(on day: Day) -> Int64? { steps.last { $0.from <= day }?.value }

  /// Sets the value from a day on, as a step of its own even where it equals the one in force; what
  /// was set for later days stays.
  public mutating func set(_ value: Int64, from day: Day) {
    let place = steps.firstIndex { $0.from >= day } ?? steps.count
    if place < steps.count, steps[place].from == day {
      steps[place].value = value
    } else {
      steps.insert(Step(from: day, value: value), at: place)
    }
  }

  /// Corrects a typing error: replaces the value that holds on a day, as if it had never been
  /// another.
  public mutating func correct(_ value: Int64, on day: Day) {
    if let place = steps.lastIndex(where: { $0.from <= day }) {
      steps[place].value = value
    } else {
      set(value, from: day)
    }
  }

  /// Lets the values begin on a day: the one in force on it, else the first, holds from then on, and
  /// those before it fall away.
  ///
  ///     var places = Dated(steps: [Dated.Step(from: january1, value: 7)])
  ///     places.set(9, from: march1)
  ///     places.begin(on: april1)  // 9 from 1 April on
  public mutating func begin(on day: Day) {
    if steps.isEmpty { return }
    steps.removeFirst(steps.lastIndex { $0.from <= day } ?? 0)
    steps[0].from = day
  }

  /// Each change with its day: what a measure of the level posts.
  public var changes: [(day: Day, amount: Int64)] {
    get throws(OverflowFault) {
      var changes: [(day: Day, amount: Int64)] = []
      var before: Int64 = 0
      for step in steps where step.value != before {
        changes.append((step.from, try step.value.subtracting(before)))
        before = step.value
      }
      return changes
    }
  }
}

/// An amount of money that keeps its earlier values, such as what has been spent of a fund by a day.
///
///     var spent = DatedMoney()
///
/// Its steps are in 分.
public struct DatedMoney: Sendable, Hashable {
  /// The amounts by day, in 分.
  public var amounts: Dated

  /// Without steps there is no amount on any day.
  public init(_ amounts: Dated = Dated()) { self.amounts = amounts }
}
