internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// One file of records while it is imported.
final class RecordFile {
  let file: ImportSession
  let session: RecordSession
  let shape: RegisterShape
  let path: String
  var imported = ImportedRecords()
  /// Whether the file has columns that may tell of persons, once it is read aside.
  var isPersonal = false

  init(_ file: ImportSession, _ session: RecordSession, _ shape: RegisterShape, _ path: String) {
    self.file = file
    self.session = session
    self.shape = shape
    self.path = path
  }

  func read() throws {
    if let chunk = try chunkToReadAside() { try readAside(chunk) } else { try readHere() }
  }

  private func readHere() throws {
    var reading: RowReading?
    let mayBeKnown = try !session.desk.ledger.hasNoRecords(in: shape)
    try file.read(path) { header in
      reading = try RowReading(
        header, shape, path: path, today: session.desk.context.today, mayBeKnown: mayBeKnown)
    } row: { row, source in
      if let reading { try take(row, reading) }
      let rows = imported.added + imported.changed
      if rows & 4095 == 4095 {
        file.progress(ImportProgress(bytes: source.bytesRead, size: source.size, rows: rows))
      }
    } isPersonal: {
      reading?.isPersonal ?? false
    }
  }

  private func take(_ row: borrowing CSVReader, _ reading: RowReading) throws {
    let id = reading.id(in: row)
    let place = RowPlace(file: path, line: row.line)
    session.place = place
    do {
      if let id, let old = try session.record(id: id, in: shape) {
        return try change(old, row, reading, alone: nil)
      }
      let draft = try reading.draft(of: row, after: nil, session.reading)
      if let old = try session.known(draft.state, in: shape, hasID: id != nil) {
        try change(old, row, reading, alone: draft.state)
        return try session.noteUse(of: draft.state, for: old, in: shape, hasID: id != nil)
      }
      let fresh = try reading.state(draft, after: nil, of: id)
      // After a fault nothing is written; what follows is read for its faults alone.
      if file.faults.isEmpty {
        let whole = try session.prepared(fresh, after: nil, in: shape)
        let stored = try session.write(whole, after: nil, in: shape)
        if id != nil { session.madeByID.insert(stored.id) }
        try session.noteUse(of: draft.state, for: stored, in: shape, hasID: id != nil)
        if !shape.keyFields.isEmpty { _ = session.rows.note(stored.id, place) }
        session.origins[stored.id] = (reading, path, row.line)
      }
      imported.added += 1
    } catch DeskError.record(.behind) where file.options.skipsBehind {
      imported.behind.append(row.line)
    } catch let error as DeskError {
      for fault in try reading.faults(error, of: row, in: path, session.reading) {
        file.faults.add(fault)
      }
    }
  }

  /// Changes the record that a row is about.
  ///
  /// - Parameter alone: what the row says by itself; nil where it names the record by its id.
  private func change(
    _ old: RecordState, _ row: borrowing CSVReader, _ reading: RowReading, alone: RecordState?
  ) throws {
    let place = RowPlace(file: path, line: row.line)
    if let first = session.rows.note(old.id, place) {
      return try listRepeated(old, row.line, first.seen(from: place))
    }
    let new = try reading.state(
      try reading.draft(of: row, after: old, session.reading), after: old)
    if new == old {
      imported.unchanged += 1
      return
    }
    if let alone {
      try session.checkFilling(new, after: old, row: alone, in: shape)
      try session.checkKey(new, after: old, in: shape)
    }
    if file.faults.isEmpty {
      try session.forbidErased(old.id)
      let whole = try session.prepared(new, after: old, in: shape)
      if alone == nil { try session.makeWay(for: whole, after: old, in: shape) }
      let stored = try session.write(whole, after: old, in: shape)
      try session.noteRedated(stored, after: old, in: shape)
      if alone == nil { try session.noteRenamed(stored, after: old, in: shape) }
      session.origins[old.id] = (reading, path, row.line)
    }
    imported.changed += 1
  }

  func listRepeated(_ record: RecordState, _ line: Int, _ first: RowPlace) throws {
    let label = try session.names().label(record, shape)
    file.fault(path, line, 0, .repeatedRecord(label, first: first))
  }
}
