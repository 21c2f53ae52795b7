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
    if naming != nil || refusesDoubtful, !isOfFile {
      try checkIsOne(text, shape, isRead: isRead)
    }
    let name = "\(register)/\(text)"
    if let known = records[name] {
      try noteUse(of: name, in: shape)
      return known.record
    }
    let (found, key) = try looking { try byKey(text, shape) }
    if naming != nil { noteTrial(of: text, found, shape) }
    if found.count > 1 { throw try ambiguous(text, found, in: shape) }
    if let record = found.first {
      records[name] = KnownName(record: record.id, unnoted: key.map { ($0, record) })
      try noteUse(of: name, in: shape)
      return record.id
    }
    guard let id = try plainNumber(text, shape, isRead) ?? made(text, shape) else {
      throw DeskError.record(.unknownRecord(text, register: shape.name.title))
    }
    records[name] = KnownName(record: id)
    return id
  }

  /// Notes the number that tells people apart where a row names one by it.
  private func noteTrial(of text: String, _ found: [RecordState], _ shape: RegisterShape) {
    guard let field = shape.identityFields.first, shape.identityFields.count == 1,
      case .secret(let form) = shape.fields[field].kind,
      (try? form.normalized(text, today: desk.context.today)) != nil
    else { return }
    desk.trials.note(shape.fields[field], found: found.map(\.id))
  }

  /// Notes by which key a record was named, once. What is only looked for is not named yet.
  private func noteUse(of name: String, in shape: RegisterShape) throws {
    guard let naming, let (key, record) = records[name]?.unnoted else { return }
    records[name]?.unnoted = nil
    try naming.note(key, record, shape)
  }

  /// `12` for `K3F7-12`, where no key reads so and no file does.
  private func plainNumber(
    _ text: String, _ shape: RegisterShape, _ isRead: Bool
  ) throws -> RecordID? {
    guard !isOfFile, let state = try numbered(text, shape) else { return nil }
    if state.isRemoved, !isRead { throw DeskError.record(.removed(text)) }
    return state.id
  }

  /// Looks for records only: to name one is not to make those that its key refers to.
  func looking<Result>(_ body: () throws -> Result) throws -> Result {
    let (naming, refuses) = (self.naming, refusesDoubtful)
    (self.naming, refusesDoubtful) = (nil, false)
    defer { (self.naming, refusesDoubtful) = (naming, refuses) }
    return try body()
  }

  /// The records of a name, with what it says of the key; without that where it is an identity.
  func byKey(
    _ text: String, _ shape: RegisterShape
  ) throws -> (found: [RecordState], key: RecordState?) {
    if let identity = shape.identityFields.first, shape.identityFields.count == 1,
      let datum = try? datum(text, shape.fields[identity], on: desk.context.today)
    {
      return (try desk.ledger.records(in: shape, where: identity, is: datum), nil)
    }
    let found = try KeyReading(text, in: shape)?.first(from: PartlyNamed()) { named, field, text in
      try self.named(named, field, text, shape)
    } end: { named, blank -> (found: [RecordState], key: RecordState?)? in
      let found = named.records.filter { state in blank.allSatisfy { state.data[$0].isEmpty } }
      guard let only = found.first else { return nil }
      var key = shape.blank
      for (field, values) in named.parts {
        key.data[field] = values.count == 1 ? values[0] : only.data[field]
      }
      return (found, key)
    }
    return found ?? ([], nil)
  }

  /// The records that the first parts of a name mean, with what these may stand for.
  private struct PartlyNamed {
    var parts: [(field: Int, values: [Datum])] = []
    var records: [RecordState] = []
  }

  /// Those of the records that the next part means as well; nil where there are none.
  private func named(
    _ before: PartlyNamed, _ index: Int, _ text: String, _ shape: RegisterShape
  ) throws -> PartlyNamed? {
    let field = shape.fields[index]
    let values = try candidates(text, field)
    if values.isEmpty { return nil }
    var named = before
    named.parts.append((index, values))
    if before.parts.isEmpty {
      named.records = try values.flatMap {
        try desk.ledger.records(in: shape, where: index, is: field.compared($0))
      }
    } else {
      let compared = values.map { field.compared($0) }
      named.records.removeAll { !compared.contains(field.compared($0.data[index])) }
    }
    return named.records.isEmpty ? nil : named
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
    guard let naming, let only = shape.nameField, !text.isRecordNumber else { return nil }
    let key = try KeyReading(text, in: shape)?.first(from: shape.blank) { state, field, text in
      // What is no unit after a name is no part of the name.
      if field == only, text.contains("/") { return nil }
      let values = try candidates(text, shape.fields[field])
      if values.count > 1 { _ = try desk.unit(text) }
      guard let value = values.first, !value.isEmpty else { return nil }
      var state = state
      state.data[field] = value
      return state
    } end: { state, _ in
      state.data[only].isEmpty ? nil : state
    }
    return try key.map { try naming.make($0, shape) }
  }
}
