internal import Database
public import TargetEngine

extension Transaction {
  /// The earlier statements whose days have another level now, since entries of earlier days and
  /// levels of units below count on top of them, units that were moved bring theirs with them, and forms say others.
  public func movedLevels() throws -> [MovedLevel] {
    var said: [(place: ListedPlace, days: [Day])] = []
    let replaced = Dictionary(grouping: levelsReplaced, by: \.place)
    for place in Set(levelEffects.places).union(levelsBeforeMoves.keys).sorted() {
      let others = replaced[place]?.map(\.day) ?? []
      let days = Set(try earlierStatements(at: place)).union(others).sorted()
      if !days.isEmpty { said.append((place, days)) }
    }
    let later = try postedInsideMonths(said)
    var moved: [MovedLevel] = []
    for (place, days) in said {
      var level = try SubtreeLevel(ledger, place, days: days)
      for day in days {
        let now: Int64
        let before: Int64
        if let known = levelsBeforeMoves[place]?[day] {
          (now, before) = (try level.level(on: day), known)
        } else {
          var change = try levelEffects.sum(at: place, through: day.month)
          for (other, amount) in later[place] ?? [:] where other > day && other.month == day.month {
            change = try change.subtracting(amount)
          }
          guard change != 0 else { continue }
          now = try level.level(on: day)
          before = try now.subtracting(change)
        }
        if before != now {
          moved.append(MovedLevel(place: place, day: day, before: before, now: now))
        }
      }
    }
    return moved
  }

  /// Keeps the levels that units had before this transaction, as long as nothing was moved from or to them.
  func noteLevels(of units: Set<UnitID>) throws {
    guard try !units.isEmpty && ledger.hasLevels() else { return }
    let places = try ledger.placesWithLevels().filter {
      units.contains($0.unit) && levelsBeforeMoves[$0] == nil
    }
    let posted = try posted(at: places)
    for place in places {
      let days = try earlierStatements(at: place)
      var level = try SubtreeLevel(ledger, place, days: days)
      levelsBeforeMoves[place] = [:]
      for day in days {
        var before = try level.level(on: day)
        for (other, amount) in posted[place] ?? [:] where other <= day {
          before = try before.subtracting(amount)
        }
        levelsBeforeMoves[place]?[day] = before
      }
    }
  }

  /// The days of statements in force that were made before this transaction.
  private func earlierStatements(at place: ListedPlace) throws -> [Day] {
    let history = try ledger.levels(at: place)
    return history.days.filter { history.statement(on: $0)?.seq ?? 0 < journal.row.entries.first }
  }

  /// What this transaction has posted below some places, by day, in the months with a statement
  /// before their last day. Its entries are read once for all places.
  private func postedInsideMonths(
    _ said: [(place: ListedPlace, days: [Day])]
  ) throws -> [ListedPlace: [Day: Int64]] {
    let inside = said.flatMap(\.days).filter { $0 < $0.month.lastDay }
    guard let first = inside.min(), let last = inside.max() else { return [:] }
    return try posted(at: Set(said.map(\.place)), after: first, through: last.month.lastDay)
  }

  /// What this transaction has posted below some places, by day.
  private func posted(
    at places: Set<ListedPlace>, after first: Day? = nil, through last: Day = .last
  ) throws -> [ListedPlace: [Day: Int64]] {
    let rows = try connection.rows(
      """
      SELECT e.unit, e.indicator, e.day,
        CAST(SUM(e.amount) AS \(connection.dialect.translate("{int}")))
      FROM entry e WHERE e.seq >= ?1 AND e.day > ?2 AND e.day <= ?3
      GROUP BY e.unit, e.indicator, e.day
      """,
      [.int(journal.row.entries.first), Value(first?.rawValue ?? 0), Value(last.rawValue)]
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
