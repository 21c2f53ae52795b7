public import Database
internal import Forms
public import TargetEngine

/// That a unit sent a form for a period, without what it sent.
public struct SentForm: Sendable {
  /// The form's number.
  public let form: Int64
  public let period: String
  public let unit: UnitID
  /// Whether any line of it was filled from a list.
  public let isListed: Bool
}

extension Ledger {
  /// What some units have sent that stands, submitted or accepted.
  public func sentForms(of units: Set<UnitID>) throws(StorageError) -> [SentForm] {
    try connection.rows(of: units.sorted()) {
      """
      SELECT form, period, unit, CASE WHEN body LIKE '%\nlisted=%' THEN 1 ELSE 0 END
      FROM submission WHERE state IN ('submitted', 'accepted') AND unit IN (\($0))
      """
    } row: {
      SentForm(form: $0.int(0), period: $0.text(1), unit: $0.int(2), isListed: $0.int(3) == 1)
    }
  }
}
