internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// The end of a transaction that changed records: rules over several of them are asked only now.
extension RecordSession {
  /// Asks the rules over records, and posts what the changed ones call for.
  ///
  /// - Throws: `DeskError.unitClosed` for a posting after a unit's closing.
  func finish() throws {
    try follow()
    let broken = try rules.broken()
    guard let first = broken.first else { return try post() }
    let fault = RecordFault.rules(
      broken.filter { $0.record == first.record }.map(\.problem))
    if !isOfMany { throw DeskError.record(fault) }
    throw DeskError.record(.inRecord("\(try desk.ledger.site())-\(first.record)", fault))
  }

  /// Moves the records that others called for.
  private func follow() throws {
    while let move = try following.next(desk.ledger, reader) {
      let (shape, state) = (move.shape, move.new ?? move.old)
      if let new = move.new { _ = try write(new, after: move.old, in: shape) }
      let stage = move.new.map { shape.stage(of: $0) } ?? move.stage
      notices.followed.append(
        FollowedMove(
          record: try desk.ledger.publicID(state.id), label: try names().label(state, shape),
          stage: stage, title: shape.title(ofStage: stage),
          standing: shape.title(ofStage: shape.stage(of: state)),
          day: move.new?.moves.last?.day ?? move.new.flatMap { _ in move.old.moves.last?.day }))
    }
  }

  /// The same at the end of an import: what is wrong stands at the row that brought it.
  func finishImport() throws -> [ImportFault] {
    let taken = try takenKeys()
    if !taken.isEmpty { return taken }
    try follow()
    let broken = try rules.broken()
    if broken.isEmpty { try post() }
    return try broken.map { found in
      guard let (reading, place) = origins[found.record] else {
        throw DeskError.record(.rules([found.problem]))
      }
      return reading.fault(found.problem, at: place)
    }
  }

  /// Rows that gave their records keys which others keep.
  private func takenKeys() throws -> [ImportFault] {
    try aside.sorted { $0.key < $1.key }.compactMap { id, record in
      let holder = try desk.ledger.records(likeKeyOf: record.state, in: record.shape).first
      guard let holder else {
        // Whoever took its key went on to another one: it has its own again.
        try transaction.bringBack(id, in: record.shape)
        return nil
      }
      guard let origin = origins[holder.id] ?? origins[id] else { return nil }
      return origin.reading.fault(
        .record(
          .duplicateKey(register: record.shape.name.title, id: try desk.ledger.publicID(id))),
        at: origin.place)
    }
  }
}
