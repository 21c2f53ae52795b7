internal import Registers
internal import Storage

/// What a transaction notes of keys: by which it named records, and how it changed them.
extension RecordSession {
  /// Lets the record whose key a row gives to another make way: its own row may come later, and which of
  /// the file's rows stands first decides nothing.
  func makeWay(
    for new: RecordState, after old: RecordState, in shape: RegisterShape
  ) throws {
    let isAside = aside.removeValue(forKey: old.id) != nil
    if shape.hasSameKey(old, new), !isAside { return }
    for other in try desk.ledger.records(likeKeyOf: new, in: shape) where other.id != new.id {
      try transaction.setAside(other.id, in: shape)
      aside[other.id] = (other, shape)
    }
  }

  /// Notes by which key a record was named.
  ///
  /// - Throws: `RecordFault.mayBeOne` where another record was named that may be the same thing.
  func noteUse(
    of state: RecordState, for record: RecordState, in shape: RegisterShape, hasID: Bool = false
  ) throws {
    if shape.laterKeyFields.isEmpty { return }
    var state = state
    if shape.hasKeyDefaults { state = try filled(state, after: nil, in: shape) }
    let isSure =
      !made.contains(record.id) && changedKeys[record.id] == nil
      && shape.hasSameLaterKey(record, state)
    let use = KeyUses.Use(
      state: state, record: record.id, place: place, isSure: hasID || isSure)
    guard let other = keyUses.note(use, in: shape) else { return }
    let names = try names()
    throw DeskError.record(
      .mayBeOne(
        try names.label(state, shape), other: try names.label(other.state, shape),
        at: other.place?.seen(from: place),
        fields: shape.laterKeyFields.map { shape.fields[$0].title }
      ))
  }

  /// Notes the days that a new record left out.
  func noteToday(_ stored: RecordState, in shape: RegisterShape) throws {
    defer { ofToday = [] }
    for field in ofToday {
      notices.ofToday.append(
        TodayTaken(
          record: try desk.ledger.publicID(stored.id), field: shape.fields[field],
          value: try names().text(stored.data[field], shape.fields[field].kind)))
    }
  }

  /// Notes how a record's key changed, and keeps apart what this transaction made.
  func noteKey(_ stored: RecordState, after old: RecordState?, in shape: RegisterShape) throws {
    guard let old else {
      if !shape.laterKeyFields.isEmpty { made.insert(stored.id) }
      return
    }
    if shape.hasSameKey(old, stored) || made.contains(stored.id) { return }
    changedKeys.note(old, at: place, in: shape)
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
    changedKeys.noteRenamed(old.id)
    let names = try names()
    notices.renamed.append(
      RenamedRecord(
        record: try desk.ledger.publicID(old.id), fields: fields.map { shape.fields[$0] },
        before: try names.label(old, shape), after: try names.label(new, shape)))
  }
}

extension RegisterShape {
  /// Whether two states are alike in what old records may lack of the key.
  fileprivate func hasSameLaterKey(_ one: RecordState, _ other: RecordState) -> Bool {
    laterKeyFields.allSatisfy {
      fields[$0].compared(one.data[$0]) == fields[$0].compared(other.data[$0])
    }
  }
}
