internal import Registers
internal import Storage
internal import TargetEngine

/// Which record a row, or the name of a new record, tells of.
extension RecordSession {
  /// The record of an id in a file; nil for one of another office's ledger, of which the key tells here.
  func record(id text: String, in shape: RegisterShape) throws -> RecordState? {
    let unknown = DeskError.record(.unknownRecord(text, register: shape.name.title))
    guard let number = try desk.recordNumber(text) ?? Int64(text) else {
      let halves = text.split(separator: "-", omittingEmptySubsequences: false)
      guard halves.count == 2, halves[0].utf8.count == 4, Int64(halves[1]) != nil else {
        throw unknown
      }
      return nil
    }
    guard let state = try desk.ledger.record(number, in: shape) else { throw unknown }
    if state.isRemoved { throw DeskError.record(.removed(text)) }
    return state
  }

  /// The record whose key is that of a new state, or who lacks a part of it and is the only one alike;
  /// nil where there is none.
  ///
  /// - Throws: `RecordFault.ambiguousRecord` where it may be one of several.
  func known(_ state: RecordState, in shape: RegisterShape) throws -> RecordState? {
    var state = state
    if shape.hasKeyDefaults { state = try filled(state, after: nil, in: shape) }
    let alike = try desk.ledger.records(likeKeyOf: state, in: shape)
    if alike.count > 1 { throw try ambiguous(state, alike, shape) }
    if let only = alike.first { return only }
    let (lacking, others) = try lacking(state, in: shape)
    if lacking.isEmpty { return nil }
    guard lacking.count == 1, others.isEmpty else {
      throw try ambiguous(state, lacking + others, shape)
    }
    return lacking[0]
  }

  /// Gives a record that lacks a part of its key what a new one's name has of it.
  ///
  /// - Returns: its number; nil where there is no such record.
  func fill(_ state: RecordState, in shape: RegisterShape) throws -> RecordID? {
    guard !shape.laterKeyFields.isEmpty, let old = try known(state, in: shape) else { return nil }
    var new = old
    for field in shape.laterKeyFields where new.data[field].isEmpty {
      new.data[field] = state.data[field]
    }
    if new == old { return old.id }
    return try put(new, after: old, in: shape).id
  }

  /// Throws when another record has the key of a new state.
  func checkKey(
    _ new: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws {
    if new.isRemoved || shape.hasSameKey(old, new) { return }
    let alike = try desk.ledger.records(likeKeyOf: new, in: shape)
    guard let other = alike.first(where: { $0.id != new.id }) else { return }
    throw DeskError.record(
      .duplicateKey(register: shape.name.title, id: try desk.ledger.publicID(other.id)))
  }

  /// Throws when a new record may be one that lacks a part of its key.
  func checkLacking(_ state: RecordState, in shape: RegisterShape) throws {
    guard let old = try lacking(state, in: shape).lacking.first else { return }
    throw DeskError.record(
      .lacksKey(
        register: shape.name.title, id: try desk.ledger.publicID(old.id),
        fields: shape.laterKeyFields.filter { old.data[$0].isEmpty }.map { shape.fields[$0].title })
    )
  }

  /// Records of this transaction are whole: two of its rows are two things.
  private func lacking(
    _ state: RecordState, in shape: RegisterShape
  ) throws -> (lacking: [RecordState], others: [RecordState]) {
    if shape.laterKeyFields.isEmpty { return ([], []) }
    let (lacking, others) = try desk.ledger.records(lackingKeyOf: state, in: shape)
    return (lacking.filter { !made.contains($0.id) }, others)
  }

  private func ambiguous(
    _ state: RecordState, _ alike: [RecordState], _ shape: RegisterShape
  ) throws -> DeskError {
    .record(
      .ambiguousRecord(
        try RecordNames(desk.ledger, .zh).label(state, shape), register: shape.name.title,
        ids: try alike.map { try desk.ledger.publicID($0.id) }))
  }

  /// Notes which parts of its key a record got, and keeps apart what this transaction made.
  func noteKey(_ stored: RecordState, after old: RecordState?, in shape: RegisterShape) throws {
    if shape.laterKeyFields.isEmpty { return }
    guard let old else {
      made.insert(stored.id)
      return
    }
    let fields = shape.laterKeyFields.filter {
      old.data[$0].isEmpty && !stored.data[$0].isEmpty
    }
    if fields.isEmpty { return }
    notices.filled.append(
      FilledKey(
        record: try desk.ledger.publicID(stored.id), fields: fields.map { shape.fields[$0] }))
  }
}
