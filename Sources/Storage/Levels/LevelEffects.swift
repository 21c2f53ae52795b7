internal import Database
public import TargetEngine

/// A level statement in force whose day has another level now.
public struct MovedLevel: Sendable, Hashable {
  public var place: ListedPlace
  public var day: Day
  public var before: Int64
  public var now: Int64
}

/// What a transaction has added to places that have level statements, by month.
struct LevelEffects {
  private var months: [ListedPlace: [Month: Int64]] = [:]

  /// Notes the rolled-up sums of a transaction's entries. An import has many of them; places with
  /// levels are few.
  mutating func add(_ cells: Cells, _ ledger: Ledger) throws {
    guard cells.count > 0, try ledger.hasLevels() else { return }
    let all = cells.count > 100 ? try ledger.placesWithLevels() : nil
    for (index, key) in cells.keys.enumerated() {
      let place = ListedPlace(indicator: key.indicator, unit: key.unit)
      guard try all?.contains(place) ?? ledger.hasLevels(at: place) else { continue }
      // Also a month whose sum is 0: its entries may cancel each other out and still count between.
      for number in 0..<12 where cells.seen(index) & 1 << number != 0 {
        guard let month = Month(rawValue: Int(key.year) * 100 + number + 1) else { continue }
        let sum = months[place]?[month] ?? 0
        months[place, default: [:]][month] = try sum.adding(cells.month(number, of: index))
      }
    }
  }

  var places: [ListedPlace] { months.keys.sorted() }

  /// What was added to a place up to the end of a month.
  func sum(at place: ListedPlace, through month: Month) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for (key, amount) in months[place] ?? [:] where key <= month { sum = try sum.adding(amount) }
    return sum
  }
}

extension Transaction {
  /// The earlier statements whose days have another level now, since entries of earlier days and
  /// levels of units below count on top of them.
  public func movedLevels() throws -> [MovedLevel] {
    var said: [(place: ListedPlace, days: [Day])] = []
    for place in levelEffects.places {
      let history = try ledger.levels(at: place)
      let days = history.days.filter {
        history.statement(on: $0)?.seq ?? 0 < journal.row.entries.first
      }
      if !days.isEmpty { said.append((place, days)) }
    }
    let later = try postedInsideMonths(said)
    var moved: [MovedLevel] = []
    for (place, days) in said {
      var level = try SubtreeLevel(ledger, place, days: days)
      for day in days {
        var change = try levelEffects.sum(at: place, through: day.month)
        for (other, amount) in later[place] ?? [:] where other > day && other.month == day.month {
          change = try change.subtracting(amount)
        }
        guard change != 0 else { continue }
        let now = try level.level(on: day)
        moved.append(
          MovedLevel(place: place, day: day, before: try now.subtracting(change), now: now))
      }
    }
    return moved
  }

  /// What this transaction has posted below some places, by day, in the months with a statement
  /// before their last day. Its entries are read once for all places.
  private func postedInsideMonths(
    _ said: [(place: ListedPlace, days: [Day])]
  ) throws -> [ListedPlace: [Day: Int64]] {
    let inside = said.flatMap(\.days).filter { $0 < $0.month.lastDay }
    guard let first = inside.min(), let last = inside.max() else { return [:] }
    let places = Set(said.map(\.place))
    let rows = try connection.rows(
      """
      SELECT e.unit, e.indicator, e.day,
        CAST(SUM(e.amount) AS \(connection.dialect.translate("{int}")))
      FROM entry e WHERE e.seq >= ?1 AND e.day > ?2 AND e.day <= ?3
      GROUP BY e.unit, e.indicator, e.day
      """,
      [.int(journal.row.entries.first), Value(first.rawValue), Value(last.month.lastDay.rawValue)]
    ) { (unit: $0.int(0), indicator: $0.int(1), day: $0.day(2), amount: $0.int(3)) }
    try tree.learn(Array(Set(rows.map(\.unit)))) { try connection.parents(of: $0) }
    var posted: [ListedPlace: [Day: Int64]] = [:]
    for row in rows {
      guard let day = row.day else { continue }
      for unit in tree.path(from: row.unit) {
        let place = ListedPlace(indicator: row.indicator, unit: unit)
        guard places.contains(place) else { continue }
        let sum = posted[place]?[day] ?? 0
        posted[place, default: [:]][day] = try sum.adding(row.amount)
      }
    }
    return posted
  }
}
