internal import Registers
internal import Storage
internal import TargetEngine

/// Finds the record that a row, or the name of a new record, is about.
extension RecordSession {
  /// The record of an id in a file; nil for one of another office's ledger, of which the key tells here.
  /// A bare number is none: a list numbers its rows for other reasons.
  func record(id text: String, in shape: RegisterShape) throws -> RecordState? {
    guard let number = try desk.recordNumber(text) else {
      let site = try desk.ledger.site()
      guard text.isRecordNumber, !text.uppercased().hasPrefix(site + "-") else {
        throw DeskError.record(.badID(text, site: site))
      }
      return nil
    }
    guard let state = try desk.ledger.record(number, in: shape) else {
      throw DeskError.record(.unknownRecord(text, register: shape.name.title))
    }
    if state.isRemoved { throw DeskError.record(.removed(text)) }
    return state
  }

  /// The record whose key is that of a new state, or who lacks a part of it and is the only one alike;
  /// nil where there is none.
  ///
  /// - Throws: `RecordFault.ambiguousRecord` where it may be one of several, `.keyChanged` where it may be
  ///   one that this transaction has changed already.
  func known(_ state: RecordState, in shape: RegisterShape) throws -> RecordState? {
    var state = state
    if shape.hasKeyDefaults { state = try filled(state, after: nil, in: shape) }
    let alike = try desk.ledger.records(likeKeyOf: state, in: shape)
    if alike.count > 1 { throw try ambiguous(state, alike, shape) }
    if let only = alike.first { return only }
    let (lacking, others) = try candidates(for: state, in: shape)
    guard let record = lacking.first else { return nil }
    guard lacking.count == 1, others.isEmpty else {
      throw try ambiguous(state, lacking + others, shape)
    }
    if let change = changedKeys[record.id] {
      throw DeskError.record(
        .keyChanged(
          id: try desk.ledger.publicID(record.id), label: try names().label(record, shape),
          line: change.line))
    }
    return record
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

  /// Throws when a row would fill in a record's key and contradicts what the record says otherwise: it
  /// may be of another one.
  func checkFilling(
    _ new: RecordState, after old: RecordState, in shape: RegisterShape
  ) throws {
    let fills = shape.laterKeyFields.contains {
      old.data[$0].isEmpty && !new.data[$0].isEmpty
    }
    guard fills,
      shape.fields.indices.contains(where: {
        shape.fields[$0].kind.tellsApart && !old.data[$0].isEmpty && old.data[$0] != new.data[$0]
      })
    else { return }
    try forbidLacking(old, in: shape)
  }

  /// Throws when a new record may be one that lacks a part of its key.
  func checkLacking(_ state: RecordState, in shape: RegisterShape) throws {
    guard let old = try candidates(for: state, in: shape).lacking.first else { return }
    try forbidLacking(old, in: shape)
  }

  private func forbidLacking(_ old: RecordState, in shape: RegisterShape) throws {
    throw DeskError.record(
      .lacksKey(
        register: shape.name.title, id: try desk.ledger.publicID(old.id),
        fields: shape.laterKeyFields.filter { old.data[$0].isEmpty }.map { shape.fields[$0].title })
    )
  }

  /// Throws when a row of a list gives a record the key that another had before the list.
  func checkFormerKeys(
    _ new: RecordState, after old: RecordState, in shape: RegisterShape
  ) throws {
    if shape.hasSameKey(old, new) { return }
    let former = changedKeys.records(likeFirmKeyOf: new, in: shape).first { record in
      record.id != new.id && shape.mayBeOne(record, new)
        && shape.laterKeyFields.allSatisfy { field in
          shape.fields[field].compared(record.data[field])
            == shape.fields[field].compared(new.data[field])
        }
    }
    guard let former else { return }
    throw DeskError.record(
      .duplicateKey(register: shape.name.title, id: try desk.ledger.publicID(former.id)))
  }

  /// The records that may be a new one, and those that are alike in the rest of the key: as they were before
  /// this transaction, without those that it made. Two of its rows are two things.
  private func candidates(
    for state: RecordState, in shape: RegisterShape
  ) throws -> (lacking: [RecordState], others: [RecordState]) {
    let former = changedKeys.records(likeFirmKeyOf: state, in: shape)
      .filter { shape.mayBeOne($0, state) }
    let isAsBefore = { (record: RecordState) in
      !self.made.contains(record.id) && self.changedKeys[record.id] == nil
    }
    let lacking =
      former.filter { shape.couldBe($0, state) }
      + (try desk.ledger.records(lackingKeyOf: state, in: shape)).filter(isAsBefore)
    if lacking.isEmpty { return ([], []) }
    let others =
      (former + (try desk.ledger.records(likeFirmKeyOf: state, in: shape).filter(isAsBefore)))
      .filter { !shape.couldBe($0, state) }
    return (lacking, others)
  }

  private func ambiguous(
    _ state: RecordState, _ alike: [RecordState], _ shape: RegisterShape
  ) throws -> DeskError {
    .record(
      .ambiguousRecord(
        try names().label(state, shape), register: shape.name.title,
        ids: try alike.map { try desk.ledger.publicID($0.id) }))
  }

  /// Notes how a record's key changed, and keeps apart what this transaction made.
  func noteKey(_ stored: RecordState, after old: RecordState?, in shape: RegisterShape) throws {
    guard let old else {
      if !shape.laterKeyFields.isEmpty { made.insert(stored.id) }
      return
    }
    if shape.hasSameKey(old, stored) || made.contains(stored.id) { return }
    changedKeys.note(old, line: line, in: shape)
    let fields = shape.laterKeyFields.filter {
      old.data[$0].isEmpty && !stored.data[$0].isEmpty
    }
    if fields.isEmpty { return }
    notices.filled.append(
      FilledKey(
        record: try desk.ledger.publicID(stored.id), fields: fields.map { shape.fields[$0] }))
  }

  /// Notes that a row which names its record by id gave it another key: the id may be of a copy of this
  /// ledger, where it is another record's.
  func noteRenamed(_ new: RecordState, after old: RecordState, in shape: RegisterShape) throws {
    let fields = (shape.keyFields + shape.identityFields).filter { field in
      !old.data[field].isEmpty
        && shape.fields[field].compared(old.data[field])
          != shape.fields[field].compared(new.data[field])
    }
    if fields.isEmpty { return }
    let names = try names()
    notices.renamed.append(
      RenamedRecord(
        record: try desk.ledger.publicID(old.id), fields: fields.map { shape.fields[$0] },
        before: try names.label(old, shape), after: try names.label(new, shape)))
  }
}

extension FieldKind {
  /// Whether two values are of two things; numbers grow, and a list of the same thing has later ones.
  fileprivate var tellsApart: Bool {
    switch self {
    case .int, .money, .dated, .bool: false
    case .text, .day, .moment, .choice, .unit, .reference, .secret, .file, .list: true
    }
  }
}
