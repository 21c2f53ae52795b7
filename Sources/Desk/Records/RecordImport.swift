internal import OfficeFiles
public import Registers
internal import Storage
internal import TargetEngine

/// How many records an import brought.
public struct ImportedRecords: Sendable {
  public var added = 0
  public var changed = 0
  public var unchanged = 0
}

extension Desk {
  /// Imports a list of records in one transaction: a natural key that is there already updates its
  /// record, and an empty cell leaves what is there. All of it is written, or nothing.
  ///
  /// - Throws: `DeskError.faults` with every fault found.
  public func importRecords(
    _ path: String, in shape: RegisterShape, again: Bool,
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<ImportedRecords> {
    try write { transaction in
      let session = ImportSession(self, transaction, again: again, progress: progress)
      try session.importRecords([(path, .records(shape))])
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      return session.imported.records.first?.count ?? ImportedRecords()
    }
  }
}

/// One file of records while it is imported.
final class RecordFile {
  private let file: ImportSession
  private let session: RecordSession
  private let shape: RegisterShape
  private let path: String
  private(set) var imported = ImportedRecords()
  private var titles: [String] = []
  /// The lines on which this file told of a record.
  private var lines: [RecordID: Int] = [:]

  init(_ file: ImportSession, _ session: RecordSession, _ shape: RegisterShape, _ path: String) {
    self.file = file
    self.session = session
    self.shape = shape
    self.path = path
  }

  func read() throws {
    try file.read(path, header: takeHeader) { row, source in
      try take(row)
      let rows = imported.added + imported.changed
      if rows & 4095 == 4095 {
        file.progress(ImportProgress(bytes: source.bytesRead, size: source.size, rows: rows))
      }
    }
  }

  /// Every column is a field, or one that every register has.
  private func takeHeader(_ header: [String]) throws {
    titles = header.map(\.trimmed)
    var faults = ImportFaults()
    func fault(_ column: Int, _ kind: ImportFault.Kind) {
      faults.add(ImportFault(file: path, line: 1, column: column + 1, kind: kind))
    }
    for (index, title) in titles.enumerated() where !title.isEmpty {
      do {
        _ = try shape.target(of: title)
        if titles[..<index].contains(where: { isSame($0, title) }) {
          fault(index, .repeatedColumn(title))
        }
      } catch {
        fault(index, .rule(error))
      }
    }
    let missing = shape.fields.filter { field in
      field.roles.contains(.required) && !titles.contains { field.isNamed($0) }
    }
    if !missing.isEmpty {
      fault(
        0, .rule(.record(.missing(register: shape.name.title, fields: missing.map(\.title)))))
    }
    if !faults.isEmpty { throw faults }
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    if let field = shape.field(named: a) { return field == shape.field(named: b) }
    return SystemColumn.allCases.contains { $0.isNamed(a) && $0.isNamed(b) }
  }

  private func take(_ row: borrowing CSVReader) throws {
    var assignments: [Desk.Assignment] = []
    let today = session.desk.context.today
    for (index, title) in titles.enumerated() where !title.isEmpty {
      let value = row.string(index)
      if value.isEmpty || SystemColumn.id.isNamed(title) { continue }
      assignments.append((title, value))
    }
    let line = row.line
    do {
      let empty = RecordState(data: shape.fields.map { _ in .empty })
      let fresh = try session.assigned(
        assignments, to: empty, after: nil, in: shape, on: today, isList: true)
      try session.checkWhole(fresh, in: shape)
      let alike = try session.desk.ledger.records(likeKeyOf: fresh, in: shape)
      if alike.count > 1 {
        let names = try RecordNames(session.desk.ledger, .zh)
        throw DeskError.record(
          .ambiguousRecord(
            try names.label(fresh, shape), register: shape.name.title, count: alike.count))
      }
      guard let old = alike.first else {
        // After a fault nothing is written; what follows is read for its faults alone.
        if file.faults.isEmpty {
          let stored = try session.put(fresh, after: nil, in: shape)
          if !shape.keyFields.isEmpty { lines[stored.id] = line }
        }
        imported.added += 1
        return
      }
      if let first = lines.updateValue(line, forKey: old.id) {
        let names = try RecordNames(session.desk.ledger, .zh)
        file.faults.add(
          ImportFault(
            file: path, line: line, column: 1,
            kind: .repeatedRecord(try names.label(old, shape), firstLine: first)))
        return
      }
      let new = try session.assigned(
        assignments, to: old, after: old, in: shape, on: today, isList: true)
      if new == old {
        imported.unchanged += 1
        return
      }
      if file.faults.isEmpty { _ = try session.put(new, after: old, in: shape) }
      imported.changed += 1
    } catch let error as DeskError {
      try listFaults(error, assignments, line, today)
    }
  }

  /// Lists every cell of a row that is no value of its field, else what is wrong with the row.
  private func listFaults(
    _ error: DeskError, _ assignments: [Desk.Assignment], _ line: Int, _ today: Day
  ) throws {
    let before = file.faults.count
    for (name, value) in assignments {
      guard let field = shape.field(named: name) else { continue }
      do {
        _ = try session.reading.datum(value, shape.fields[field], on: today)
      } catch let cell as DeskError {
        fault(line, titles.firstIndex(of: name) ?? 0, cell)
      }
    }
    if file.faults.count == before { fault(line, 0, error) }
  }

  private func fault(_ line: Int, _ column: Int, _ error: DeskError) {
    file.fault(path, line, column, .rule(error))
  }
}
