internal import Storage
internal import TargetEngine

/// What the report after the closed months tells of a change of them: its own lines and notes are asked, so that
/// receipts promise what it will show and nothing else. Source: `engine.md`, "Closing a month".
struct NextReport {
  /// How it tells of an indicator.
  enum Telling { case correction, note }

  private let desk: Desk
  private let closed: ClosedMonths

  init(_ desk: Desk, _ closed: ClosedMonths) {
    self.desk = desk
    self.closed = closed
  }

  /// What it tells of the indicators whose figures a transaction changes, of units and of all above them.
  func tells(of transaction: Transaction) throws -> [IndicatorID: Telling] {
    // Modules close on days of their own.
    let lastMonths = Dictionary(grouping: closed.indicators.values) { indicator in
      closed.months(of: indicator.id).max()
    }
    var told: [IndicatorID: Telling] = [:]
    for case (let last?, let indicators) in lastMonths {
      let sums = try transaction.lateSums(through: last)
      let changed = Set(sums.values.flatMap(\.keys).map(\.indicator))
      let wanted = indicators.filter { changed.contains($0.id) }
      if wanted.isEmpty { continue }
      let facts = try MonthFacts(last.next, wanted, desk)
      for unit in sums.keys.sorted() {
        let own = sums[unit]?.filter { told[$0.key.indicator] != .correction } ?? [:]
        if own.isEmpty { continue }
        told.merge(try tells(of: own, unit, facts)) { $0 == .correction ? $0 : $1 }
      }
    }
    return told
  }

  private func tells(
    of sums: [LineKey: LateSum], _ unit: UnitID, _ facts: MonthFacts
  ) throws -> [IndicatorID: Telling] {
    let lines = try desk.liveLines(of: unit, facts)
    var told: [IndicatorID: Telling] = [:]
    for line in lines.map(\.line) {
      let id = line.indicator.id
      let sum = { (key: LineKey) in
        sums[line.indicator.kind == .flow ? key : LineKey(indicator: id, year: 0)] ?? LateSum()
      }
      let moved = MovedAmount(line, on: facts.month.lastDay, beside: lines)
      if line.corrected != 0, sum(line.key).toDate != 0 {
        told[id] = .correction
      } else if told[id] == nil, let moved, moved.isNoted(by: sum(moved.key)) {
        told[id] = .note
      }
    }
    return told
  }
}
