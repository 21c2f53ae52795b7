public import Database
public import Journal

/// Which transactions are in force: one that was undone is not, unless its undo was itself undone,
/// and so on to any depth.
extension Ledger {
  /// The undo in force of a transaction; nil while the transaction is in force itself.
  public func reversal(of number: Int64) throws(StorageError) -> Int64? {
    let undos = try undos(of: number)
    let inForce = undos.inForce { _ in true }
    return undos.of[number]?.first { inForce.contains($0) }
  }

  /// Whether a transaction will be in force after the undo of another one, which is not written
  /// yet.
  func isInForce(_ number: Int64, onceUndone undone: Int64) throws(StorageError) -> Bool {
    try undos(of: number).inForce { $0 != undone }.contains(number)
  }

  /// Whether a transaction was in force when a later one was written.
  func wasInForce(
    _ number: Int64, before later: Int64
  ) throws(StorageError) -> Bool {
    try undos(of: number).inForce { $0 < later }.contains(number)
  }

  /// The transaction in force because of which another one is in force now and was not when a third
  /// was written, or the other way round; nil where it is as it was.
  ///
  /// - Parameter undone: the third, which is not in force any more: it is about to be undone.
  func change(
    of number: Int64, since undone: Int64
  ) throws(StorageError) -> Int64? {
    let undos = try undos(of: number)
    let (now, then) = (undos.inForce { $0 != undone }, undos.inForce { $0 < undone })
    var open = [number]
    while let next = open.popLast() {
      if now.contains(next) == then.contains(next) { continue }
      if now.contains(next), next > undone { return next }
      open += (undos.of[next] ?? []).reversed()
    }
    return nil
  }

  /// The undos of a transaction, those of these, and so on: a loop, since an edited database may have any number.
  private func undos(of number: Int64) throws(StorageError) -> Undos {
    var undos = Undos(first: number)
    var open = [number]
    while let next = open.popLast() {
      // Only later ones, so that a tampered number cannot make a cycle.
      let reversers = try connection.rows(
        "SELECT tx FROM journal WHERE reverses = ?1 AND tx > ?1 AND reverses > 0 ORDER BY tx",
        [.int(next)]
      ) { $0.int(0) }
      if reversers.isEmpty { continue }
      undos.of[next] = reversers
      open += reversers
    }
    return undos
  }

  /// The chain of transactions that one reverses: the one that it names, the one that this names,
  /// and so on.
  func chainReversed(by row: JournalRow) throws(StorageError) -> [Int64] {
    var found: [Int64] = []
    var next = row
    while next.reverses > 0, next.reverses < next.transaction,
      let earlier = try transaction(next.reverses)
    {
      found.append(earlier.transaction)
      next = earlier
    }
    return found
  }

  /// The transaction that is in force again once another one, an undo, is undone; nil where none is.
  public func broughtBack(byUndoing row: JournalRow) throws(StorageError) -> JournalRow? {
    let chain = try chainReversed(by: row)
    guard !chain.count.isMultiple(of: 2), let number = chain.last else { return nil }
    return try transaction(number)
  }

  /// The transaction, no undo itself, that is in force no more once another one is undone; nil where none is.
  public func takenAway(byUndoing row: JournalRow) throws(StorageError) -> Int64? {
    let chain = try chainReversed(by: row)
    return chain.count.isMultiple(of: 2) ? chain.last ?? row.transaction : nil
  }

  /// A transaction in force that conflicts with what an undo would bring back into force: another
  /// undo of the same transaction, or one that changed the entry of a correction that comes back.
  func conflict(ofUndoing row: JournalRow) throws(StorageError) -> Int64? {
    let chain = try chainReversed(by: row)
    // Undoing an undo restores what it reversed, which in turn reverses the one before.
    for place in stride(from: 0, to: chain.count, by: 2) {
      if place + 1 < chain.count, let other = try reversal(of: chain[place + 1]) { return other }
      guard let back = try transaction(chain[place]) else { continue }
      for entry in try corrections(in: back) {
        switch try self.entry(answeredBy: entry, EntrySource.correction).map(own(standing:)) {
        case .undone(let by), .corrected(let by, _): return by
        case .stands, .reversal, .ofRegister, .ofLevel, .ofForm, .gaveWay, nil: break
        }
      }
    }
    return nil
  }

  private func corrections(in row: JournalRow) throws(StorageError) -> [Entry] {
    try connection.rows(
      """
      SELECT \(Entry.columns) FROM entry WHERE seq >= ?1 AND seq < ?2 AND source LIKE 'correct:%'
      """, [.int(row.entries.first), .int(row.entries.end)]
    ) { Entry($0) }.compactMap { $0 }
  }
}

/// A transaction with its undos, and those of its undos.
private struct Undos {
  let first: Int64
  /// What undid a transaction, in order.
  var of: [Int64: [Int64]] = [:]

  /// Which of them are in force: one that no undo in force reverses. An undo is later than what it reverses.
  ///
  /// - Parameter isThere: whether a transaction is written.
  func inForce(_ isThere: (Int64) -> Bool) -> Set<Int64> {
    var inForce: Set<Int64> = []
    for number in (of.values.flatMap { $0 } + [first]).sorted(by: >)
    where isThere(number) && !(of[number] ?? []).contains(where: inForce.contains) {
      inForce.insert(number)
    }
    return inForce
  }
}
