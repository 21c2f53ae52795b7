internal import Forms
internal import TargetEngine

/// Compares the levels that accepted forms state with those in the ledger: states those that were accepted just now and
/// takes back those that no form states any more. Where others call for a level it is left to `LevelCalls`.
struct FormLevels {
  private let transaction: Transaction
  private let isUndo: Bool
  private var asked: [Asked] = []
  private var histories: [ListedPlace: LevelHistory] = [:]

  private struct Asked {
    var key: FormLevel.Key
    var level: Int64?
    var isTouched: Bool
  }

  init(_ transaction: Transaction, isUndo: Bool) {
    (self.transaction, self.isUndo) = (transaction, isUndo)
  }

  /// - Parameters:
  ///   - keys: where levels may have been said.
  ///   - wanted: what is called for there.
  ///   - isTouched: whether their submission is what the transaction changes.
  mutating func compare(
    _ keys: [FormLevel.Key], _ wanted: [FormLevel.Key: FormLevel], isTouched: Bool
  ) {
    asked += keys.map { Asked(key: $0, level: wanted[$0]?.level, isTouched: isTouched) }
  }

  /// Where any may have been said.
  var places: Set<ListedPlace> { Set(asked.map(\.key.at.place)) }

  /// Posts what was accepted just now, and takes back what is called for no more.
  ///
  /// - Returns: the days of which it has to be found out who called for a level last; of these, those that are empty now.
  mutating func settle() throws -> (open: Set<LevelDay>, emptied: Set<LevelDay>) {
    for place in places {
      histories[place] = try transaction.ledger.levels(at: place)
    }
    let new = asked.filter { !isUndo && $0.isTouched && $0.level != nil }
    let certain = Set(new.map(\.key.at))
    let emptied = Set(asked.filter { $0.level == nil && isOwn($0.key) }.map(\.key.at))
      .subtracting(certain)
    // Backwards, so that nothing moves to the day of a statement that is taken back as well.
    var entries: [Entry] = []
    for day in emptied.sorted(by: { $0.day > $1.day }) {
      entries += try histories[day.place]?.takeBack(day.day) ?? []
    }
    try transaction.post(entries)
    try say(new)
    let called = asked.filter { $0.level != nil }.map(\.key.at)
    return (Set(called).subtracting(certain).union(emptied), emptied)
  }

  private func standing(at day: LevelDay) -> Entry? {
    histories[day.place]?.statement(on: day.day)
  }

  private func isOwn(_ key: FormLevel.Key) -> Bool {
    standing(at: key.at)?.formTeller == key.teller
  }

  private func say(_ new: [Asked]) throws {
    var statements: [LevelStatement] = []
    for asked in new.sorted(by: { $0.key.at.day < $1.key.at.day }) {
      guard let level = asked.level else { continue }
      let (key, standing) = (asked.key, standing(at: asked.key.at))
      if isOwn(key), standing?.level == .said(level) { continue }
      // That an hour takes the place of the one before is no news.
      if let standing, !standing.isOfEvent(of: key) { transaction.levelsReplaced.insert(key.at) }
      var statement = LevelStatement(key.at.place, on: key.at.day, level: level)
      statement.teller = key.teller
      statements.append(statement)
    }
    _ = try transaction.say(statements)
  }
}

extension Entry {
  /// Whether it says a level for an hour of the same event, or for the same period.
  fileprivate func isOfEvent(of key: FormLevel.Key) -> Bool {
    guard let own = formTeller else { return false }
    return own == key.teller || own.event != nil && own.event == key.teller.event
  }
}

extension String {
  /// The form and the event of a teller, `form flood 烟花` of `form flood 烟花/2021-03-31T08 X01 2`; nil without one. An
  /// event may have slashes in its name; behind the last one its hour begins.
  fileprivate var event: Substring? {
    let hour = indices.last { index in
      self[index] == "/"
        && self[self.index(after: index)...].prefix(4).filter(\.isNumber).count == 4
    }
    return hour.map { self[..<$0] }
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
