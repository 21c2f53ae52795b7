internal import Registers
internal import TargetEngine

/// How many people are in an open shelter after each entry.
struct Occupancy {
  /// Who came or left, and how many are in it then.
  struct Level {
    var id: RecordID
    var at: Moment
    var people: Int64
  }

  /// Days on which fewer than nobody are in it; until nil for no end.
  struct Shortfall {
    var level: Level
    var from: Day
    var until: Day?
  }

  /// In the order of their moments.
  let levels: [Level]

  /// - Parameter entries: the people who came or, below 0, left.
  init(_ entries: [Level]) throws(OverflowFault) {
    var people: Int64 = 0
    var levels: [Level] = []
    for var entry in entries.sorted(by: { ($0.at, $0.id) < ($1.at, $1.id) }) {
      people = try people.adding(entry.people)
      entry.people = people
      levels.append(entry)
    }
    self.levels = levels
  }

  /// By the least of each day with entries, and until the next one by what is left at its end.
  var shortfalls: [Shortfall] {
    let days = Dictionary(grouping: levels, by: \.at.day).sorted { $0.key < $1.key }
    let all = days.enumerated().flatMap { index, day -> [Shortfall] in
      let next = days.dropFirst(index + 1).first?.key
      let after = day.key.adding(days: 1)
      guard let least = day.value.min(by: { $0.people < $1.people }), let last = day.value.last
      else { return [] }
      if least.people == last.people {
        return [Shortfall(level: least, from: day.key, until: next)]
      }
      return [
        Shortfall(level: least, from: day.key, until: after),
        Shortfall(level: last, from: after, until: next),
      ]
    }
    return all.filter { $0.level.people < 0 && $0.from != $0.until }
  }

  /// The last entry until a moment.
  func last(at moment: Moment) -> Level? { levels.last { $0.at <= moment } }
}
