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
    if let (state, _) = aside[number] { return state }
    if state.isRemoved { throw DeskError.record(.removed(text)) }
    return state
  }

  /// The record whose key is that of a new state, or the only one alike that differs by a part which one of
  /// both lacks; nil where there is none.
  ///
  /// - Parameter hasID: whether the state is of a row with an id of another ledger, where it is not what
  ///   other such rows are.
  /// - Throws: `RecordFault.ambiguousRecord` where it may be one of several, `.keyChanged` where it may be
  ///   one that this transaction has changed already.
  func known(
    _ state: RecordState, in shape: RegisterShape, hasID: Bool = false
  ) throws -> RecordState? {
    var state = state
    if shape.hasKeyDefaults { state = try filled(state, after: nil, in: shape) }
    let alike = try desk.ledger.records(likeKeyOf: state, in: shape)
    desk.trials.note(identityOf: state, found: alike, in: shape)
    if alike.count > 1 { throw try ambiguous(state, alike, shape) }
    if let only = alike.first { return only }
    let (partly, others) = try candidates(for: state, in: shape, hasID: hasID)
    guard let record = partly.first else { return nil }
    guard partly.count == 1, others.isEmpty else {
      throw try ambiguous(state, partly + others, shape)
    }
    if let change = changedKeys[record.id] {
      // The row of a new record, which takes a key that its file has freed.
      if change.isRenamed, change.place?.file == place?.file, shape.hasSameKey(record, state) {
        return nil
      }
      throw DeskError.record(
        .keyChanged(
          id: try desk.ledger.publicID(record.id), label: try names().label(record, shape),
          by: change.place?.seen(from: place)))
    }
    return record
  }

  /// The record that a name stands for, which is made where there is none. What the name has of its key is
  /// filled in where the record lacks it.
  func named(_ state: RecordState, in shape: RegisterShape) throws -> RecordID {
    let old = try known(state, in: shape)
    var new = old ?? state
    for field in shape.laterKeyFields where new.data[field].isEmpty {
      new.data[field] = state.data[field]
    }
    let record = try old == new ? new : put(new, after: old, in: shape)
    if old == nil { notices.made.append(contentsOf: persons.suffix(1)) }
    try noteUse(of: state, for: record, in: shape)
    return record.id
  }

  /// Throws when another record has the key of a new state.
  func checkKey(
    _ new: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws {
    if new.isRemoved || shape.hasSameKey(old, new) { return }
    let alike = try desk.ledger.records(likeKeyOf: new, in: shape)
    desk.trials.note(identityOf: new, found: alike.filter { $0.id != new.id }, in: shape)
    guard let other = alike.first(where: { $0.id != new.id }) else { return }
    throw DeskError.record(
      .duplicateKey(register: shape.name.title, id: try desk.ledger.publicID(other.id)))
  }

  /// Throws when a row and the record that it is taken for differ by a part of the key which one of both
  /// lacks, and contradict each other otherwise: the row may be of another one.
  ///
  /// - Parameter row: what the row says by itself.
  func checkFilling(
    _ new: RecordState, after old: RecordState, row: RecordState, in shape: RegisterShape
  ) throws {
    let isPartly = shape.laterKeyFields.contains { old.data[$0].isEmpty != row.data[$0].isEmpty }
    guard isPartly,
      shape.fields.indices.contains(where: {
        shape.fields[$0].kind.tellsApart && !old.data[$0].isEmpty && old.data[$0] != new.data[$0]
      })
    else { return }
    try forbid(row, beside: old, in: shape)
  }

  /// Throws when a new record may be one that is there, since one of both lacks a part of the key.
  func checkLacking(_ state: RecordState, in shape: RegisterShape) throws {
    guard let old = try candidates(for: state, in: shape).partly.first else { return }
    try forbid(state, beside: old, in: shape)
  }

  private func forbid(
    _ state: RecordState, beside old: RecordState, in shape: RegisterShape
  ) throws {
    let id = try desk.ledger.publicID(old.id)
    let titles = { (state: RecordState) in
      shape.laterKeyFields.filter { state.data[$0].isEmpty }.map { shape.fields[$0].title }
    }
    let lacking = titles(old)
    throw DeskError.record(
      lacking.isEmpty
        ? .mayBeKnown(
          register: shape.name.title, id: id, label: try names().label(old, shape),
          fields: titles(state))
        : .lacksKey(register: shape.name.title, id: id, fields: lacking))
  }

  /// The records that may be a new one, and those that are alike in the rest of the key. Those whose keys
  /// this transaction changed are taken as they were before it.
  private func candidates(
    for state: RecordState, in shape: RegisterShape, hasID: Bool = false
  ) throws -> (partly: [RecordState], others: [RecordState]) {
    let former = changedKeys.records(likeFirmKeyOf: state, in: shape)
      .filter { shape.mayBeOne($0, state) }
    let isInQuestion = { (record: RecordState) in
      self.changedKeys[record.id] == nil && !(hasID && self.madeByID.contains(record.id))
    }
    let partly =
      former.filter { shape.couldBe($0, state) }
      + (try desk.ledger.records(partlyLike: state, in: shape)).filter(isInQuestion)
    if partly.isEmpty { return ([], []) }
    let others =
      (former + (try desk.ledger.records(likeFirmKeyOf: state, in: shape).filter(isInQuestion)))
      .filter { !shape.couldBe($0, state) }
    return (partly, others)
  }

  private func ambiguous(
    _ state: RecordState, _ alike: [RecordState], _ shape: RegisterShape
  ) throws -> DeskError {
    try reading.ambiguous(try names().label(state, shape), alike, in: shape)
  }
}

extension FieldKind {
  /// Whether two values are of two things; numbers grow, and a list of the same thing has later ones.
  fileprivate var tellsApart: Bool {
    switch self {
    case .int, .money, .decimal, .dated, .bool: false
    case .text, .day, .moment, .choice, .unit, .reference, .secret, .file, .list: true
    }
  }
}
