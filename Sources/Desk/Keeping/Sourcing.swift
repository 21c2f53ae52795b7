public import Storage
public import TargetEngine

/// Who reports by list from a day on, with the numbers that give way.
public struct SetSourcing: Sendable {
  /// The rule.
  public var sourcing: Sourcing
  /// What is counted.
  public var indicator: Indicator
  /// What counted by number and does no more, or counts again, by unit.
  public var replaced: [Replaced]

  /// What a unit told by number.
  public struct Replaced: Sendable {
    public var unit: Unit
    /// What it told.
    public var amount: Int64
    /// Whether it counts again, rather than no more.
    public var returns: Bool
  }
}

extension Desk {
  /// Says from which day a unit and those below it report an indicator by list or by number.
  ///
  ///     let written = try desk.setSourcing(
  ///       "clinics.in-training", unit: "乙镇", byList: true, since: try Day("2021-08-01"))
  ///     written.result.replaced  // 乙镇, 33: its own number, now that its records count
  ///
  /// - Throws: `DeskError.noRegisterPosts` for a list that cannot come.
  public func setSourcing(
    _ indicatorText: String, unit unitText: String?, byList: Bool, since: Day
  ) throws -> Written<SetSourcing> {
    let indicator = try indicator(indicatorText)
    let unit = try unitOrOffice(unitText).unit
    if byList { try expectRegister(of: indicator) }
    let sourcing = Sourcing(
      indicator: indicator.id, unit: unit.id, since: since, byList: byList)
    let written = try changeRecords { session in
      try session.transaction.set(sourcing)
      try session.repost(by: sourcing)
    }
    let replaced = try replacedNumbers(in: written.head.transaction)
    return written.withResult {
      SetSourcing(sourcing: sourcing, indicator: indicator, replaced: replaced)
    }
  }

  /// A list comes only for what registers post.
  private func expectRegister(of indicator: Indicator) throws {
    let posted = Set(ledger.slots.flatMap { $0.posted() })
    if posted.contains(indicator.code) { return }
    let known = try catalogue().filter { posted.contains($0.code) }
    let own = known.filter { $0.module == indicator.module }
    throw DeskError.noRegisterPosts(indicator.code, posted: (own.isEmpty ? known : own).map(\.code))
  }

  /// What a transaction let give way to lists or brought back, by unit in the order of their codes.
  private func replacedNumbers(in number: Int64) throws -> [SetSourcing.Replaced] {
    guard let row = try ledger.transaction(number) else { return [] }
    let entries = try ledger.entries(row.entries).filter { EntrySource.isOpening($0.source) }
    return try Dictionary(grouping: entries, by: \.unit).compactMap { id, entries in
      guard let unit = try ledger.unit(id: id) else { return nil }
      let back = try entries.filter { EntrySource.isGivenBack($0.source) }.sum()
      let amount = try back != 0 ? back : gaveWay(entries)
      return amount == 0
        ? nil
        : SetSourcing.Replaced(
          unit: try titled(unit.unit), amount: amount, returns: back != 0)
    }.sorted { $0.unit.code < $1.unit.code }
  }

  /// What the entries let give way of what a unit told.
  private func gaveWay(_ entries: [Entry]) throws -> Int64 {
    let sum = try entries.sum()
    // What gives way earlier than it did gives way no more on its former day.
    let first = entries.map(\.day).min()
    return try Int64(0).subtracting(
      sum != 0 ? sum : entries.filter { $0.day == first }.sum())
  }
}

extension [Entry] {
  fileprivate func sum() throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for entry in self { sum = try sum.adding(entry.amount) }
    return sum
  }
}
