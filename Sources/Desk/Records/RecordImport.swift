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
  /// Its number in the import.
  let number: Int

  init(
    _ file: ImportSession, _ session: RecordSession, _ shape: RegisterShape,
    _ table: any TableSource
  ) {
    self.file = file
    self.session = session
    self.shape = shape
    self.table = table
    number = file.begin(table, .records(shape.id, title: shape.name.title))
  }

  func read() throws {
    do {
      let mayBeKnown = try !session.desk.ledger.hasNoRecords(in: shape)
      let reading = try RowReading(
        table.header, at: table.headerPlace, shape, today: session.desk.context.today,
        mayBeKnown: mayBeKnown)
      if let chunk = try chunkToReadAside(reading) {
        try readAside(chunk, reading)
      } else {
        try readHere(reading)
      }
    } catch let found as ImportFaults {
      file.faults.add(found)
    }
  }

  /// Rows that name their records by number come first, and may give these other keys; so which of the file's
  /// rows stands first decides nothing.
  private func readHere(_ reading: RowReading) throws {
    let before = file.faults.listed.count
    var unnamed: [KeptRow] = []
    try file.read(
      table, number, isPersonal: reading.isPersonal, places: reading.places,
      isData: { [session] row in reading.isData(row, session.reading) }
    ) { row in
      if reading.hasID, reading.id(in: row) == nil {
        unnamed.append(row.kept)
      } else {
        try take(row, reading)
      }
      let rows = file.files[number].new + file.files[number].changed
      if rows & 4095 == 4095 {
        file.progress(ImportProgress(bytes: row.bytesRead, size: table.size, rows: rows))
      }
    }
    for row in unnamed { try row.read { try take($0, reading) } }
    if !unnamed.isEmpty { file.faults.putInOrder(from: before) }
  }

  private func take(_ row: borrowing TableRow, _ reading: RowReading) throws {
    let id = reading.id(in: row)
    let place = RowPlace(file: table.path, line: row.line)
    session.place = place
    defer { file.files[number].persons += session.takePersons() }
    session.notices.masked += reading.masked(in: row)
    var known: RecordState?
    do {
      if let id, let old = try session.record(id: id, in: shape) {
        known = old
        return try change(old, row, reading, alone: nil)
      }
      let draft = try reading.draft(of: row, after: nil, session.reading)
      session.notices.note(draft.read)
      if let old = try session.known(draft.state, in: shape, hasID: id != nil) {
        known = old
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
        session.origins[stored.id] = (reading, row.place)
      }
      file.files[number].new += 1
    } catch DeskError.record(.behind) where file.options.skipsBehind {
      file.files[number].passed.append(PassedRow(row: row.line, reason: .behind))
      if let known { file.known.add(record: known.id, columns: reading.columnsSaid(in: row)) }
    } catch let error as DeskError {
      for fault in try reading.faults(error, of: row, session.reading) {
        file.faults.add(fault)
      }
    }
  }

  /// Changes the record that a row is about.
  ///
  /// - Parameter alone: what the row says by itself; nil where it names the record by its id.
  private func change(
    _ old: RecordState, _ row: borrowing TableRow, _ reading: RowReading, alone: RecordState?
  ) throws {
    let place = RowPlace(file: table.path, line: row.line)
    if let first = session.rows.note(old.id, place) {
      return try listRepeated(old, row.place, first.seen(from: place))
    }
    if alone != nil { try session.checkMasks(reading.masks(in: row), of: old, in: shape) }
    let draft = try reading.draft(of: row, after: old, session.reading)
    session.notices.note(draft.read)
    let new = try reading.state(draft, after: old)
    let secrets = reading.secrets(in: row)
    session.desk.trials.note(new, after: old, in: shape) { secrets.contains($0) }
    if new == old {
      file.files[number].unchanged += 1
      file.known.add(record: old.id, columns: reading.columnsSaid(in: row))
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
      session.origins[old.id] = (reading, row.place)
      if file.files[number].changes.count < ChangedRow.mostListed {
        let (name, former) = (
          try session.names().label(stored, shape), try session.names().label(old, shape)
        )
        file.files[number].changes.append(
          ChangedRow(
            row: row.line, name: name, formerName: former == name ? nil : former,
            fields: shape.changes(from: old, to: new)))
      }
    }
    file.files[number].changed += 1
  }

  func listRepeated(_ record: RecordState, _ place: TablePlace, _ first: RowPlace) throws {
    let label = try session.names().label(record, shape)
    file.faults.add(.repeatedRecord(label, first: first), at: place)
  }
}

extension RegisterShape {
  /// What is other in a record than before.
  fileprivate func changes(from old: RecordState, to new: RecordState) -> [ChangedRow.Field] {
    let columns: [SystemColumn] =
      (old.moves == new.moves ? [] : [.stage]) + (old.note == new.note ? [] : [.note])
    return fields.indices.filter { old.data[$0] != new.data[$0] }.map {
      ChangedRow.Field(name: fields[$0].name, title: fields[$0].title)
    } + columns.map { ChangedRow.Field(name: $0.rawValue, title: $0.title) }
  }
}
