public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// One field as it was written on the command line or in a file.
  public typealias Assignment = (name: String, value: String)

  /// A register by `clinics.project`, or by its word or title when only one has it.
  public func register(_ text: String) throws -> RegisterShape {
    let slot = try ledger.slots.named(text)
    return ledger.shape(slot.id) ?? slot.shape()
  }

  /// The natural keys of a register's records.
  public func keys(of shape: RegisterShape) throws -> [String] { try ledger.keys(of: shape) }

  /// A record of a register by its id or its natural key, as a command names it.
  ///
  /// - Parameter isRead: whether a removed record will do.
  /// - Throws: `RecordFault.numberOrKey` where a text is the number of one and the key of another.
  public func record(
    _ text: String, in shape: RegisterShape, isRead: Bool = false
  ) throws -> RecordState {
    let reading = FieldReading(self)
    try reading.checkIsOne(text, shape, isRead: isRead)
    let id = try reading.record(text, of: shape.id, isRead: isRead)
    guard let state = try ledger.record(id, in: shape) else {
      throw DeskError.record(.unknownRecord(text, register: shape.name.title))
    }
    return state
  }

  /// Throws when a text is no value of a field, or one outside of its limits. A record that is named
  /// may be made with the one that names it, so that it need not be there.
  public func check(_ text: String, of field: Int, in shape: RegisterShape) throws {
    if !shape.fields[field].kind.registers.isEmpty { return }
    let isWindow = [shape.window?.start, shape.window?.end].contains(field)
    if isWindow, DayWindow(text, in: context.today.year) != nil { return }
    // Without a key the record could not be kept: better said before the other answers are given.
    if shape.fields[field].isSecret { try ledger.openSecrets() }
    let datum = try FieldReading(self).datum(text, shape.fields[field], on: context.today)
    for id in datum.values.compactMap(\.unit) {
      let field = shape.fields[field]
      guard let unit = try ledger.unit(id: id)?.unit, !field.takes(unit.kind) else { continue }
      throw try wrongUnit(id, unit.kind, field)
    }
    let problems = shape.breaches(datum, in: field, today: context.today)
    if !problems.isEmpty { throw DeskError.record(.rules(problems)) }
  }

  /// Adds a record. `stage` among the assignments says where it is already.
  public func addRecord(
    _ shape: RegisterShape, _ assignments: [Assignment], on day: Day?
  ) throws -> Written<RecordState> {
    try openSecrets(for: assignments, in: shape)
    return try changeRecords { session in
      let state = try session.assigned(
        assignments, to: shape.blank, after: nil, in: shape, on: day)
      return try session.put(state, after: nil, in: shape)
    }
  }

  /// Sets fields of records.
  ///
  /// - Parameters:
  ///   - day: from which day dated fields have their new value; nil for today.
  ///   - isTypo: dated fields never had another value.
  public func setRecords(
    _ texts: [String], in shape: RegisterShape, _ assignments: [Assignment], on day: Day?,
    isTypo: Bool
  ) throws -> Written<[RecordState]> {
    try openSecrets(for: assignments, in: shape)
    return try changeRecords(texts) { session, text in
      let old = try record(text, in: shape)
      let new = try session.assigned(
        assignments, to: old, after: old, in: shape, on: day, isTypo: isTypo)
      return new == old ? old : try session.put(new, after: old, in: shape)
    }
  }

  /// Moves records to a stage as of a day, with fields that go with it.
  public func advanceRecords(
    _ texts: [String], in shape: RegisterShape, to stage: String, _ assignments: [Assignment],
    on day: Day?
  ) throws -> Written<[RecordState]> {
    try openSecrets(for: assignments, in: shape)
    return try changeRecords(texts) { session, text in
      let old = try record(text, in: shape)
      let new = try session.advanced(old, to: stage, assignments, in: shape, on: day)
      return try session.put(new, after: old, in: shape)
    }
  }

  /// Corrects the day of a move of records.
  ///
  /// - Parameter old: the day that the move has now; nil for the latest move into the stage.
  public func redateRecords(
    _ texts: [String], in shape: RegisterShape, _ stage: String, to day: Day, from old: Day?
  ) throws -> Written<[RecordState]> {
    try changeRecords(texts) { session, text in
      let record = try record(text, in: shape)
      let new = try Stages(shape: shape, today: context.today).redated(
        record, stage, to: day, from: old)
      return new == record ? record : try session.put(new, after: record, in: shape)
    }
  }
}

extension [RegisterSlot] {
  /// The only register that a word means.
  public func named(_ text: String) throws(DeskError) -> RegisterSlot {
    let named = filter { $0.name.isNamed(text) }
    if named.count == 1 { return named[0] }
    let words = flatMap { [$0.id, $0.name.word, $0.name.title.zh] }
    throw .record(
      .unknownRegister(text, suggestions: Suggestions.nearest(to: text, in: words)))
  }
}
