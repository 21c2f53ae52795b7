internal import Forms
internal import TargetEngine

/// Compares the levels that accepted forms state with those in the ledger: states the missing ones and takes back those
/// that no form states any more. A level that somebody has stated again since is left alone.
struct FormLevels {
  private let transaction: Transaction
  private var asked: [(key: FormLevel.Key, level: Int64?, isTouched: Bool)] = []

  init(_ transaction: Transaction) { self.transaction = transaction }

  /// - Parameters:
  ///   - keys: where levels may have been said.
  ///   - wanted: what is called for there.
  ///   - isTouched: whether it is said in place of what stands; else only where nothing does.
  mutating func compare(
    _ keys: [FormLevel.Key], _ wanted: [FormLevel.Key: Int64], isTouched: Bool
  ) {
    asked += keys.map { ($0, wanted[$0], isTouched) }
  }

  /// Posts what is missing.
  ///
  /// - Returns: the places where levels were taken back.
  func settle() throws -> Set<ListedPlace> {
    var histories: [ListedPlace: LevelHistory] = [:]
    for (key, _, _) in asked where histories[key.place] == nil {
      histories[key.place] = try transaction.ledger.levels(at: key.place)
    }
    let standing = { (key: FormLevel.Key) in histories[key.place]?.statement(on: key.day) }
    let isOwn = { (key: FormLevel.Key) in
      standing(key).flatMap { LevelSource.teller(in: $0.source) } == key.teller
    }
    // Backwards, so that nothing moves to the day of a statement that is taken back as well.
    let surplus = asked.filter { $0.level == nil && isOwn($0.key) }.map(\.key)
      .sorted { $0.day > $1.day }
    var entries: [Entry] = []
    for key in surplus { entries += try histories[key.place]?.takeBack(key.day) ?? [] }
    try transaction.post(entries)
    let missing = asked.compactMap { key, level, isTouched -> LevelStatement? in
      guard let level else { return nil }
      if isOwn(key), case .said(level) = standing(key)?.level { return nil }
      guard isTouched || standing(key) == nil || isOwn(key) else { return nil }
      var statement = LevelStatement(key.place, on: key.day, level: level)
      statement.teller = key.teller
      return statement
    }
    if !missing.isEmpty { _ = try transaction.say(missing) }
    return Set(surplus.map(\.place))
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
