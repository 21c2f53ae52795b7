internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// The first list of a register, of which nothing can be there already, is read and checked by a
/// second thread while this one writes: an office begins with such lists, and they are the long
/// ones.
extension RecordFile {
  /// An empty chunk of the file's records, when it is to be read aside.
  func chunkToReadAside() throws -> ListChunk? {
    guard shape.standsAlone, try file.isLarge(path),
      try shape.keyFields.isEmpty || session.desk.ledger.hasNoRecords(in: shape)
    else { return nil }
    let source = try TextFileSource(path: path)
    guard let reader = try? CSVReader(source),
      let reading = try? RowReading(
        reader.header, shape, path: path, today: session.desk.context.today)
    else { return nil }
    let ledger = session.desk.ledger
    isPersonal = reading.isPersonal
    guard !reading.needsLedger, !reading.hasID, !ledger.isNeighbour(shape),
      let postings = try ledger.listPostings(of: shape)
    else {
      return nil
    }
    return ListChunk(ledger.list(of: shape), postings)
  }

  func readAside(_ chunk: ListChunk) throws {
    let reader = ListReader(
      shape, path, today: session.desk.context.today,
      names: KnownNames(
        units: try UnitNames(session.desk.ledger),
        kinds: shape.limitedFields.isEmpty ? [:] : try session.desk.ledger.unitKinds()),
      chunk: chunk)
    let hash = try Handing.aside(ahead: 16) { emit in
      var reader = reader
      return try reader.read { emit(ListPart(chunk: $0, reached: $1)) }
    } take: { (part: ListPart) in
      try take(part.chunk)
      file.progress(part.reached)
    }
    if let hash { try file.remember(path, hash, isPersonal: isPersonal) }
  }

  private func take(_ chunk: ListChunk) throws {
    // After a fault nothing is written; what follows is read for its faults alone.
    if file.faults.isEmpty {
      let ids = try session.write(chunk.batch, callingFor: chunk.postings)
      session.rows.note(ids, file: path)
      if let last = chunk.undecided, let id = ids.last { try decide(last.state, id, last.line) }
    }
    imported.added += chunk.batch.count
    session.notices.passed.add(chunk.passed)
    for fault in chunk.faults {
      switch fault {
      case .repeated(let state, let line, let first):
        try listRepeated(state, line, RowPlace(file: nil, line: first))
      case .other(let faults): file.faults.add(faults.mapped(file.reword))
      }
    }
  }

  /// Notes what a stored record calls for that depends on other records.
  private func decide(_ state: RecordState, _ id: RecordID, _ line: Int) throws {
    var state = state
    state.id = id
    do {
      try session.wrote(state, after: nil, typed: state, in: shape)
    } catch let error as DeskError {
      file.fault(path, line, 0, .rule(error))
    }
  }
}

extension RegisterShape {
  /// Whether a new record is what its row says: nothing is filled in or posted but by itself.
  fileprivate var standsAlone: Bool {
    groups.isEmpty && rules.isEmpty && identityFields.isEmpty && signatures.isEmpty && !hasDefaults
      && !fields.contains { $0.roles.contains(.author) }
  }
}

/// What the reading of a list hands to the writing.
private struct ListPart: Sendable {
  var chunk: ListChunk
  var reached: ImportProgress
}

/// The units of a large file, which a second thread cannot ask the ledger for.
struct KnownNames: NameReading {
  let units: UnitNames
  /// The kinds of all units, where a field takes some only.
  let kinds: [UnitID: UnitKind]

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
