internal import Database
internal import TargetEngine

/// The level entries of one indicator of a unit, in their order, and the statements in force.
///
/// Up to the day of a statement in force the level entries always add up to what they added up to
/// when it was made: a statement for one day never changes the level of a later one.
struct LevelHistory {
  let place: ListedPlace
  /// The first month of the indicator's plan years.
  private let firstMonth: Int
  private(set) var entries: [Entry] = []
  private var standing: [Day: Entry] = [:]
  /// The days of statements in force, in ascending order.
  private(set) var days: [Day] = []

  init(_ place: ListedPlace, _ entries: [Entry] = [], firstMonth: Int = 1) {
    self.place = place
    self.firstMonth = firstMonth
    for entry in entries { append(entry) }
  }

  /// The statement in force of a day.
  func statement(on day: Day) -> Entry? { standing[day] }

  /// What people said of a day last, though a form may have said another level since; nil where they withdrew it.
  func saidByPeople(on day: Day) -> Entry? {
    var (said, standing): (Entry?, Entry?) = (nil, nil)
    for entry in entries where entry.day == day && entry.isOfOwnStatement {
      if entry.isSaid, entry.formTeller == nil { said = entry }
      if !entry.isSaid, standing?.formTeller == nil { said = nil }
      standing = entry.isSaid ? entry : nil
    }
    return said
  }

  /// The statement that an entry withdrew.
  func statement(takenBackBy seq: Int64) -> Entry? {
    guard let index = entries.firstIndex(where: { $0.seq == seq }) else { return nil }
    let last = entries[..<index].last { $0.day == entries[index].day && $0.isOfOwnStatement }
    return last.flatMap { $0.isSaid ? $0 : nil }
  }

  /// The day of the next statement in force.
  func next(after day: Day) -> Day? {
    let index = place(of: day)
    let after = index < days.count && days[index] == day ? index + 1 : index
    return after < days.count ? days[after] : nil
  }

  /// The sum of the level entries of one day.
  func net(on day: Day) throws(OverflowFault) -> Int64 {
    try sum(entries[...]) { $0 == day }
  }

  mutating func append(_ entry: Entry) {
    entries.append(entry)
    guard entry.isOfOwnStatement else { return }
    let index = place(of: entry.day)
    let isKnown = index < days.count && days[index] == entry.day
    if entry.isSaid {
      if !isKnown { days.insert(entry.day, at: index) }
      standing[entry.day] = entry
    } else if isKnown {
      days.remove(at: index)
      standing[entry.day] = nil
    }
  }

  /// The entries of a new statement, which replaces an earlier one of the same day.
  ///
  /// - Parameters:
  ///   - missing: the difference to the present level of that day.
  ///   - teller: see `LevelSource.teller(in:)`.
  mutating func say(
    _ level: Int64, on day: Day, missing: Int64, note: String, by teller: String? = nil
  ) throws(OverflowFault) -> [Entry] {
    let said = LevelSource.said(level).text
    return try move(missing, teller.map { "\(said) \($0)" } ?? said, on: day, note)
  }

  /// The entries that withdraw the statement of a day: the opposite of the sum of that day's level
  /// entries.
  mutating func takeBack(_ day: Day) throws(OverflowFault) -> [Entry] {
    try move(
      try Int64(0).subtracting(try net(on: day)), LevelSource.moved(from: day).text, on: day, "")
  }

  /// The entries that restore a statement.
  ///
  /// - Parameter seq: the entry that withdrew it; one of another history restores nothing.
  mutating func bringBack(takenBackBy seq: Int64) throws(OverflowFault) -> [Entry] {
    guard let index = entries.firstIndex(where: { $0.seq == seq }),
      let said = statement(takenBackBy: seq)
    else { return [] }
    return try bringBack(said, as: entries[..<index], by: said.formTeller)
  }

  /// The entries that restore a statement as it stood when it was replaced or withdrawn; nil for one in force. What
  /// people said stays theirs, whoever brings it back.
  mutating func bringBack(_ said: Entry) throws(OverflowFault) -> [Entry]? {
    guard let index = entries.firstIndex(where: { $0.seq == said.seq }) else { return nil }
    let end = entries[(index + 1)...].firstIndex { $0.day == said.day && $0.isOfOwnStatement }
    let teller = LevelSource.teller(in: said.source) ?? LevelSource.teller(broughtBack: said.seq)
    return try end.map { end throws(OverflowFault) in
      try bringBack(said, as: entries[..<end], by: teller)
    }
  }

  private mutating func bringBack(
    _ said: Entry, as before: ArraySlice<Entry>, by teller: String?
  ) throws(OverflowFault) -> [Entry] {
    guard case .said(let level) = said.level else { return [] }
    let day = said.day
    let missing = try sum(before) { $0 <= day }.subtracting(try sum(entries[...]) { $0 <= day })
    return try say(level, on: day, missing: missing, note: said.note, by: teller)
  }

  /// Posts an amount on the day of a statement, and the opposite on the day of the next one.
  private mutating func move(
    _ amount: Int64, _ source: String, on day: Day, _ note: String
  ) throws(OverflowFault) -> [Entry] {
    var moved = [entry(amount, source, on: day, note)]
    if let next = next(after: day), amount != 0 {
      moved.append(
        entry(
          try Int64(0).subtracting(amount), LevelSource.moved(from: day).text, on: next, ""))
    }
    for entry in moved { append(entry) }
    return moved
  }

  private func entry(
    _ amount: Int64, _ source: String, on day: Day, _ note: String
  ) -> Entry {
    Entry(
      unit: place.unit, indicator: place.indicator, day: day,
      year: PlanYear(containing: day.month, firstMonth: firstMonth).label, amount: amount,
      note: note, source: source)
  }

  private func sum(
    _ entries: ArraySlice<Entry>, _ isMeant: (Day) -> Bool
  ) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for entry in entries where isMeant(entry.day) { sum = try sum.adding(entry.amount) }
    return sum
  }

  /// The index of a day among those of statements, or where it would be inserted.
  private func place(of day: Day) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Ledger {
  /// The level entries of one indicator of a unit: one range of an index.
  func levels(at place: ListedPlace) throws(StorageError) -> LevelHistory {
    let entries = try connection.rows(
      """
      SELECT \(Entry.qualified) FROM entry e WHERE e.unit = ?1 AND e.indicator = ?2
        AND \(LevelSource.isLevel("e")) ORDER BY e.seq
      """, [.int(place.unit), .int(place.indicator)]
    ) { Entry($0) }
    return LevelHistory(
      place, entries.compactMap { $0 }, firstMonth: try firstMonth(of: place.indicator))
  }

  /// The statements that said the same as others and were replaced since; none for one that holds. Each place
  /// is read once, however many statements it has.
  ///
  /// - Returns: the entries for each statement.
  public func replacedLevels(like statements: [LevelStatement]) throws -> [[Entry]] {
    var replaced = [[Entry]](repeating: [], count: statements.count)
    for (place, indices) in Dictionary(
      grouping: statements.indices, by: { statements[$0].place })
    {
      let history = try levels(at: place)
      let said = Dictionary(grouping: history.entries.filter(\.isSaid), by: \.day)
      for index in indices {
        replaced[index] = said[statements[index].day]?.filter { $0.says(statements[index]) } ?? []
      }
      let standing = indices.filter {
        !replaced[$0].isEmpty && history.statement(on: statements[$0].day) != nil
      }
      if standing.isEmpty { continue }
      var level = try SubtreeLevel(self, place, days: standing.map { statements[$0].day })
      for index in standing.sorted(by: { statements[$0].day < statements[$1].day })
      where try level.level(on: statements[index].day) == statements[index].level {
        replaced[index] = []
      }
    }
    return replaced
  }
}

extension Entry {
  fileprivate func says(_ statement: LevelStatement) -> Bool {
    guard day == statement.day, case .said(let level) = level else { return false }
    return level == statement.level && note == statement.note
  }
}
