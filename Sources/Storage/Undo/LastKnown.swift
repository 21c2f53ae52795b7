public import Database
internal import Forms
internal import Journal
public import Registers
public import TargetEngine

/// Things that were undone, as they were last: what was entered for them and undone still names them.
extension Ledger {
  /// A unit as it was before it was undone; nil where there never was one of that number.
  public func lastKnown(unit: UnitID) throws(StorageError) -> Unit? {
    try lastState(of: .unit, unit).map { StoredUnit(id: unit, fields: $0).unit }
  }

  /// An indicator as it was before it was undone.
  public func lastKnown(indicator: IndicatorID) throws(StorageError) -> Indicator? {
    try lastState(of: .indicator, indicator).map { Indicator(id: indicator, fields: $0) }
  }

  /// A form as it was before it was undone.
  func lastKnown(form: Int64) throws(StorageError) -> StoredForm? {
    try lastState(of: .form, form).flatMap { FormDefinition($0) }.map { StoredForm(id: form, $0) }
  }

  /// A record as it was before it was undone, with its register.
  public func lastKnown(
    record id: RecordID
  ) throws(StorageError) -> (state: RecordState, shape: RegisterShape)? {
    guard let fields = try changes(of: id).compactMap({ $0.fields(self) }).last,
      let shape = fields["register"].flatMap({ self.shape($0) })
    else { return nil }
    return (RecordState(id: id, fields, shape), shape)
  }

  private func lastState(
    of subject: Change.Subject, _ object: Int64
  ) throws(StorageError) -> FieldList? {
    try connection.first(
      """
      SELECT body FROM change WHERE subject = ?1 AND object = ?2 AND body <> ''
      ORDER BY seq DESC LIMIT 1
      """, [.text(subject.rawValue), .int(object)]
    ) { FieldList(parsing: $0.text(0)) }
  }
}
