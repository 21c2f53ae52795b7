internal import Database
internal import Journal
internal import TargetEngine

/// What must be undone before something that was refused can be done, found by trying: whatever is named has been
/// undone in a rehearsal, and what was refused has then been taken. Source: `engine.md`, "Undo".
///
/// The rule that refuses knows a transaction that touched what is in the way. Whether its undo clears the way
/// depends on all that came before and after it, which no rule can tell without doing it.
final class Obstacles {
  private let ledger: Ledger
  private let author: Author
  private let today: Day
  /// What was refused, and what it costs to try it, in rows.
  private let (refused, cost): ((Trial) throws -> Trial.Outcome, Int64)
  /// The transactions that what was refused is about: it, what it reverses, and so on.
  private let about: [Int64]
  /// The newest transaction that there is.
  private let newest: Int64
  /// How much may still be tried, in rows that are written for it: nobody waits minutes for a refusal.
  private var effort: Int64
  /// What is never undone and was met on the way.
  private(set) var kept: (by: Int64, Change.Subject)?
  /// Whether all was tried that there is.
  var isExhaustive: Bool { effort > 0 && !isCut }
  private var isCut = false

  /// - Parameters:
  ///   - row: what is to be undone, or of which an entry is to be corrected.
  ///   - attempt: what was refused; nil for the undo of `row`.
  init(
    _ ledger: Ledger, author: Author, today: Day, about row: JournalRow,
    to attempt: ((Trial) throws -> Trial.Outcome)? = nil
  ) throws {
    self.ledger = ledger
    self.author = author
    self.today = today
    self.refused = attempt ?? { try $0.undo(row.transaction) }
    cost = attempt == nil ? Obstacles.cost(row) : 0
    newest = try ledger.head().transaction
    about = [row.transaction] + (try ledger.chainReversed(by: row))
    effort = 30_000 + 4 * min(cost, 1_000_000)
  }

  /// The transactions to be undone, in this order, each of them needed; nil where nothing was found.
  ///
  /// - Parameter named: what the refusal named; nil where it knew nothing.
  func path(from named: Int64?) throws -> [Int64]? {
    if let named, let path = try follow(named) { return try needed(of: path) }
    if kept != nil { return nil }
    let later = try inForce()
    for candidate in later where try tries([candidate]) { return try needed(of: [candidate]) }
    let all = try gone(of: unwinding(later))
    return try tries(all) ? needed(of: all) : nil
  }

  /// Those of some transactions that can be undone in turn.
  private func gone(of all: [Int64]) throws -> [Int64] {
    var gone: [Int64] = []
    try rehearse { trial in
      for number in all where try undo(number, trial) == .goes { gone.append(number) }
    }
    return gone
  }

  /// Undoes what a refusal names, and first what the refusal of that names.
  private func follow(_ named: Int64) throws -> [Int64]? {
    var (path, open): ([Int64], [Int64]) = ([], [named])
    try rehearse { trial in
      while effort > 0 {
        var outcome: Trial.Outcome
        if let next = open.last {
          outcome = try undo(next, trial)
          if outcome == .goes {
            path.append(open.removeLast())
            continue
          }
        } else {
          outcome = try attempt(trial)
          if outcome == .goes { return }
        }
        switch outcome {
        // What the rehearsal itself wrote is no step.
        case .needs(let other) where other <= newest && !(path + open).contains(other):
          open.append(other)
        case .isKept(let number, let subject):
          kept = (number, subject)
          return path = []
        case .goes, .needs, .fails: return path = []
        }
      }
      path = []
    }
    return path.isEmpty ? nil : path
  }

  /// The same without what is not needed, and without undos that only brought back what another gave.
  private func needed(of path: [Int64]) throws -> [Int64] {
    // A way is found: what is left over in a long one is looked for a while only.
    effort = min(effort, 10_000 + 2 * min(cost, 1_000_000))
    var path = try shortened(path)
    let ordered = path.sorted(by: >)
    if ordered != path, try tries(ordered) { path = ordered }
    for (place, number) in path.enumerated() {
      guard let row = try ledger.transaction(number), row.reverses > 0,
        let given = try ledger.takenAway(byUndoing: row), !path.contains(given)
      else { continue }
      var others = path
      others[place] = given
      if try tries(others) { path = others }
    }
    return path
  }

  /// Leaves out whole stretches: what was undone only to get at what turns out not to be needed goes with it.
  private func shortened(_ path: [Int64]) throws -> [Int64] {
    var path = path
    // Of a long path halves, quarters and so on; of a short one every stretch, the longest first.
    var length = path.count > Obstacles.few ? path.count / 2 : path.count - 1
    while length > 0, effort > 0 {
      if let shorter = try path.without(
        length, step: path.count > Obstacles.few ? length : 1, { try tries($0) })
      {
        path = shorter
        length = path.count > Obstacles.few ? min(length, path.count - 1) : path.count - 1
      } else {
        length = path.count > Obstacles.few ? length / 2 : length - 1
      }
    }
    return path
  }

  private static let few = 8

  /// What is in force and may be in the way, newest first.
  private func inForce() throws -> [Int64] {
    let first = (about.last ?? 0) + 1
    let newest = try ledger.transactions(limit: 400)
    isCut = (newest.last?.transaction ?? 0) > first
    return try newest.filter {
      try $0.transaction >= first && !about.contains($0.transaction) && $0.lines.count == 0
        && ledger.reversal(of: $0.transaction) == nil
        && ledger.finalChange(of: $0.transaction) == nil
    }.map(\.transaction)
  }

  /// All of it, newest first: what an undo brings back is undone in its turn.
  private func unwinding(_ later: [Int64]) throws -> [Int64] {
    var (open, path) = (Set(later), [Int64]())
    let first = about.last ?? 0
    while let number = open.max() {
      open.remove(number)
      path.append(number)
      if let back = try ledger.transaction(number)?.reverses, back > first, !about.contains(back) {
        open.insert(back)
      }
    }
    return path
  }
}

// How a path is tried.
extension Obstacles {
  /// Whether what was refused goes once some transactions are undone in turn.
  private func tries(_ path: [Int64]) throws -> Bool {
    var goes = false
    try rehearse { trial in
      for number in path where try undo(number, trial) != .goes { return }
      goes = try attempt(trial) == .goes
    }
    return goes
  }

  private func undo(_ number: Int64, _ trial: Trial) throws -> Trial.Outcome {
    guard let row = try ledger.transaction(number), effort > 0 else { return .fails }
    if row.lines.count > 0 { return .isKept(by: number, .closing) }
    if let final = try ledger.finalChange(of: number) { return .isKept(by: number, final) }
    effort -= Obstacles.cost(row)
    return try trial.undo(number)
  }

  private func attempt(_ trial: Trial) throws -> Trial.Outcome {
    effort -= cost
    return try refused(trial)
  }

  /// Runs trials of one rehearsal.
  private func rehearse(_ body: (Trial) throws -> Void) throws {
    try ledger.rehearse(author) { try body(Trial(series: $0, today: today)) }
  }

  /// What it costs to undo a transaction, in rows.
  private static func cost(_ row: JournalRow) -> Int64 {
    100 + min(1 << 40, row.entries.count) + min(1 << 40, row.changes.count)
      + min(1 << 40, row.targets.count)
  }
}

extension [Int64] {
  /// The first that some of them leave which a test takes, a stretch left out.
  fileprivate func without(
    _ length: Int, step: Int, _ isTaken: ([Int64]) throws -> Bool
  ) rethrows -> [Int64]? {
    for start in stride(from: 0, through: count - length, by: step) {
      var others = self
      others.removeSubrange(start..<start + length)
      if try isTaken(others) { return others }
    }
    return nil
  }
}
