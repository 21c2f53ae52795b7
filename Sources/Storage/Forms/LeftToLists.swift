internal import Database
public import Forms
public import TargetEngine

/// An amount of an accepted submission that was not posted, since its unit reported its indicator by list on that day.
public struct LeftToList: Sendable {
  public let form: StoredForm
  public let unit: UnitID
  public let posting: FormPosting
}

extension Ledger {
  /// All amounts that accepted submissions leave to lists; only forms are read of which any does.
  public func leftToLists() throws -> [LeftToList] {
    let numbers = try connection.rows(
      "SELECT DISTINCT form FROM submission WHERE state = ?1 AND body LIKE ?2",
      [.text(FormState.accepted.rawValue), .text("%\nlisted=%")]
    ) { $0.int(0) }
    if numbers.isEmpty { return [] }
    return try forms().filter { numbers.contains($0.id) }.flatMap { form in
      let accepted = try submissions(of: form, "state = ?2", [.text(FormState.accepted.rawValue)])
      return Dictionary(grouping: accepted, by: \.unit).flatMap { unit, own in
        let byPeriod = Dictionary(own.map { ($0.period, $0) }) { first, _ in first }
        return form.definition.postings(of: byPeriod).filter {
          posting in
          posting.amount.units != 0
            && byPeriod[posting.period]?.listed.contains(posting.line) == true
        }.map { LeftToList(form: form, unit: unit, posting: $0) }
      }
    }
  }
}
