/// Replaces level entries at once on days whose figures come by list, as all numbers of such a day
/// were replaced: they come back together.
struct GivingWay {
  private let ledger: Ledger
  private var sources: ListSources

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    sources = try ListSources(ledger)
  }

  /// The entries of one place, with the opposites of those that are replaced.
  mutating func way(_ entries: [Entry]) throws -> [Entry] {
    var all = entries
    for entry in entries where !entry.isOfOwnStatement {
      let place = ListedPlace(indicator: entry.indicator, unit: entry.unit)
      guard try ledger.isListed(place), try sources.isByList(place, on: entry.day) else { continue }
      var opposite = entry
      opposite.amount = try Int64(0).subtracting(entry.amount)
      opposite.source = EntrySource.opening
      all.append(opposite)
    }
    return all
  }
}
