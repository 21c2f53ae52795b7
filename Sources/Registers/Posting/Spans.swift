public import TargetEngine

/// Stretches of days in which something is in force, and how much of it there is on each day.
///
///     var spans = Spans()
///     spans.add(from: first.starts, through: first.ends)
///     spans.add(from: second.starts, until: second.terminatedOn)
///     let postings = try spans.coverage
public struct Spans: Sendable {
  private var edges: [(day: Day, step: Int64)] = []

  /// No stretch.
  public init() {}

  /// Adds a stretch up to the day before `end`.
  ///
  /// - Parameters:
  ///   - start: nil adds nothing.
  ///   - end: the first day that no longer counts; nil for no end.
  public mutating func add(_ amount: Int64 = 1, from start: Day?, until end: Day?) {
    guard let start, end.map({ start < $0 }) ?? true else { return }
    edges.append((start, amount))
    if let end { edges.append((end, -amount)) }
  }

  /// Adds a stretch that includes its last day.
  ///
  /// - Parameter last: the last day that counts; nil for no end.
  public mutating func add(_ amount: Int64 = 1, from start: Day?, through last: Day?) {
    add(amount, from: start, until: last.flatMap { Day(number: $0.number + 1) })
  }

  /// The days from the first on in stretches between which the amount changes.
  ///
  /// - Parameter days: days on which a stretch ends in any case, since something else changes.
  public func stretches(
    cutAt days: [Day] = []
  ) throws(OverflowFault) -> [(from: Day, until: Day?, amount: Int64)] {
    let steps = Dictionary(grouping: edges, by: \.day)
    guard let first = steps.keys.min() else { return [] }
    let starts = Set(steps.keys).union(days.filter { $0 > first }).sorted()
    var amount: Int64 = 0
    var stretches: [(from: Day, until: Day?, amount: Int64)] = []
    for day in starts {
      let before = amount
      for edge in steps[day] ?? [] { amount = try amount.adding(edge.step) }
      if amount == before, !days.contains(day) { continue }
      if !stretches.isEmpty { stretches[stretches.count - 1].until = day }
      stretches.append((day, nil, amount))
    }
    return stretches
  }

  /// +1 on each day on which the first begins, −1 on each on which the last has ended, however many
  /// there are between. A seamless succession posts nothing.
  public var coverage: [Posting] {
    get throws(OverflowFault) { try postings { amount, _ in min(amount, 1) } }
  }

  /// What is covered counts as much as it has on each day, once however often it is covered: an
  /// enterprise with its head count.
  public func coverage(of amount: Dated) throws(OverflowFault) -> [Posting] {
    try postings(cutAt: amount.steps.map(\.from)) { covered, day in
      covered > 0 ? amount.value(on: day) ?? 0 : 0
    }
  }

  /// Each change of the amount with its day.
  public var postings: [Posting] {
    get throws(OverflowFault) { try postings { amount, _ in amount } }
  }

  private func postings(
    cutAt days: [Day] = [], _ level: (_ amount: Int64, _ day: Day) -> Int64
  ) throws(OverflowFault) -> [Posting] {
    var before: Int64 = 0
    var postings: [Posting] = []
    for stretch in try stretches(cutAt: days) {
      let now = level(stretch.amount, stretch.from)
      if now != before { postings.append(Posting(try now.subtracting(before), on: stretch.from)) }
      before = now
    }
    return postings
  }
}
