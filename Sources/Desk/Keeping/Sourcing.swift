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

/// A rule of who reports by list or by number, with the transaction that set it.
public struct ListedSourcing: Sendable {
  /// The rule.
  public var rule: SetSourcing
  /// The transaction in force that set it.
  public var transaction: Int64
}

extension Desk {
  /// Who reports by list and by number, by indicator, unit and day.
  ///
  /// - Parameter indicatorText: the only indicator that is asked about; nil for all.
  public func sourcings(of indicatorText: String?) throws -> [ListedSourcing] {
    try snapshot {
      let only = try indicatorText.map { try indicator($0).id }
      let indicators = try ledger.indicatorsByID()
      return try ledger.sourcingsWithTransactions().compactMap { sourcing, transaction in
        guard only.map({ $0 == sourcing.indicator }) ?? true,
          let indicator = indicators[sourcing.indicator],
          let unit = try ledger.unit(id: sourcing.unit)?.unit
        else { return nil }
        let rule = SetSourcing(
          sourcing: sourcing, unit: try titled(unit), indicator: indicator)
        return ListedSourcing(rule: rule, transaction: transaction)
      }.sorted {
        ($0.rule.indicator.id, $0.rule.unit.code, $0.rule.sourcing.since)
          < ($1.rule.indicator.id, $1.rule.unit.code, $1.rule.sourcing.since)
      }
    }
  }

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
    var forms = FormsChanged()
    var written = try changeRecords { session in
      let before = try FormsBefore(self)
      try session.transaction.set(sourcing)
      try session.repost(by: sourcing)
      forms = try FormsChanged(self, since: before)
      return SetSourcing(sourcing: sourcing, unit: try titled(unit), indicator: indicator)
    }
    written.tell(forms)
    return written
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
