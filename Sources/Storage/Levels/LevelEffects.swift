public import TargetEngine

/// A statement that stands, and that something else has changed the level of its day.
public struct MovedLevel: Sendable, Hashable {
  public var place: ListedPlace
  public var day: Day
  public var before: Int64
  public var now: Int64
}

/// What a transaction has added to the places of which levels were said, month by month.
struct LevelEffects {
  private var months: [ListedPlace: [Month: Int64]] = [:]

  /// Notes the sums of a transaction's entries, rolled up. They are many where a file is imported, and
  /// places with levels few.
  mutating func add(_ cells: Cells, _ ledger: Ledger) throws {
    guard cells.count > 0, try ledger.hasLevels() else { return }
    let all = cells.count > 100 ? try ledger.placesWithLevels() : nil
    for (index, key) in cells.keys.enumerated() {
      let place = ListedPlace(indicator: key.indicator, unit: key.unit)
      guard try all?.contains(place) ?? ledger.hasLevels(at: place) else { continue }
      for number in 0..<12 where cells.month(number, of: index) != 0 {
        guard let month = Month(rawValue: Int(key.year) * 100 + number + 1) else { continue }
        let sum = months[place]?[month] ?? 0
        months[place, default: [:]][month] = try sum.adding(cells.month(number, of: index))
      }
    }
  }

  var places: [ListedPlace] { months.keys.sorted() }

  /// What came to a place up to the end of a month.
  func sum(at place: ListedPlace, through month: Month) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for (key, amount) in months[place] ?? [:] where key <= month { sum = try sum.adding(amount) }
    return sum
  }
}

extension Transaction {
  /// The earlier statements of whose days the level is now another: what was told of earlier days, and
  /// levels of units below, count on top of them.
  public func movedLevels() throws -> [MovedLevel] {
    var moved: [MovedLevel] = []
    for place in levelEffects.places {
      let history = try ledger.levels(at: place)
      let days = history.days.filter { history.statement(on: $0)?.seq ?? 0 < row.entries.first }
      guard !days.isEmpty else { continue }
      var level = try SubtreeLevel(ledger, place, days: days)
      for day in days {
        let change = try levelEffects.sum(at: place, through: day.month)
          .subtracting(try posted(at: place, after: day))
        guard change != 0 else { continue }
        let now = try level.level(on: day)
        moved.append(
          MovedLevel(place: place, day: day, before: try now.subtracting(change), now: now))
      }
    }
    return moved
  }

  /// What this transaction has posted in a place's subtree in the rest of a day's month.
  private func posted(at place: ListedPlace, after day: Day) throws(StorageError) -> Int64 {
    guard day < day.month.lastDay else { return 0 }
    return try connection.first(
      """
      WITH RECURSIVE below (id) AS (
        SELECT CAST(?1 AS \(connection.dialect.translate("{int}")))
        UNION SELECT u.id FROM below b JOIN unit u ON u.parent = b.id)
      SELECT CAST(COALESCE(SUM(e.amount), 0) AS \(connection.dialect.translate("{int}")))
      FROM entry e WHERE e.seq >= ?3 AND e.indicator = ?2 AND e.day > ?4 AND e.day <= ?5
        AND e.unit IN (SELECT id FROM below)
      """,
      [
        .int(place.unit), .int(place.indicator), .int(row.entries.first), Value(day.rawValue),
        Value(day.month.lastDay.rawValue),
      ]
    ) { $0.int(0) } ?? 0
  }
}
