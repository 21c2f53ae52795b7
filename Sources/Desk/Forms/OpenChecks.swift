public import Forms
internal import Storage
public import TargetEngine

/// The hard checks that were held against nothing in what a unit sent.
public struct OpenChecks: Sendable {
  /// Who sent it, with its title.
  public var unit: Unit
  /// Each with the lines that are empty.
  public var checks: [OpenCheck]
}

extension FormRound {
  /// Those of what units have sent that stands. In a nil return all is 0, and nothing is missing.
  ///
  /// - Parameter last: what was accepted of the period before.
  func openChecks(of submission: Submission, last: [UnitID: FormAmounts]) -> [OpenCheck] {
    let standing = submission.standing
    guard standing.isSent, !standing.isNil else { return [] }
    return version.openChecks(
      submission.contents.values.amounts, last: last[submission.unit] ?? [:])
  }

  /// Those of several units, which have their titles.
  func openChecks(
    of submissions: [Submission], last: [UnitID: FormAmounts], _ units: [Unit]
  ) -> [OpenChecks] {
    let byUnit = Dictionary(submissions.map { ($0.unit, $0) }) { first, _ in first }
    return units.compactMap { unit in
      let open = byUnit[unit.id].map { openChecks(of: $0, last: last) } ?? []
      return open.isEmpty ? nil : OpenChecks(unit: unit, checks: open)
    }
  }

  /// Those of all units that have sent it, of which the given ones are asked about.
  func openChecks(of units: [Unit]) throws -> [OpenChecks] {
    guard version.checks.contains(where: { $0.severity == .hard }) else { return [] }
    return openChecks(
      of: try desk.ledger.submissions(of: form, period), last: try last(), units)
  }
}
