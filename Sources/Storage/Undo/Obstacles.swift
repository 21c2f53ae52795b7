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
    let candidates = try candidates(since: first).filter { $0 != number }
    for number in candidates where try tries([number]) == .goes {
      return try needed(of: [number])
    }
    return try tries(candidates) == .goes ? needed(of: candidates) : nil
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

  /// Leaves out whole stretches, the longest first: what was undone only to get at what turns out not to be needed
  /// goes with it.
  private mutating func shortened(_ path: [Int64]) throws -> [Int64] {
    for length in stride(from: path.count - 1, to: 0, by: -1) {
      for start in 0...path.count - length {
        var others = path
        others.removeSubrange(start..<start + length)
        if try tries(others) == .goes { return try shortened(others) }
      }
    }
    return path
  }

  /// What is in force and may be in the way, newest first: undos of what came later as well are none, since both
  /// leave things as they were.
  private func candidates(since first: Int64) throws -> [Int64] {
    var candidates: [Int64] = []
    for row in try ledger.transactions(limit: 400) where row.transaction >= first {
      if row.lines.count > 0 || row.reverses >= first { continue }
      if try ledger.reversal(of: row.transaction) == nil { candidates.append(row.transaction) }
    }
    return candidates
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
