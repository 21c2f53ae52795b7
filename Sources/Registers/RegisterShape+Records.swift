public import TargetEngine

/// What a register says of its records: what is asked of them, where they stand and whose they are.
extension RegisterShape {
  /// The fields that prompts ask for and templates have.
  ///
  /// - Parameter all: whether those of procedure are among them.
  public func asked(all: Bool) -> [Int] {
    fields.indices.filter { all || !fields[$0].roles.contains(.procedure) }
  }

  /// The field of a name that is all a record needs, so that one is made where it is named: a person's; nil for a
  /// register whose records need more.
  public var nameField: Int? {
    guard let only = requiredFields.first, requiredFields.count == 1, fields[only].kind == .text
    else { return nil }
    return only
  }

  /// The stage that a record is in.
  public func stage(of state: RecordState) -> String {
    state.moves.last?.stage ?? stages.first?.name ?? ""
  }

  /// The stage that a record was in on a day.
  public func stage(of state: RecordState, on day: Day) -> String {
    state.moves.last { $0.day <= day }?.stage ?? stages.first?.name ?? ""
  }

  /// The unit that a record belongs to, by itself or through the record that it refers to.
  public func place(of state: RecordState, _ others: any RecordReader) throws -> UnitID? {
    switch placeField.map({ state.data[$0] }) {
    case .unit(let unit): unit
    case .record(let record): try others.place(of: record)
    default: nil
    }
  }
}
