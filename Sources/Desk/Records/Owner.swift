internal import Registers
internal import Storage

/// Whose a record is. Source: `engine.md`, "A record has an owner".
extension RecordSession {
  /// A new record with the office's own unit, where it does not name one and may have that.
  func owned(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    guard let field = shape.ownerField, state.data[field].isEmpty,
      let own = try desk.officeUnit()?.unit, shape.fields[field].takes(own.kind)
    else { return state }
    var state = state
    state.data[field] = .unit(own.id)
    return state
  }
}
