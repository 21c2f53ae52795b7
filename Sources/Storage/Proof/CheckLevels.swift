internal import TargetEngine

extension Ledger {
  /// Proves of level entries that each pair belongs to a statement: what is posted on a statement's day
  /// stands with its opposite on the day of the statement that stood next, what takes a statement back
  /// takes back the net of its day, and nothing else of their kind is there.
  func levelFaults(_ limit: Int) throws -> [Inconsistency] {
    let entries = try connection.statement(
      """
      SELECT \(Entry.qualified) FROM entry e WHERE \(LevelSource.isLevel("e"))
      ORDER BY e.unit, e.indicator, e.seq
      """)
    defer { entries.reset() }
    var faults: [Inconsistency] = []
    var proof: LevelProof?
    func end() {
      guard let proof, !proof.isRight, faults.count < limit else { return }
      let place = proof.history.place
      faults.append(.level(unit: place.unit, indicator: place.indicator))
    }
    while try entries.step() {
      // A day that is none is told of as an entry.
      guard let entry = Entry(entries) else { continue }
      let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
      if proof?.history.place != place {
        end()
        proof = LevelProof(place)
      }
      proof?.append(entry)
    }
    end()
    return faults
  }
}

/// The level entries of one place, each held against those before it.
private struct LevelProof {
  private(set) var history: LevelHistory
  private var hasFault = false
  /// The opposite that has to follow.
  private var owed: Entry?

  init(_ place: ListedPlace) { history = LevelHistory(place) }

  var isRight: Bool { !hasFault && owed == nil }

  mutating func append(_ entry: Entry) {
    if let owed {
      hasFault =
        hasFault || (entry.day, entry.amount, entry.source) != (owed.day, owed.amount, owed.source)
      self.owed = nil
      history.append(entry)
      return
    }
    if !entry.isOfOwnStatement || !isTakenBackWhole(entry) { hasFault = true }
    if let next = history.next(after: entry.day), entry.amount != 0 {
      var opposite = entry
      opposite.day = next
      opposite.amount = 0 &- entry.amount
      opposite.source = LevelSource.moved(from: entry.day).text
      owed = opposite
    }
    history.append(entry)
  }

  /// Whether an entry that takes a statement back finds one, and takes back all of its day.
  private func isTakenBackWhole(_ entry: Entry) -> Bool {
    guard case .moved = entry.level else { return true }
    guard history.statement(on: entry.day) != nil, let net = try? history.net(on: entry.day)
    else { return false }
    return entry.amount == 0 &- net
  }
}
