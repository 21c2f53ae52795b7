internal import Registers
internal import Storage
internal import TargetEngine

/// Turns what people write into the values of fields, and asks the ledger what they name.
final class FieldReading: NameReading {
  let desk: Desk
  private var units: [String: UnitID] = [:]
  /// All units, once many are named: a question for each has a price.
  private var all: UnitNames?
  private var records: [String: RecordID] = [:]
  private var kinds: [UnitID: UnitKind] = [:]
  /// Makes a record that is named but not there yet; nil refuses.
  var make: ((RegisterShape, RecordState) throws -> RecordID)?

  init(_ desk: Desk) { self.desk = desk }

  func datum(_ text: String, _ field: FieldShape, on day: Day) throws -> Datum {
    var text = text
    return try text.withUTF8 { try field.datum($0, on: day, self) }
  }

  func indicator(_ text: UnsafeBufferPointer<UInt8>) throws -> String {
    try desk.indicator(String(decoding: text, as: UTF8.self)).code
  }

  func secret(
    _ text: UnsafeBufferPointer<UInt8>, after old: Datum, in field: FieldShape, _ form: SecretForm
  ) throws -> Datum {
    let value: String
    do {
      value = try form.normalized(
        String(decoding: text, as: UTF8.self), today: desk.context.today)
    } catch {
      throw DeskError.record(.badSecret(error, field: field.title))
    }
    return try desk.ledger.settled(.secret(Secret(open: value)), after: old, field.kind)
  }

  func unit(_ text: UnsafeBufferPointer<UInt8>) throws -> UnitID {
    try unit(String(decoding: text, as: UTF8.self))
  }

  func kind(of unit: UnitID) throws -> UnitKind? {
    if let known = kinds[unit] { return known }
    kinds[unit] = try desk.ledger.unit(id: unit)?.unit.kind
    return kinds[unit]
  }

  private func unit(_ text: String) throws -> UnitID {
    try knownUnit(text) ?? desk.unit(text).unit.id
  }

  /// A unit that a text means alone; nil without a word about what is near.
  private func knownUnit(_ text: String) throws -> UnitID? {
    if let known = units[text] { return known }
    if all == nil, units.count >= FieldReading.few { all = try UnitNames(desk.ledger) }
    var copy = text
    let found = try copy.withUTF8 { all?[$0] } ?? desk.knownUnit(text)?.unit.id
    if let found { units[text] = found }
    return found
  }

  private static let few = 32

  /// A record by its id, or by its natural key, whose parts stand between slashes. A slash at the end
  /// says that the rest of the key is empty.
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
    let found = try byKey(text, shape)
    if found.count > 1 {
      throw DeskError.record(
        .ambiguousRecord(
          text, register: shape.name.title, ids: try found.map { try desk.ledger.publicID($0) }))
    }
    guard let id = try found.first ?? plainNumber(text, shape, isRead) ?? made(text, shape) else {
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

  private func byKey(_ text: String, _ shape: RegisterShape) throws -> [RecordID] {
    if let identity = shape.identityFields.first, shape.identityFields.count == 1,
      let datum = try? datum(text, shape.fields[identity], on: desk.context.today)
    {
      return try desk.ledger.records(in: shape, where: identity, is: datum).map(\.id)
    }
    let parts = text.split(separator: "/").map(String.init)
    guard let first = shape.keyFields.first, !parts.isEmpty else { return [] }
    // To name a record is not to make those that its key refers to.
    let make = self.make
    self.make = nil
    defer { self.make = make }
    for reading in FieldReading.readings(parts[...], shape.keyFields[...], shape) {
      var wanted: [(field: Int, datum: Datum)] = []
      for (field, part) in reading {
        // A word that is no value of the key's field names no record.
        guard let datum = try keyPart(part, shape.fields[field]) else { break }
        wanted.append((field, shape.fields[field].compared(datum)))
      }
      guard wanted.count == reading.count else { continue }
      let rest = text.hasSuffix("/") ? shape.keyFields.dropFirst(wanted.count) : []
      let found = try desk.ledger.records(in: shape, where: first, is: wanted[0].datum)
        .filter { state in
          wanted.allSatisfy { shape.fields[$0.field].compared(state.data[$0.field]) == $0.datum }
            && rest.allSatisfy { state.data[$0].isEmpty }
        }
      if !found.isEmpty { return found.map(\.id) }
    }
    return []
  }

  /// How the parts of a name may be those of a key: one for each field, but as many as it takes to
  /// name another record, or for a text with slashes.
  private static func readings(
    _ parts: ArraySlice<String>, _ keys: ArraySlice<Int>, _ shape: RegisterShape
  ) -> [[(field: Int, part: String)]] {
    if parts.isEmpty { return [[]] }
    guard let key = keys.first else { return [] }
    let isLong = !shape.fields[key].kind.registers.isEmpty || shape.fields[key].kind == .text
    return (1...(isLong ? parts.count : 1)).flatMap { count in
      readings(parts.dropFirst(count), keys.dropFirst(), shape).map {
        [(key, parts.prefix(count).joined(separator: "/"))] + $0
      }
    }
  }

  private func keyPart(_ text: String, _ field: FieldShape) throws -> Datum? {
    // Without looking for near names, which takes every unit.
    if field.kind == .unit { return try knownUnit(text).map { .unit($0) } }
    return try? datum(text, field, on: desk.context.today)
  }

  /// A record that needs nothing but a name is made when it is named (一次录入).
  private func made(_ text: String, _ shape: RegisterShape) throws -> RecordID? {
    guard let make, let only = shape.requiredFields.first, shape.requiredFields.count == 1,
      shape.fields[only].kind == .text, !text.isRecordNumber
    else { return nil }
    var state = shape.blank
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count <= shape.keyFields.count else { return nil }
    for (field, part) in zip(shape.keyFields, parts) {
      guard let datum = try keyPart(part, shape.fields[field]) else { return nil }
      state.data[field] = datum
    }
    guard !state.data[only].isEmpty else { return nil }
    return try make(shape, state)
  }
}
