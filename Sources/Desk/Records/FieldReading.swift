internal import Registers
internal import Storage
internal import TargetEngine

/// Turns what people write into the values of fields, and asks the ledger what they name.
final class FieldReading: NameReading {
  let desk: Desk
  private var units: [String: UnitID] = [:]
  /// All units, once many are named: a question for each has a price.
  private var all: UnitNames?
  /// Records by their registers and names.
  var records: [String: KnownName] = [:]
  private var found: [UnitID: Unit] = [:]
  /// What becomes of names of records; nil where they are only looked for.
  var naming: Naming?
  /// Whether rows of a file are read: a number alone is no record's there, since whoever wrote it had other numbers.
  var isOfFile = false

  /// Whether a number alone is refused where it may be either of two records.
  var refusesDoubtful = false

  /// The record of a name, and by which key it was named as long as nobody noted that.
  struct KnownName {
    var record: RecordID
    var unnoted: (key: RecordState, record: RecordState)?
  }

  /// What a transaction does with the names of records.
  struct Naming {
    /// Makes the record of a key that none has.
    var make: (RecordState, RegisterShape) throws -> RecordID
    /// Notes by which key a record was named.
    var note: (_ key: RecordState, _ record: RecordState, RegisterShape) throws -> Void
  }

  private var names: (zh: RecordNames, en: RecordNames)?

  init(_ desk: Desk) { self.desk = desk }

  /// How records are called in faults, in both languages.
  func bothNames() throws -> (zh: RecordNames, en: RecordNames) {
    if let names { return names }
    let both = (zh: try RecordNames(desk.ledger, .zh), en: try RecordNames(desk.ledger, .en))
    names = both
    return both
  }

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

  func kind(of unit: UnitID) throws -> UnitKind? { try self.unit(of: unit)?.kind }

  /// A unit by its number, asked for once.
  func unit(of id: UnitID) throws -> Unit? {
    if let known = found[id] { return known }
    found[id] = try desk.ledger.unit(id: id)?.unit
    return found[id]
  }

  private func unit(_ text: String) throws -> UnitID {
    try knownUnit(text) ?? desk.unit(text).unit.id
  }

  /// A unit that a text means alone; nil without a word about what is near.
  func knownUnit(_ text: String) throws -> UnitID? {
    if let known = units[text] { return known }
    if all == nil, units.count >= FieldReading.few { all = try UnitNames(desk.ledger) }
    var copy = text
    let found = try copy.withUTF8 { all?[$0] } ?? desk.knownUnit(text)?.unit.id
    if let found { units[text] = found }
    return found
  }

  private static let few = 32
}
