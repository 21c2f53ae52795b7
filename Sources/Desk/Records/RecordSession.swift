internal import Registers
internal import Storage
internal import TargetEngine

/// Changes to records inside one transaction, which ends by bringing the ledger into line.
final class RecordSession {
  let desk: Desk
  let transaction: Transaction
  let reading: FieldReading
  private var reposting: Reposting
  private let reader: StoredRecords

  init(_ desk: Desk, _ transaction: Transaction) {
    self.desk = desk
    self.transaction = transaction
    reading = FieldReading(desk)
    reposting = Reposting(transaction)
    reader = StoredRecords(desk.ledger)
    reading.make = { [unowned self] shape, state in
      try put(state, after: nil, in: shape).id
    }
  }

  /// Checks and writes a record's new state.
  func put(
    _ new: RecordState, after old: RecordState?, in shape: RegisterShape
  ) throws -> RecordState {
    if old != nil, try desk.ledger.erasure(of: new.id) != nil {
      throw DeskError.record(.erased("\(try desk.ledger.site())-\(new.id)"))
    }
    var new = old == nil ? authored(new, in: shape) : new
    do {
      try shape.fillDefaults(&new, after: old, reader)
    } catch let fault as CalendarFault {
      throw DeskError.calendar(fault)
    }
    try checkWhole(new, in: shape)
    try checkSigned(new, in: shape)
    let naming = shape.identityFields + shape.keyFields
    if !new.isRemoved, old == nil || naming.contains(where: { old?.data[$0] != new.data[$0] }),
      let other = try desk.ledger.records(likeKeyOf: new, in: shape).first(where: {
        $0.id != new.id
      })
    {
      throw DeskError.record(
        .duplicateKey(
          register: shape.name.title, id: "\(try desk.ledger.site())-\(other.id)"))
    }
    let stored = try transaction.put(new, in: shape)
    try reposting.touch(shape, old: old, new: stored)
    if !stored.isRemoved {
      // With its secrets as they were typed: sealed they tell nothing.
      var typed = new
      typed.id = stored.id
      let problems = try shape.problems(typed, reader)
      if !problems.isEmpty { throw DeskError.record(.rules(problems)) }
    }
    return stored
  }

  /// A new record with its author, where it does not name one.
  private func authored(_ state: RecordState, in shape: RegisterShape) -> RecordState {
    var state = state
    for field in shape.fields.indices
    where shape.fields[field].roles.contains(.author) && state.data[field].isEmpty {
      state.data[field] = .text(desk.context.actor)
    }
    return state
  }

  /// Has every record of a unit and below it posted anew, after a change of rules or of the tree.
  func repost(below unit: UnitID) throws { try reposting.touch(below: unit) }

  /// Throws when a field that must be filled in is empty.
  func checkWhole(_ state: RecordState, in shape: RegisterShape) throws {
    let missing = shape.fields.indices.filter {
      shape.fields[$0].roles.contains(.required) && state.data[$0].isEmpty
    }
    guard !missing.isEmpty else { return }
    throw DeskError.record(
      .missing(register: shape.name.title, fields: missing.map { shape.fields[$0].title }))
  }

  /// Posts what the changed records call for.
  func finish() throws {
    let entries = try entries()
    if !entries.isEmpty { try transaction.post(entries) }
  }

  /// What the changed records call for and the ledger lacks.
  ///
  /// - Throws: `DeskError.unitClosed` for a posting after a unit's closing.
  func entries() throws -> [Entry] {
    let entries = try reposting.entries()
    var closings: [UnitID: Unit] = [:]
    for entry in entries {
      if closings[entry.unit] == nil {
        closings[entry.unit] = try desk.ledger.unit(id: entry.unit)?.unit
      }
      guard let unit = closings[entry.unit], let closed = unit.closed, entry.day > closed else {
        continue
      }
      throw DeskError.unitClosed(unit.name, on: closed)
    }
    return entries
  }
}

extension Desk {
  /// Changes records in one transaction, with the entries that follow.
  func changeRecords<Result>(
    reason: String = "", _ body: (RecordSession) throws -> Result
  ) throws -> Written<Result> {
    try write(reason: reason) { transaction in
      let session = RecordSession(self, transaction)
      let result = try body(session)
      try session.finish()
      return result
    }
  }
}
