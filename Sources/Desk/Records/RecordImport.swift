internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// One file of records while it is imported.
final class RecordFile {
  let file: ImportSession
  let session: RecordSession
  let shape: RegisterShape
  let table: any TableSource
  var imported = ImportedRecords()
  /// The line of this file that was about a record.
  private var lines: [RecordID: Int] = [:]

  init(
    _ file: ImportSession, _ session: RecordSession, _ shape: RegisterShape,
    _ table: any TableSource
  ) {
    self.file = file
    self.session = session
    self.shape = shape
    self.table = table
  }

  func read() throws {
    do {
      let mayBeKnown = try !session.desk.ledger.hasNoRecords(in: shape)
      let reading = try RowReading(
        table, shape, today: session.desk.context.today, mayBeKnown: mayBeKnown)
      if let chunk = try chunkToReadAside(reading) {
        try readAside(chunk, reading)
      } else {
        try readHere(reading)
      }
    } catch let found as ImportFaults {
      file.faults.add(found)
    }
  }

  private func readHere(_ reading: RowReading) throws {
    try file.read(table, isPersonal: reading.isPersonal) { row in
      try take(row, reading)
      let rows = imported.added + imported.changed
      if rows & 4095 == 4095 {
        file.progress(ImportProgress(bytes: row.bytesRead, size: table.size, rows: rows))
      }
    }
  }

  private func take(_ row: borrowing TableRow, _ reading: RowReading) throws {
    let id = reading.id(in: row)
    session.line = row.line
    session.notices.masked += reading.masked(in: row)
    do {
      if let id, let old = try session.record(id: id, in: shape) {
        return try change(old, row, reading, isNamedByID: true)
      }
      let draft = try reading.draft(of: row, after: nil, session.reading)
      if let old = try session.known(draft.state, in: shape) {
        return try change(old, row, reading)
      }
      let fresh = try reading.state(draft, after: nil, of: id)
      // After a fault nothing is written; what follows is read for its faults alone.
      if file.faults.isEmpty {
        let whole = try session.prepared(fresh, after: nil, in: shape)
        let stored = try session.write(whole, after: nil, in: shape)
        if !shape.keyFields.isEmpty { lines[stored.id] = row.line }
        session.origins[stored.id] = (reading, row.place)
      }
      imported.added += 1
    } catch DeskError.record(.behind) where file.options.skipsBehind {
      imported.behind.append(row.line)
    } catch let error as DeskError {
      for fault in try reading.faults(error, of: row, session.reading) {
        file.faults.add(fault)
      }
    }
  }

  /// Changes the record that a row is about.
  private func change(
    _ old: RecordState, _ row: borrowing TableRow, _ reading: RowReading,
    isNamedByID: Bool = false
  ) throws {
    if let first = lines.updateValue(row.line, forKey: old.id) {
      return try listRepeated(old, row.place, first)
    }
    let new = try reading.state(
      try reading.draft(of: row, after: old, session.reading), after: old)
    if new == old {
      imported.unchanged += 1
      return
    }
    if !isNamedByID { try session.checkFilling(new, after: old, in: shape) }
    try session.checkKey(new, after: old, in: shape)
    try session.checkFormerKeys(new, after: old, in: shape)
    if file.faults.isEmpty {
      try session.forbidErased(old.id)
      let whole = try session.prepared(new, after: old, in: shape)
      let stored = try session.write(whole, after: old, in: shape)
      try session.noteRedated(stored, after: old, in: shape)
      if isNamedByID { try session.noteRenamed(stored, after: old, in: shape) }
      session.origins[old.id] = (reading, row.place)
    }
    imported.changed += 1
  }

  func listRepeated(_ record: RecordState, _ place: TablePlace, _ first: Int) throws {
    let label = try session.names().label(record, shape)
    file.faults.add(.repeatedRecord(label, firstLine: first), at: place)
  }
}
