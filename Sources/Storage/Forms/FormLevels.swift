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
    try say(said, emptied)
    return emptied.subtracting(said.keys.map(\.at))
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

  /// - Parameter emptied: where levels were taken back.
  private func say(_ levels: [FormLevel.Key: Int64], _ emptied: Set<LevelDay>) throws {
    if levels.isEmpty { return }
    let levels = levels.sorted {
      ($0.key.at.place, $0.key.at.day) < ($1.key.at.place, $1.key.at.day)
    }
    let statements = levels.map { key, level in
      var statement = LevelStatement(key.at.place, on: key.at.day, level: level)
      statement.teller = key.teller
      return statement
    }
    let said = try transaction.say(statements)
    let new = Set(asked.filter(\.isNew).map(\.key))
    for ((key, level), said) in zip(levels, said) {
      guard said.replaced != nil || isAgain || emptied.contains(key.at),
        let last = lastStatement(on: key.at), case .said(let before) = last.level, before != level
      else { continue }
      // That an hour takes the place of the one before is no news.
      if new.contains(key), isOfSameForm(last, key) { continue }
      transaction.levelsReplaced.append(
        MovedLevel(place: key.at.place, day: key.at.day, before: before, now: level))
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
