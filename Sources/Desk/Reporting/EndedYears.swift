internal import Storage
internal import TargetEngine

/// What closed months said last of plan years that have ended, so that a later change of such a year shows.
///
/// A year is said by the closed months that lie in it, and by later ones while it is carried. Where the last
/// one in it has no line of an indicator, it said nothing had been done. Source: `engine.md`, "Closing a month".
struct EndedYears {
  private let ledger: Ledger
  private let flows: [IndicatorID: Indicator]
  /// The months by the transactions that closed them.
  private let closed: [Int64: ClosedMonth]
  /// The last closed month that lies in an ended year, by indicator and year.
  private let lastMonths: [LineKey: Month]
  /// The transactions that hold the lines of those months.
  private let lastTransactions: [Int64]

  /// - Parameters:
  ///   - catalogue: whose years are wanted: of flows, since other figures do not belong to a plan year.
  ///   - day: the report day; years that end before its own plan year begins have ended.
  ///   - through: the last closed month that counts.
  init(_ catalogue: [Indicator], on day: Day, through last: Month, _ ledger: Ledger) throws {
    let flows = catalogue.filter { $0.kind == .flow }
    let closings = Dictionary(
      grouping: try ledger.closings().filter { $0.month <= last }, by: \.month)
    let months = closings.map { ClosedMonth($0.key, $0.value) }.sorted { $0.month < $1.month }
    var (lastMonths, lastTransactions): ([LineKey: Month], Set<Int64>) = ([:], [])
    for indicator in flows {
      let current = indicator.planYear(of: day).label
      var editions: [Int: Int64] = [:]
      for closed in months {
        let year = indicator.planYear(of: closed.month).label
        guard year < current, let edition = closed.edition(of: indicator.module) else { continue }
        lastMonths[LineKey(indicator: indicator.id, year: year)] = closed.month
        editions[year] = edition.transaction
      }
      lastTransactions.formUnion(editions.values)
    }
    self.ledger = ledger
    self.flows = Dictionary(flows.map { ($0.id, $0) }) { first, _ in first }
    closed = Dictionary(
      months.flatMap { month in
        closings[month.month, default: []].map { ($0.transaction, month) }
      }
    ) { first, _ in first }
    self.lastMonths = lastMonths
    self.lastTransactions = lastTransactions.sorted()
  }

  /// What was said last of a unit's figures of ended years.
  ///
  /// - Parameter tallies: what the unit has now: of what it has and no line said, nothing had been done.
  func said(
    of unit: UnitID, _ tallies: [IndicatorID: Tally]
  ) throws -> [LineKey: Int64] {
    var said: [LineKey: (month: Month, amount: Int64)] = [:]
    for (key, month, amount) in try lines(of: unit)
    where said[key].map({ $0.month < month }) ?? true {
      said[key] = (month, amount)
    }
    var amounts = said.mapValues(\.amount)
    // A part without a target has no line, whatever it has.
    for (id, tally) in tallies where flows[id].map({ !$0.isPart }) ?? false {
      for year in tally.planYears {
        let key = LineKey(indicator: id, year: year)
        if amounts[key] == nil, lastMonths[key] != nil { amounts[key] = 0 }
      }
    }
    return amounts
  }

  /// The frozen lines in force of ended years: those of the last month in each, and what was carried later.
  private func lines(of unit: UnitID) throws -> [(key: LineKey, month: Month, amount: Int64)] {
    let main = try ledger.frozenAmounts(of: unit, .main, in: lastTransactions)
    let carried = try ledger.frozenAmounts(of: unit, .carried, in: closed.keys.sorted())
    return (main.filter { lastMonths[$0.key] == closed[$0.transaction]?.month } + carried)
      .compactMap { line in
        guard let indicator = flows[line.key.indicator], let month = closed[line.transaction],
          month.edition(of: indicator.module)?.transaction == line.transaction
        else { return nil }
        return (line.key, month.month, line.amount)
      }
  }
}
