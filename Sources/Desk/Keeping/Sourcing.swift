public import Storage
public import TargetEngine

/// Who reports by list or by number from a day on.
public struct SetSourcing: Sendable {
  /// The rule.
  public var sourcing: Sourcing
  /// The unit that reports so, and all units below it.
  public var unit: Unit
  /// What is counted.
  public var indicator: Indicator
}

extension Desk {
  /// Says from which day a unit and those below it report an indicator by list or by number.
  ///
  ///     let written = try desk.setSourcing(
  ///       "clinics.in-training", unit: "乙镇", byList: true, since: try Day("2021-08-01"))
  ///     written.replaced  // 乙镇, 33: its own number, now that its records count
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
    return try changeRecords { session in
      try session.transaction.set(sourcing)
      try session.repost(by: sourcing)
      return SetSourcing(sourcing: sourcing, unit: try titled(unit), indicator: indicator)
    }
  }

  /// A list comes only for what registers post.
  private func expectRegister(of indicator: Indicator) throws {
    let posted = ledger.postedIndicators
    if posted.contains(indicator.code) { return }
    let known = try catalogue().filter { posted.contains($0.code) }
    let own = known.filter { $0.module == indicator.module }
    throw DeskError.noRegisterPosts(indicator.code, posted: (own.isEmpty ? known : own).map(\.code))
  }
}
