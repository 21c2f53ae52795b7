internal import Storage
internal import TargetEngine

/// Refuses postings of records before a unit opens or after it closes.
struct PostingTimes {
  private let ledger: Ledger
  /// The times of all units, once they are known.
  private var times: [UnitID: UnitTime]?
  /// The indicators that lists plan, once they are known.
  private var planned: Set<IndicatorID>?

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Reads the times of all units: for many units one query is cheaper than one for each.
  mutating func readAll() throws {
    if times == nil { times = try ledger.times(of: nil) }
  }

  /// - Throws: `DeskError.unitClosed`, `.unitNotOpen`.
  mutating func check(_ batch: EntryBatch) throws {
    let stretches = batch.stretches()
    let times =
      try times ?? ledger.times(of: stretches.map { UnitID(batch.units[$0.lowerBound]) })
    if times.isEmpty { return }
    for stretch in stretches {
      let unit = UnitID(batch.units[stretch.lowerBound])
      guard let time = times[unit] else { continue }
      for row in stretch {
        let day = Int(batch.days[row])
        if let closed = time.closed, day > closed.rawValue,
          try !ledger.takesBack(row, of: batch),
          try !ledger.endsGroup(row, of: batch, closedOn: closed),
          try !ledger.followsNumbers(row, of: batch)
        {
          throw DeskError.unitClosed(try name(of: unit), on: closed)
        }
        // Lists plan for their whole year, also before a unit opens.
        if let opened = time.opened, day < opened.rawValue,
          try !isPlanned(IndicatorID(batch.indicators[row])),
          try !ledger.takesBack(row, of: batch)
        {
          throw DeskError.unitNotOpen(try name(of: unit), until: opened)
        }
      }
    }
  }

  private mutating func isPlanned(_ indicator: IndicatorID) throws -> Bool {
    let known = try planned ?? Set(ledger.indicators().compactMap { $0.defaultTarget?.flow })
    planned = known
    return known.contains(indicator)
  }

  private func name(of unit: UnitID) throws -> String {
    try ledger.unit(id: unit)?.unit.name ?? ""
  }
}
