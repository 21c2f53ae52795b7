internal import Database
internal import Journal
internal import TargetEngine

/// Numbers that a list replaced come back when no transaction in force has posted that list any
/// more, and are replaced again when one does. Source: `engine.md`, "Undo".
///
/// A list that became empty, since its records were removed or moved to another unit, is still a
/// list: the numbers stay away.
extension Transaction {
  /// Makes room for numbers that an undo restores: their places report by number again.
  ///
  /// - Parameters:
  ///   - row: the transaction that is undone; its own entries are no obstacle.
  ///   - givingWay: whether they may stand where a list of before counts, as what forms post does: it gives way.
  /// - Throws: `UndoFault.neededBy` for a place where a list is in force.
  func admitNumbers(
    _ entries: [Entry], ofUndoing row: JournalRow, givingWay: Bool = false
  ) throws {
    if entries.isEmpty { return }
    let listed = try ledger.listed()
    var sources = try ListSources(ledger)
    // What comes to nothing on a day restores no number.
    var sums: [PostingKey: Int64] = [:]
    for entry in entries {
      let key = PostingKey(of: entry)
      sums[key] = try (sums[key] ?? 0).adding(entry.amount)
    }
    var places: Set<ListedPlace> = []
    for (key, sum) in sums where sum != 0 {
      let place = ListedPlace(indicator: key.indicator, unit: key.unit)
      if listed.contains(place), try sources.isByList(place, on: key.day) {
        places.insert(place)
      }
    }
    for place in places.sorted() {
      if let list = try ledger.standingList(at: place, beside: row.entries)
        ?? ledger.listInForce(at: place, onceUndone: row.transaction)
      {
        // To a list of before it gave way when it was withdrawn, and does so again.
        if givingWay, list < row.transaction { continue }
        throw UndoFault.neededBy(transaction: list)
      }
      try unlist(indicator: place.indicator, unit: place.unit)
    }
  }

  /// Lets places report by number again where an undo has left no list, and restores the numbers
  /// that the list had replaced; notes a list that is in force again.
  ///
  /// - Parameter undone: the transaction that is undone; records have been posted already.
  func giveBackNumbers(after undone: JournalRow) throws {
    var back: [Entry] = []
    // What comes back may post nothing now, since a rule leaves its days to numbers.
    let chain = try ledger.chainReversed(by: undone).compactMap { try ledger.transaction($0) }
    let rows = [undone.entries, journal.row.entries] + chain.map(\.entries)
    for place in try ledger.placesOfLists(in: rows)
    where try !ledger.isListStanding(at: place) {
      if try ledger.listInForce(at: place, onceUndone: undone.transaction) == nil {
        back += try ledger.givenWay(at: place)
        try unlist(indicator: place.indicator, unit: place.unit)
      } else if try !ledger.isListed(place) {
        // The list is in force again, though a rule made meanwhile leaves its days to numbers: what had given way
        // to it does so once more.
        try list([place])
        try replaceNumbers(at: [place])
      }
    }
    try post(try back.map { try $0.opposite })
  }
}

extension Entry {
  var opposite: Entry {
    get throws(OverflowFault) {
      var entry = self
      entry.amount = try Int64(0).subtracting(amount)
      return entry
    }
  }
}
