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
    var isTouched: Bool
  }

  /// The entries of the transaction that is undone.
  private let undone: Range<Int64>?

  init(_ transaction: Transaction, undone: Range<Int64>? = nil) {
    (self.transaction, self.undone) = (transaction, undone)
  }

  /// - Parameters:
  ///   - keys: where levels may have been said.
  ///   - wanted: what is called for there.
  ///   - isTouched: whether their submission is what the transaction changes: then what is called for is said in place
  ///     of what stands, or, by an undo, of what goes with what is undone; else only where nothing stands.
  mutating func compare(
    _ keys: [FormLevel.Key], _ wanted: [FormLevel.Key: Int64], isTouched: Bool
  ) {
    asked += keys.map { Asked(key: $0, level: wanted[$0], isTouched: isTouched) }
  }

  /// Where any may have been said.
  var places: Set<ListedPlace> { Set(asked.map(\.key.at.place)) }

  /// Posts what is missing.
  ///
  /// - Returns: where levels were taken back and none stands.
  mutating func settle() throws -> Set<LevelDay> {
    for place in places {
      histories[place] = try transaction.ledger.levels(at: place)
    }
    let ending = asked.filter { $0.level == nil && isOwn($0.key) }.map(\.key.at)
    let missing = missing(beside: Set(ending))
    // What another takes the place of is not taken back: it comes back after that one.
    let surplus = Set(ending).subtracting(missing.map(\.key.at))
    // Backwards, so that nothing moves to the day of a statement that is taken back as well.
    var entries: [Entry] = []
    for day in surplus.sorted(by: { $0.day > $1.day }) {
      entries += try histories[day.place]?.takeBack(day.day) ?? []
    }
    try transaction.post(entries)
    try say(missing)
    return surplus
  }

  /// What is called for and does not stand.
  ///
  /// - Parameter ending: days whose level is called for no more. What comes back there depends on what was said last.
  private func missing(beside ending: Set<LevelDay>) -> [Asked] {
    asked.filter { asked in
      let (key, day) = (asked.key, asked.key.at)
      guard let level = asked.level else { return false }
      if isOwn(key) { return standing(at: day)?.level != .said(level) }
      if asked.isTouched { return undone == nil || isFree(day) || isFromBefore(key) }
      return isFree(day) && !ending.contains(day)
    }
  }

  private func standing(at day: LevelDay) -> Entry? {
    histories[day.place]?.statement(on: day.day)
  }

  /// Whether nothing stands there but what goes with what is undone.
  private func isFree(_ day: LevelDay) -> Bool {
    standing(at: day).map { undone?.contains($0.seq) ?? false } ?? true
  }

  /// Whether what stands there only brings back what was said before what is called for was.
  private func isFromBefore(_ key: FormLevel.Key) -> Bool {
    guard let undone, let history = histories[key.at.place] else { return false }
    return history.isBroughtBack(key.at.day, fromBefore: key.teller, until: undone.lowerBound)
  }

  private func isOwn(_ key: FormLevel.Key) -> Bool {
    standing(at: key.at)?.formTeller == key.teller
  }

  /// Says levels: new ones as they are called for, those that come back as they stood before.
  private mutating func say(_ missing: [Asked]) throws {
    var (statements, back): ([LevelStatement], [Entry]) = ([], [])
    for asked in missing.sorted(by: { $0.key.at.day < $1.key.at.day }) {
      guard let level = asked.level else { continue }
      let (key, place, day) = (asked.key, asked.key.at.place, asked.key.at.day)
      // That an hour takes the place of the one before is no news.
      let isNew = asked.isTouched && undone == nil
      if let standing = standing(at: key.at), !isNew || !standing.isOfEvent(of: key) {
        transaction.levelsReplaced.insert(key.at)
      }
      if !isNew,
        let entries = try histories[place]?.bringBack(
          level, on: day, by: key.teller, before: undone?.lowerBound ?? .max)
      {
        back += entries
        continue
      }
      var statement = LevelStatement(place, on: day, level: level)
      statement.teller = key.teller
      statements.append(statement)
    }
    try transaction.post(back)
    _ = try transaction.say(statements)
  }
}

extension Entry {
  /// Whether it says a level for another hour of the same event, or for the same period again.
  fileprivate func isOfEvent(of key: FormLevel.Key) -> Bool {
    guard let own = formTeller else { return false }
    if own == key.teller { return true }
    guard own.contains("/"), key.teller.contains("/") else { return false }
    return own.prefix { $0 != "/" } == key.teller.prefix { $0 != "/" }
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
