internal import Forms
internal import TargetEngine

/// Compares the levels that accepted forms state with those in the ledger: states the missing ones and takes back those
/// that no form states any more. A level that somebody has stated again since is left alone.
struct FormLevels {
  private let transaction: Transaction
  private var asked: [Asked] = []
  private var histories: [ListedPlace: LevelHistory] = [:]

  private struct Asked {
    var key: FormLevel.Key
    var level: Int64?
    var isNew: Bool
  }

  /// The entries of the transaction that is undone.
  private let undone: Range<Int64>?
  /// Whether the days that are asked about lost their levels by this transaction.
  private let isAgain: Bool

  init(_ transaction: Transaction, undone: Range<Int64>? = nil, isAgain: Bool = false) {
    (self.transaction, self.undone, self.isAgain) = (transaction, undone, isAgain)
  }

  /// - Parameters:
  ///   - keys: where levels may have been said.
  ///   - wanted: what is called for there.
  ///   - isNew: whether it is said in place of what stands; else only where nothing does.
  mutating func compare(
    _ keys: [FormLevel.Key], _ wanted: [FormLevel.Key: Int64], isNew: Bool
  ) {
    asked += keys.map { Asked(key: $0, level: wanted[$0], isNew: isNew) }
  }

  /// Posts what is missing.
  ///
  /// - Returns: where levels were taken back and none stands.
  mutating func settle() throws -> Set<LevelDay> {
    for place in Set(asked.map(\.key.at.place)) {
      histories[place] = try transaction.ledger.levels(at: place)
    }
    let surplus = asked.filter { $0.level == nil && isOwn($0.key) }.map(\.key)
    // Backwards, so that nothing moves to the day of a statement that is taken back as well.
    var entries: [Entry] = []
    for key in surplus.sorted(by: { $0.at.day > $1.at.day }) {
      entries += try histories[key.at.place]?.takeBack(key.at.day) ?? []
    }
    try transaction.post(entries)
    let missing = asked.filter { asked in
      guard let level = asked.level else { return false }
      if isOwn(asked.key), case .said(level) = standing(at: asked.key.at)?.level { return false }
      return asked.isNew || isFree(asked.key.at) || isOwn(asked.key)
    }
    let said = latest(of: missing)
    let emptied = Set(surplus.map(\.at))
    let before = said.keys.compactMap { key in lastStatement(on: key.at).map { (key.at, $0) } }
    let replaced = try say(said)
    try tell(
      of: said, instead: Dictionary(before) { first, _ in first },
      at: replaced.union(isAgain ? Set(said.keys.map(\.at)) : emptied))
    return emptied.subtracting(said.keys.map(\.at))
  }

  /// Says levels: new ones as they are called for, those that come back as they stood before.
  ///
  /// - Returns: the days that had another level until then.
  private mutating func say(_ levels: [FormLevel.Key: Int64]) throws -> Set<LevelDay> {
    let new = Set(asked.filter(\.isNew).map(\.key))
    var (statements, back): ([LevelStatement], [Entry]) = ([], [])
    var replaced: Set<LevelDay> = []
    for (key, level) in levels.sorted(by: { $0.key.at.day < $1.key.at.day }) {
      let (place, day) = (key.at.place, key.at.day)
      let isStanding = standing(at: key.at) != nil
      if !new.contains(key),
        let entries = try histories[place]?.bringBack(level, on: day, by: key.teller)
      {
        back += entries
        if isStanding { replaced.insert(key.at) }
        continue
      }
      var statement = LevelStatement(place, on: day, level: level)
      statement.teller = key.teller
      statements.append(statement)
    }
    try transaction.post(back)
    let said = try transaction.say(statements)
    let others = zip(statements, said).filter { $0.1.replaced != nil }
    return replaced.union(others.map { LevelDay(place: $0.0.place, day: $0.0.day) })
  }

  private func standing(at day: LevelDay) -> Entry? {
    histories[day.place]?.statement(on: day.day)
  }

  /// Whether nothing stands there but what goes with what is undone.
  private func isFree(_ day: LevelDay) -> Bool {
    standing(at: day).map { undone?.contains($0.seq) ?? false } ?? true
  }

  private func isOwn(_ key: FormLevel.Key) -> Bool {
    standing(at: key.at).flatMap { LevelSource.teller(in: $0.source) } == key.teller
  }

  /// Of several for one day the one that was said last.
  private func latest(of missing: [Asked]) -> [FormLevel.Key: Int64] {
    var latest: [LevelDay: (seq: Int64, asked: Asked)] = [:]
    for asked in missing {
      let (day, teller) = (asked.key.at, asked.key.teller)
      let seq = histories[day.place]?.lastStatement(on: day.day, by: teller)?.seq ?? 0
      if seq >= latest[day]?.seq ?? 0 { latest[day] = (seq, asked) }
    }
    return Dictionary(latest.values.map { ($0.asked.key, $0.asked.level ?? 0) }) { first, _ in first
    }
  }

  /// Tells where another level was said before.
  ///
  /// - Parameters:
  ///   - before: what was said last of each day.
  ///   - days: where it stood until this transaction.
  private func tell(
    of levels: [FormLevel.Key: Int64], instead before: [LevelDay: Entry], at days: Set<LevelDay>
  ) throws {
    let new = Set(asked.filter(\.isNew).map(\.key))
    for (key, level) in levels.sorted(by: {
      ($0.key.at.place, $0.key.at.day) < ($1.key.at.place, $1.key.at.day)
    }) {
      guard days.contains(key.at), let last = before[key.at],
        case .said(let before) = last.level, before != level
      else { continue }
      // That an hour takes the place of the one before is no news.
      if new.contains(key), isOfSameForm(last, key) { continue }
      // With what has come on top of one that came back.
      var now = try SubtreeLevel(transaction.ledger, key.at.place, days: [key.at.day])
      transaction.levelsReplaced.append(
        MovedLevel(
          place: key.at.place, day: key.at.day, before: before, now: try now.level(on: key.at.day)))
    }
  }

  private func lastStatement(on day: LevelDay) -> Entry? {
    histories[day.place]?.entries.last { $0.day == day.day && $0.isSaid }
  }

  private func isOfSameForm(_ entry: Entry, _ key: FormLevel.Key) -> Bool {
    guard let teller = LevelSource.teller(in: entry.source) else { return false }
    return teller.split(separator: " ").prefix(2) == key.teller.split(separator: " ").prefix(2)
  }
}

extension Transaction {
  /// Lets what forms posted or took back give way where records count by now.
  func giveWay(at places: Set<ListedPlace>) throws {
    if places.isEmpty { return }
    let listed = try ledger.listed(of: Set(places.map(\.unit)).sorted())
    let both = places.intersection(listed).sorted()
    if both.isEmpty { return }
    var sources = try ListSources(ledger)
    var entries: [Entry] = []
    for place in both { entries += try sources.replacing(at: place) }
    try post(entries)
  }
}
