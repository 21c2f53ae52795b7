public import Storage
public import TargetEngine

/// Who reports by list from a day on, with the numbers that give way.
public struct SetSourcing: Sendable {
  /// The rule.
  public var sourcing: Sourcing
  /// What is counted.
  public var indicator: Indicator
  /// What counted by number and does no more, by unit; what counts again is less than 0.
  public var replaced: [(unit: Unit, amount: Int64)]
}

extension Desk {
  /// Says from which day a unit and those below it report an indicator by list or by number.
  ///
  ///     let written = try desk.setSourcing(
  ///       "clinics.in-training", unit: "乙镇", byList: true, since: try Day("2021-08-01"))
  ///     written.result.replaced  // 乙镇, 33: its own number, now that its records count
  public func setSourcing(
    _ indicatorText: String, unit unitText: String?, byList: Bool, since: Day
  ) throws -> Written<SetSourcing> {
    let indicator = try indicator(indicatorText)
    let unit = try unitOrOffice(unitText).unit
    let sourcing = Sourcing(
      indicator: indicator.id, unit: unit.id, since: since, byList: byList)
    let written = try changeRecords { session in
      try session.transaction.set(sourcing)
      try session.repost(below: unit.id)
    }
    let replaced = try replacedNumbers(in: written.head.transaction)
    return written.withResult {
      SetSourcing(sourcing: sourcing, indicator: indicator, replaced: replaced)
    }
  }

  /// What a transaction let give way to lists, by unit in the order of their codes.
  private func replacedNumbers(in number: Int64) throws -> [(unit: Unit, amount: Int64)] {
    guard let row = try ledger.transaction(number) else { return [] }
    var days: [UnitID: [Day: Int64]] = [:]
    for entry in try ledger.entries(row.entries) where EntrySource.isOpening(entry.source) {
      let sum = days[entry.unit]?[entry.day] ?? 0
      days[entry.unit, default: [:]][entry.day] = try sum.subtracting(entry.amount)
    }
    let sums = try days.mapValues { days in
      let sum = try days.values.reduce(Int64(0)) { try $0.adding($1) }
      // What gives way earlier than it did gives way no more on its former day.
      return sum != 0 ? sum : days.min { $0.key < $1.key }?.value ?? 0
    }
    return try sums.filter { $0.value != 0 }.compactMap { id, amount in
      try ledger.unit(id: id).map { (unit: try titled($0.unit), amount: amount) }
    }.sorted { $0.unit.code < $1.unit.code }
  }
}
