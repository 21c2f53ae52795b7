internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// The first list of a register, of which nothing can be there already, is read and checked by a
/// second thread while this one writes: an office begins with such lists, and they are the long
/// ones.
extension RecordFile {
  /// An empty chunk of the file's records, when it is to be read aside.
  func chunkToReadAside(_ reading: RowReading) throws -> ListChunk? {
    let ledger = session.desk.ledger
    guard shape.standsAlone, file.isLarge(table),
      try shape.keyFields.isEmpty || ledger.hasNoRecords(in: shape),
      !reading.needsLedger, !reading.hasID, !ledger.isNeighbour(shape),
      let postings = try ledger.listPostings(of: shape)
    else { return nil }
    return ListChunk(ledger.list(of: shape), postings)
  }

  func readAside(_ chunk: ListChunk, _ reading: RowReading) throws {
    let names = KnownNames(
      units: try UnitNames(session.desk.ledger),
      kinds: shape.limitedFields.isEmpty ? nil : try session.desk.ledger.unitKinds())
    let (_, digests) = try ListReader(
      reading, today: session.desk.context.today, names: names, chunk: chunk
    ).read([table], asking: session.desk.ledger, aside: 16) { chunk, reached in
      try take(chunk)
      file.progress(reached)
    }
    try file.note(table, digests[0], of: number, isPersonal: reading.isPersonal)
  }

  private func take(_ chunk: ListChunk) throws {
    // After a fault nothing is written; what follows is read for its faults alone.
    if file.faults.isEmpty {
      let ids = try session.write(chunk.batch, callingFor: chunk.postings)
      session.rows.note(ids, file: table.path)
      if let last = chunk.undecided, let id = ids.last { try decide(last.state, id, last.place) }
    }
    file.files[number].new += chunk.batch.count
    session.notices.passed.add(chunk.passed)
    for fault in chunk.faults {
      switch fault {
      case .repeated(let state, let place, let first):
        try listRepeated(state, place, RowPlace(file: nil, line: first))
      case .other(let faults): file.faults.add(try faults.mapped(file.reword))
      }
    }
  }

  /// Notes what a stored record calls for that depends on other records.
  private func decide(_ state: RecordState, _ id: RecordID, _ place: TablePlace) throws {
    var state = state
    state.id = id
    do {
      try session.wrote(state, after: nil, typed: state, in: shape)
    } catch let error as DeskError {
      file.faults.add(.rule(error), at: place)
    }
  }
}

extension RegisterShape {
  /// Whether a new record is what its row says: nothing is filled in or posted but by itself.
  fileprivate var standsAlone: Bool {
    groups.isEmpty && rules.isEmpty && identityFields.isEmpty && signatures.isEmpty && !hasDefaults
      && countedFields.allSatisfy { $0 == ownerField }
      && !fields.contains { !$0.roles.isDisjoint(with: [.author, .today]) }
  }
}

/// The units of a large file, which a second thread cannot ask the ledger for.
struct KnownNames: NameReading {
  let units: UnitNames
  /// The kinds of all units, where a field takes some only; else nil.
  let kinds: UnitTable<UnitKind>?

  func unit(_ text: UnsafeBufferPointer<UInt8>) throws -> UnitID {
    if let unit = units[text] { return unit }
    throw DeskError.unknownUnit(String(decoding: text, as: UTF8.self), suggestions: [])
  }

  func secret(
    _ text: UnsafeBufferPointer<UInt8>, after old: Datum, in field: FieldShape, _ form: SecretForm
  ) throws -> Datum {
    throw LedgerIsNeeded()
  }

  func record(_ text: UnsafeBufferPointer<UInt8>, of registers: [String]) throws -> RecordID {
    throw LedgerIsNeeded()
  }

  func indicator(_ text: UnsafeBufferPointer<UInt8>) throws -> String { throw LedgerIsNeeded() }
}

/// A question that only the ledger can answer.
struct LedgerIsNeeded: Error {}
