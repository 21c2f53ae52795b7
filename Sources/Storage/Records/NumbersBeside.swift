internal import Database
internal import Journal
public import TargetEngine

/// When a number counts.
public struct NumberTime: Sendable, Hashable {
  /// Its day.
  public var day: Day
  /// Its plan year.
  public var year: Int

  public init(day: Day, year: Int) { (self.day, self.year) = (day, year) }
}

/// When numbers that were posted at a place come to anything.
public struct NumberTimes: Sendable {
  /// On their own days.
  public var own: Set<NumberTime>
  /// Where they give way to the list of their place.
  public var besideList: Set<NumberTime>
}

extension Transaction {
  /// The number of the next entry.
  public var nextEntry: Int64 { journal.row.entries.end }

  /// Leaves the numbers of places beside their lists until all of an import is posted: then they may come to
  /// nothing by themselves.
  public func wait(for places: some Sequence<ListedPlace>) { waiting.formUnion(places) }

  /// Lets numbers give way that waited.
  public func endWaiting() throws {
    let places = waiting
    waiting = []
    try replaceNumbers(at: places)
  }

  /// When the numbers of places that were posted since an entry come to anything.
  public func times(
    of places: some Sequence<ListedPlace>, since first: Int64
  ) throws -> [ListedPlace: NumberTimes] {
    var sources = try ListSources(ledger)
    var times: [ListedPlace: NumberTimes] = [:]
    for place in places {
      let told = try ledger.told(at: place, since: first)
      var beside: [PostingKey: Int64] = [:]
      for (key, amount) in told {
        guard let end = try sources.end(of: key, at: place) else { continue }
        beside[end] = try (beside[end] ?? 0).adding(amount)
      }
      times[place] = NumberTimes(
        own: Set(told.keys.map(\.time)),
        besideList: Set(beside.filter { $0.value != 0 }.keys.map(\.time)))
    }
    return times
  }
}

extension PostingKey {
  fileprivate var time: NumberTime { NumberTime(day: day, year: year) }
}
