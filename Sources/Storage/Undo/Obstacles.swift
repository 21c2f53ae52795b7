internal import Database
internal import Journal
internal import TargetEngine

/// What must be undone before something that was refused can be done, found by trying: whatever is named has been
/// undone in a rehearsal, and what was refused has then been taken. Source: `engine.md`, "Undo".
///
/// The rule that refuses knows a transaction that touched what is in the way. Whether its undo clears the way
/// depends on all that came before and after it, which no rule can tell without doing it.
struct Obstacles {
  /// What an attempt came to.
  private enum Outcome: Equatable {
    case goes
    /// Refused, and this one named.
    case needs(Int64)
    case fails
  }

  private let ledger: Ledger
  private let author: Author
  private let today: Day
  private let attempt: (TransactionSeries) throws -> Void
  /// How much may still be tried, in rows that are written for it: nobody waits minutes for a refusal.
  private var effort: Int64 = 200_000
  /// Whether all was tried that there is.
  var isExhaustive: Bool { effort > 0 }

  /// - Parameter attempt: what was refused.
  init(
    _ ledger: Ledger, author: Author, today: Day,
    to attempt: @escaping (TransactionSeries) throws -> Void
  ) {
    self.ledger = ledger
    self.author = author
    self.today = today
    self.attempt = attempt
  }

  /// The transactions to be undone, in this order, each of them needed; nil where nothing was found.
  ///
  /// - Parameters:
  ///   - named: what the refusal named; nil where it knew nothing.
  ///   - first: the first transaction that may be in the way.
  ///   - number: the one that is to be undone.
  mutating func path(
    from named: Int64?, since first: Int64, but number: Int64
  ) throws -> [Int64]? {
    if let named, let path = try follow(named) { return try needed(of: path) }
    let later = try inForce(since: first, but: number)
    for candidate in later where try tries([candidate]) == .goes {
      return try needed(of: [candidate])
    }
    let all = try unwinding(later, since: first)
    return try tries(all) == .goes ? needed(of: all) : nil
  }

  /// Undoes what a refusal names, and first what the refusal of that names.
  private mutating func follow(_ named: Int64) throws -> [Int64]? {
    var (path, open): ([Int64], [Int64]) = ([], [named])
    while let next = open.last {
      var outcome = try tries(path, then: next)
      if outcome == .goes {
        path.append(open.removeLast())
        outcome = open.isEmpty ? try tries(path) : .goes
        if outcome == .goes, open.isEmpty { return path }
      }
      switch outcome {
      case .goes: continue
      case .needs(let other) where !(path + open).contains(other): open.append(other)
      case .needs, .fails: return nil
      }
    }
    return nil
  }

  /// The same without what is not needed, and without undos that only brought back what another gave.
  private mutating func needed(of path: [Int64]) throws -> [Int64] {
    var path = try shortened(path)
    let ordered = path.sorted(by: >)
    if ordered != path, try tries(ordered) == .goes { path = ordered }
    for (place, number) in path.enumerated() {
      guard let row = try ledger.transaction(number), row.reverses > 0,
        let given = try ledger.takenAway(byUndoing: row), !path.contains(given)
      else { continue }
      var others = path
      others[place] = given
      if try tries(others) == .goes { path = others }
    }
    return path
  }

  /// Leaves out whole stretches: what was undone only to get at what turns out not to be needed goes with it.
  private mutating func shortened(_ path: [Int64]) throws -> [Int64] {
    var path = path
    // Of a long path halves, quarters and so on; of a short one every stretch, the longest first.
    var length = path.count > Obstacles.few ? path.count / 2 : path.count - 1
    while length > 0 {
      let step = path.count > Obstacles.few ? length : 1
      var isShorter = false
      for start in stride(from: 0, through: path.count - length, by: step) {
        var others = path
        others.removeSubrange(start..<start + length)
        guard try tries(others) == .goes else { continue }
        path = others
        isShorter = true
        break
      }
      if isShorter {
        length = path.count > Obstacles.few ? min(length, path.count - 1) : path.count - 1
      } else {
        length = path.count > Obstacles.few ? length / 2 : length - 1
      }
    }
    return path
  }

  private static let few = 8

  /// What is in force and may be in the way, newest first.
  private func inForce(since first: Int64, but number: Int64) throws -> [Int64] {
    try ledger.transactions(limit: 400).filter {
      try $0.transaction >= first && $0.transaction != number && $0.lines.count == 0
        && ledger.reversal(of: $0.transaction) == nil
    }.map(\.transaction)
  }

  /// All of it, newest first: what an undo brings back is undone in its turn.
  private func unwinding(_ later: [Int64], since first: Int64) throws -> [Int64] {
    var (open, path) = (Set(later), [Int64]())
    while let number = open.max() {
      open.remove(number)
      path.append(number)
      if let back = try ledger.transaction(number)?.reverses, back >= first { open.insert(back) }
    }
    return path
  }

  private mutating func tries(_ path: [Int64], then next: Int64? = nil) throws -> Outcome {
    for number in path + (next.map { [$0] } ?? []) {
      guard let row = try ledger.transaction(number) else { return .fails }
      effort -= 100 + row.entries.count + row.changes.count + row.targets.count
    }
    guard effort > 0 else { return .fails }
    do {
      try ledger.rehearse(author) { series in
        for number in path + (next.map { [$0] } ?? []) { try series.undo(number, today: today) }
        // Where nothing of it stands any more, there is nothing left to be refused.
        if next == nil { do { try attempt(series) } catch UndoFault.hasNoEffect {} }
      }
      return .goes
    } catch let fault as UndoFault {
      return fault.obstacles.last.map { .needs($0) } ?? .fails
    } catch let fault as StorageError {
      throw fault
    } catch {
      return .fails
    }
  }
}

extension TransactionSeries {
  /// Undoes a transaction as a transaction of its own.
  ///
  /// - Throws: `UndoFault`.
  func undo(_ number: Int64, today: Day) throws {
    let row = try ledger.undoable(number)
    _ = try write(reversing: number) { try $0.reverse(row, in: ledger, today: today) }
  }
}
