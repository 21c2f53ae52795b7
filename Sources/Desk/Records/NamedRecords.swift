internal import Registers
internal import Storage
internal import TargetEngine

/// Records by what people call them: an id, or the natural key with its parts between slashes, as exports
/// and messages write it.
extension FieldReading {
  /// A record by its id, or by its natural key. A slash at the end says that the rest of the key is empty.
  ///
  /// - Parameter isRead: whether a removed record will do, as for its history.
  func record(_ text: String, of register: String, isRead: Bool = false) throws -> RecordID {
    guard let shape = desk.ledger.shape(register) else {
      throw DeskError.record(.unknownRegister(register, suggestions: []))
    }
    if let id = try desk.recordNumber(text), let state = try desk.ledger.record(id, in: shape) {
      if state.isRemoved, !isRead { throw DeskError.record(.removed(text)) }
      return id
    }
    let name = "\(register)/\(text)"
    if let known = records[name] { return known }
    let (found, key) = try looking { try byKey(text, shape) }
    if found.count > 1 {
      throw DeskError.record(
        .ambiguousRecord(
          text, register: shape.name.title, ids: try found.map { try desk.ledger.publicID($0.id) }))
    }
    if let record = found.first, let key { try naming?.note(key, record, shape) }
    guard let id = try found.first?.id ?? plainNumber(text, shape, isRead) ?? made(text, shape)
    else {
      throw DeskError.record(.unknownRecord(text, register: shape.name.title))
    }
    records[name] = id
    return id
  }

  /// `12` for `K3F7-12`, where no key reads so.
  private func plainNumber(
    _ text: String, _ shape: RegisterShape, _ isRead: Bool
  ) throws -> RecordID? {
    guard let id = Int64(text), let state = try desk.ledger.record(id, in: shape) else {
      return nil
    }
    if state.isRemoved, !isRead { throw DeskError.record(.removed(text)) }
    return id
  }

  /// Looks for records only: to name one is not to make those that its key refers to.
  func looking<Result>(_ body: () throws -> Result) throws -> Result {
    let naming = self.naming
    self.naming = nil
    defer { self.naming = naming }
    return try body()
  }

  /// The records of a name, with what it says of the key; without that where it is an identity.
  private func byKey(
    _ text: String, _ shape: RegisterShape
  ) throws -> (found: [RecordState], key: RecordState?) {
    if let identity = shape.identityFields.first, shape.identityFields.count == 1,
      let datum = try? datum(text, shape.fields[identity], on: desk.context.today)
    {
      return (try desk.ledger.records(in: shape, where: identity, is: datum), nil)
    }
    for reading in KeyReading.all(of: text, in: shape) {
      let values = try reading.parts.map { try candidates($0.text, shape.fields[$0.field]) }
      guard let first = values.first, values.allSatisfy({ !$0.isEmpty }) else { continue }
      let field = reading.parts[0].field
      let found = try first.flatMap {
        try desk.ledger.records(in: shape, where: field, is: shape.fields[field].compared($0))
      }.filter { state in
        zip(reading.parts, values).allSatisfy { part, values in
          let value = shape.fields[part.field].compared(state.data[part.field])
          return values.contains { shape.fields[part.field].compared($0) == value }
        } && reading.blank.allSatisfy { state.data[$0].isEmpty }
      }
      guard let only = found.first else { continue }
      var key = shape.blank
      for (part, values) in zip(reading.parts, values) {
        key.data[part.field] = values.count == 1 ? values[0] : only.data[part.field]
      }
      return (found, key)
    }
    return ([], nil)
  }

  /// What a part of a name may stand for: of units that have one name the record decides which is meant.
  private func candidates(_ text: String, _ field: FieldShape) throws -> [Datum] {
    if field.kind == .unit {
      // Without looking for near names, which takes every unit.
      if let unit = try knownUnit(text) { return [.unit(unit)] }
      return try desk.ledger.units(called: text).map { .unit($0.unit.id) }
    }
    guard let datum = try? datum(text, field, on: desk.context.today), !datum.isEmpty else {
      return []
    }
    return [datum]
  }

  /// A record that needs nothing but a name is made when it is named (一次录入).
  private func made(_ text: String, _ shape: RegisterShape) throws -> RecordID? {
    guard let naming, let only = shape.requiredFields.first, shape.requiredFields.count == 1,
      shape.fields[only].kind == .text, !text.isRecordNumber
    else { return nil }
    for reading in KeyReading.all(of: text, in: shape) {
      var state = shape.blank
      for (field, text) in reading.parts {
        let values = try candidates(text, shape.fields[field])
        if values.count > 1 { _ = try desk.unit(text) }
        state.data[field] = values.first ?? .empty
      }
      // What is no unit after a name is no part of the name.
      guard reading.parts.allSatisfy({ !state.data[$0.field].isEmpty }),
        reading.parts.contains(where: { $0.field == only && !$0.text.contains("/") })
      else { continue }
      return try naming.make(state, shape)
    }
    return nil
  }
}
