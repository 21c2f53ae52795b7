internal import Registers
internal import Storage
internal import TargetEngine

/// What a record has when it is written, beyond what was typed.
extension RecordSession {
  /// The record with its author and those values that follow from others, where they were left
  /// out; whole and signed.
  func prepared(
    _ state: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    var state = state
    if old == nil {
      state = try owned(authored(state, in: shape), in: shape)
      ofToday = shape.fillToday(&state, desk.moment)
    }
    state = try filled(state, after: old, in: shape)
    try shape.checkWhole(state, after: old)
    try shape.checkBegun(state, after: old)
    try shape.checkUnits(state, after: old) {
      try reading.kind(of: $0)
    } fault: {
      try desk.wrongUnit($0, $1, $2)
    }
    try checkOpen(state, after: old, in: shape)
    try checkSigned(state, in: shape)
    return state
  }

  /// The record with those values that follow from others, where they were left out.
  func filled(
    _ state: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    var state = state
    if old == nil { _ = shape.fillToday(&state, desk.moment) }
    do {
      try shape.fillDefaults(&state, after: old, reader)
    } catch let fault as CalendarFault {
      throw DeskError.calendar(fault)
    }
    return state
  }

  /// A new record with its author, where it does not name one.
  private func authored(_ state: RecordState, in shape: RegisterShape) -> RecordState {
    var state = state
    for field in shape.fields.indices
    where shape.fields[field].roles.contains(.author) && state.data[field].isEmpty {
      state.data[field] = .text(desk.context.actor)
    }
    return state
  }

  /// A new record with the office's own unit, where it does not name one and may have that. Source:
  /// `engine.md`, "A record has an owner".
  private func owned(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    guard let field = shape.ownerField, state.data[field].isEmpty,
      let own = try desk.officeUnit()?.unit, shape.fields[field].takes(own.kind)
    else { return state }
    var state = state
    state.data[field] = .unit(own.id)
    return state
  }

  /// Throws when a record that counts together with others of its unit begins after the unit's closing,
  /// from which on it would count for nothing.
  private func checkOpen(
    _ state: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws {
    for (id, day) in shape.newlyCountedTogether(state, after: old) {
      guard let unit = try reading.unit(of: id), let closed = unit.closed, closed < day else {
        continue
      }
      throw DeskError.unitClosed(unit.name, on: closed)
    }
  }
}
