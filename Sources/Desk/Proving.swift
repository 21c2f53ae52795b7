public import Journal
public import Storage
public import TargetEngine

/// What `check` found: what does not follow from what was written, and what should be put right.
public struct Checked: Sendable {
  /// Derived data that contradicts what it is derived from.
  public var findings: [Inconsistency]
  /// What today's rules would refuse, though nothing is wrong.
  public var advice: [Advice]
  /// The indicators by number, to name what was found.
  public var indicators: [IndicatorID: Indicator]
  /// The units by number, with the titles that tell namesakes apart.
  public var units: [UnitID: Unit]
  /// The beginning of every record's number.
  public var site: String
}

/// What `verify` found.
public struct Verified: Sendable {
  /// What contradicts the chain.
  public var findings: [Tampering]
  /// The newest transaction and its hash.
  public var head: Head
}

extension Desk {
  /// Proves that everything derived follows from entries, targets, records and units.
  public func check() throws -> Checked {
    try snapshot {
      let findings = try ledger.check()
      return Checked(
        findings: findings, advice: try ledger.advice(today: context.today) + officeAdvice(),
        indicators: try ledger.indicatorsByID(),
        units: Dictionary(
          try UnitTitles(ledger).titled(
            try ledger.units(Set(findings.compactMap(\.unit))).map(\.unit)
          ).map { ($0.id, $0) }
        ) { first, _ in first }, site: try ledger.site())
    }
  }

  /// Derives totals, plans and indexes again.
  public func rebuild() throws { try ledger.rebuild() }

  /// Proves that history was not rewritten.
  ///
  /// - Parameters:
  ///   - head: a printed one that history must contain; nil for none.
  ///   - progress: called with the number of rows read so far.
  public func verify(
    expecting head: Head? = nil, progress: (Int64) -> Void = { _ in }
  ) throws -> Verified {
    try snapshot {
      Verified(
        findings: try ledger.verify(expecting: head, progress: progress),
        head: try ledger.head())
    }
  }

  /// A head as reports print it, for `verify(expecting:progress:)`; nil where the text is none.
  public static func head(printed text: String) -> Head? { Head(printed: text) }

  /// The newest transaction and its hash.
  public func head() throws -> Head { try ledger.head() }
}
