public import Registers
internal import Storage
internal import TargetEngine

/// What merging a record into another changed.
public struct MergedRecords: Sendable {
  /// The record that stays, as it is now.
  public var kept: RecordState
  /// The record that was taken out.
  public var removed: RecordState
  /// The records that named the one that was taken out, and name the other now.
  public var referrers: [(shape: RegisterShape, state: RecordState)] = []
}

extension Desk {
  /// Merges a record that was entered twice into the one that stays: what names it names the other
  /// from now on, and it is taken out; its history stays. The other gets none of its values.
  ///
  /// - Throws: `RecordFault.mergesDiffer` or `.mergeLoses` when they are told apart by a secret,
  ///   `.inRecord` when a record that names it could not name the other, `.named` when a target
  ///   rests on it, `.rules` when a rule over records would break.
  public func mergeRecord(
    _ text: String, into otherText: String, in shape: RegisterShape, reason: String
  ) throws -> Written<MergedRecords> {
    try changeRecords(reason: reason) { session in
      let (old, kept) = (try record(text, in: shape), try record(otherText, in: shape))
      try expectMergeable(old, into: kept, in: shape)
      // What was destroyed stays so; whoever is merged into it could not be destroyed any more.
      for state in [old, kept] { try session.forbidErased(state.id) }
      session.isOfMany = true
      let referrers = try session.rename(old, to: kept, in: shape)
      var removed = old
      removed.isRemoved = true
      removed = try session.put(removed, after: old, in: shape)
      if !Mention.isAlike(old, kept, shape) { try forbidNamed(removed, in: shape) }
      try session.transaction.note(old.id, mergedInto: kept.id)
      return MergedRecords(
        kept: try ledger.record(kept.id, in: shape) ?? kept, removed: removed,
        referrers: referrers)
    }
  }

  /// Two records with different secrets are two things; a secret that only the one has which is
  /// taken out would be lost.
  private func expectMergeable(
    _ old: RecordState, into kept: RecordState, in shape: RegisterShape
  ) throws {
    let (id, other) = (try ledger.publicID(old.id), try ledger.publicID(kept.id))
    guard old.id != kept.id else { throw DeskError.record(.mergesItself(id)) }
    for (index, field) in shape.fields.enumerated()
    where field.isSecret && !old.data[index].isEmpty {
      if kept.data[index].isEmpty {
        throw DeskError.record(.mergeLoses(field: field.title, id: id, into: other))
      }
      if field.roles.contains(.identity), old.data[index].scalar != kept.data[index].scalar {
        throw DeskError.record(.mergesDiffer(field: field.title, id: id, into: other))
      }
    }
  }
}

extension RecordSession {
  /// Lets every record that names one name another.
  fileprivate func rename(
    _ old: RecordState, to kept: RecordState, in shape: RegisterShape
  ) throws -> [(shape: RegisterShape, state: RecordState)] {
    var changed: [(shape: RegisterShape, state: RecordState)] = []
    for other in desk.ledger.allShapes() {
      let mentions = other.mentions(of: shape.id)
      var named: [RecordID: RecordState] = [:]
      for mention in mentions {
        let value = mention.value(of: old, in: shape)
        if value.isEmpty { continue }
        for state in try desk.ledger.records(in: other, where: mention.field, is: value) {
          named[state.id] = state
        }
      }
      named[old.id] = nil
      for (id, state) in named.sorted(by: { $0.key < $1.key }) {
        var new = state
        for mention in mentions { mention.rename(&new, in: other, from: old, to: kept, of: shape) }
        if new == state { continue }
        do {
          changed.append((other, try put(new, after: state, in: other)))
        } catch DeskError.record(let fault) {
          throw DeskError.record(.inRecord(try desk.ledger.publicID(id), fault))
        }
      }
    }
    return changed
  }
}

extension Mention {
  /// Whether what names one of two records by its key names the other as well.
  fileprivate static func isAlike(
    _ one: RecordState, _ other: RecordState, _ shape: RegisterShape
  ) -> Bool {
    shape.keyFields.first.map { key in
      shape.fields[key].compared(one.data[key]) == shape.fields[key].compared(other.data[key])
    } ?? false
  }

  /// Lets a record name another in this field. One that named itself by it names nothing.
  fileprivate func rename(
    _ state: inout RecordState, in other: RegisterShape, from old: RecordState,
    to kept: RecordState, of shape: RegisterShape
  ) {
    let compared = { (datum: Datum) in other.fields[field].compared(datum) }
    let (from, to) = (value(of: old, in: shape), value(of: kept, in: shape))
    // A name that is written otherwise names both.
    guard !from.isEmpty, compared(from) != compared(to) else { return }
    let isItself = !isByKey && state.id == kept.id && other.id == shape.id
    if compared(state.data[field]) == compared(from) { state.data[field] = from }
    state.data[field] = state.data[field].replacing(from, with: isItself ? nil : to)
  }
}
