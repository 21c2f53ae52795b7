public import Journal
internal import Registers
internal import Storage
public import TargetEngine

/// A transaction with what cannot be seen of its row.
public struct ListedTransaction: Sendable {
  /// The row.
  public var row: JournalRow
  /// The records that it found by secrets, `K3F7-12`; nil where it looked for none.
  public var found: [String]?
  /// The fields by which it looked, and how many values nobody has.
  public var sought: [(field: Text, misses: Int)] = []
  /// The transaction that undid it, unless that was undone in turn.
  public var undoneBy: Int64?
}

extension Desk {
  /// The newest transactions, newest first.
  public func transactions(limit: Int) throws -> [ListedTransaction] {
    try ledger.read {
      let rows = try ledger.transactions(limit: limit)
      var undone: [Int64: Int64] = [:]
      return try listed(rows) { row in
        // Whatever undid one is newer, and so comes before it.
        let undoneBy = undone[row.transaction]
        if row.reverses > 0, undoneBy == nil { undone[row.reverses] = row.transaction }
        return undoneBy
      }
    }
  }

  /// Transactions with what cannot be seen of their rows.
  ///
  /// - Parameter rows: the newest first.
  func listed(
    _ rows: [JournalRow], undoneBy: (JournalRow) throws -> Int64?
  ) throws -> [ListedTransaction] {
    guard let first = rows.map(\.changes.first).min(), let end = rows.map(\.changes.end).max()
    else { return [] }
    // Both stand in the order of their numbers, the newest last here.
    var searches = try ledger.searches(in: first..<max(first, end))[...]
    return try rows.map { row in
      var own: [SecretSearch] = []
      while let search = searches.last, search.change >= row.changes.first {
        own.append(searches.removeLast())
      }
      let found = try Set(own.compactMap(\.record)).sorted().map { try ledger.publicID($0) }
      return ListedTransaction(
        row: row, found: own.isEmpty ? nil : found, sought: sought(in: own),
        undoneBy: try undoneBy(row))
    }
  }

  /// The fields of searches, in the order of their names, each with how often nobody was found.
  private func sought(in searches: [SecretSearch]) -> [(field: Text, misses: Int)] {
    if searches.isEmpty { return [] }
    let titles = Dictionary(
      ledger.allShapes().flatMap(\.fields).filter(\.isSecret).map { ($0.name, $0.title) }
    ) { first, _ in first }
    return Dictionary(grouping: searches, by: \.field).sorted { $0.key < $1.key }.map {
      (titles[$0.key] ?? Text($0.key, $0.key), $0.value.map(\.misses).reduce(0, +))
    }
  }
}
