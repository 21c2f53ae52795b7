public import Database
public import Forms
public import TargetEngine

/// A submission that was sent would get another version of its form: whatever it is judged and printed by stays.
public struct FormInUse: Error, Sendable, Equatable {
  public let form: String
  public let period: String
  /// The first unit that has sent it, and how many have.
  public let unit: UnitID
  public let count: Int
  let submission: Int64
  let mark: String
}

extension Ledger {
  /// A submission that was sent and would be judged otherwise by a form than by the one that is known.
  func otherwiseJudged(
    _ form: StoredForm, before known: StoredForm? = nil
  ) throws(StorageError) -> FormInUse? {
    let former = if let known { known } else { try self.form(id: form.id) }
    guard let former else { return nil }
    let sent = try connection.rows(
      """
      SELECT period, MIN(id), COUNT(*) FROM submission
      WHERE form = ?1 AND state IN ('submitted', 'accepted') GROUP BY period ORDER BY period
      """, [.int(form.id)]
    ) { (period: $0.text(0), first: $0.int(1), count: Int($0.int(2))) }
    for (text, first, count) in sent {
      guard let period = try? form.definition.calendar.period(text) else { continue }
      let mark = former.definition.version(of: period).mark
      guard mark != form.definition.version(of: period).mark else { continue }
      let unit = try connection.first(
        "SELECT unit FROM submission WHERE id = ?1", [.int(first)]
      ) { $0.int(0) }
      return FormInUse(
        form: form.code, period: text, unit: unit ?? 0, count: count, submission: first, mark: mark)
    }
    return nil
  }
}
