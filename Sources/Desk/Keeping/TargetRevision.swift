public import Journal
internal import Storage
public import TargetEngine

/// A revision of a target, with what it belongs to.
public struct TargetRevision: Sendable {
  /// What is to be done of.
  public var indicator: Indicator
  /// Who has to do it, with the title that distinguishes it from namesakes.
  public var unit: Unit
  /// How much, by when.
  public var target: Target
  /// Whether it was taken back.
  public var isWithdrawn = false
  /// The transaction that set it; nil where only what holds is asked for.
  public var transaction: JournalRow?
  /// The units merged into its own since: it does not contain their targets.
  public var without: [Unit] = []
}

extension Desk {
  /// The targets of a unit that reports use on some day, of a year only when it is given.
  ///
  /// - Parameter unitText: a code or name; nil for the office's own.
  public func targets(of unitText: String?, year: Int? = nil) throws -> [TargetRevision] {
    try snapshot {
      let unit = try titled(try unitOrOffice(unitText).unit)
      let indicators = try ledger.indicatorsByID()
      let mergers = try mergers(into: unit.id)
      return try targets(of: unit.id, year: year).compactMap { stored in
        indicators[stored.target.indicator].map { indicator in
          TargetRevision(
            indicator: indicator, unit: unit, target: stored.target,
            without: mergers.filter { stored.seq < $0.number }.map(\.unit))
        }
      }
    }
  }

  /// The units that were merged into one, each with the number of the first target that may contain its own.
  private func mergers(into unit: UnitID) throws -> [(unit: Unit, number: Int64)] {
    let numbers = try ledger.mergers(into: unit)[unit] ?? [:]
    return try ledger.units(Set(numbers.keys)).compactMap { stored in
      numbers[stored.unit.id].map { (stored.unit, $0) }
    }.sorted { $0.unit.code < $1.unit.code }
  }

  /// All revisions of a target, withdrawn ones too, with the transactions that set them.
  ///
  /// - Parameters:
  ///   - unitText: a code or name; nil for the office's own.
  ///   - year: the plan year; nil for today's.
  public func history(
    ofTarget indicatorText: String, unit unitText: String?, year: Int?
  ) throws -> [TargetRevision] {
    try snapshot {
      let unit = try titled(try unitOrOffice(unitText).unit)
      let indicator = try indicator(indicatorText)
      let mergers = try mergers(into: unit.id)
      return try ledger.history(
        indicator: indicator.id, unit: unit.id,
        year: year ?? indicator.planYear(of: context.today).label
      ).map { revision, transaction in
        TargetRevision(
          indicator: indicator, unit: unit, target: revision.target,
          isWithdrawn: revision.isWithdrawn, transaction: transaction,
          without: mergers.filter { revision.seq < $0.number }.map(\.unit))
      }
    }
  }
}
