internal import Registers
internal import TargetEngine

/// What the touched records call for, beside what is in the ledger.
extension Reposting {
  /// The entries that are left to be posted; none when the ledger is in line.
  ///
  /// - Throws: `PostingDayFault`.
  public mutating func batch() throws -> EntryBatch {
    let reader = StoredRecords(transaction.ledger, isSettled: true)
    // Few registers have groups that are units, and only these ask which are closed.
    let unitGroups = UnitGroups(
      succession: groups.hasUnits ? try UnitSuccession(transaction.ledger) : nil)
    let shifts = try shifts(unitGroups)
    for id in records.states.keys.sorted() {
      guard let (shape, state) = records.states[id] else { continue }
      let wanted = try state.map { try shape.wanted($0, reader) } ?? []
      try ready.add(
        Call(
          wanted: wanted, records: [id], touching: [id],
          posted: records.made.contains(id) ? [:] : try ready.posted(by: id),
          cause: records.cause(of: [id], shifts))
      ) { $0.append($1, record: id) }
    }
    for (group, touch) in groups.all(in: unitGroups) {
      guard let shape = transaction.ledger.shape(group.register) else { continue }
      let measure = shape.groups[group.measure]
      let posted = try GroupPostings(transaction.ledger, measure, group.key)
      var call = Call(
        wanted: try unitGroups.wanted(measure, in: shape, group.key, reader) {
          try transaction.ledger.records(in: shape, where: measure.field, is: $0)
        }, records: touch.members, touching: touch.all, posted: posted.amounts,
        cause: records.cause(of: touch.all, shifts))
      let states = records.states
      call.alone = { id in
        try states[id]?.state.map {
          try unitGroups.wanted(measure, in: shape, group.key, reader, of: $0)
        } ?? []
      }
      try ready.add(call) {
        for (part, source) in try posted.parts($1) { $0.append(part, source: source) }
      }
    }
    return try ready.handOver()
  }

  /// For each changed record what of it was left to numbers before and is not now, and the other way round.
  private mutating func shifts(_ groups: UnitGroups) throws -> [RecordID: Shift] {
    guard try ready.hasNumberRules() else { return [:] }
    var shifts: [RecordID: Shift] = [:]
    for (id, old, new) in try records.changes(groups, transaction.ledger) {
      shifts[id] = try ready.shift(from: old, to: new)
    }
    return shifts
  }
}
