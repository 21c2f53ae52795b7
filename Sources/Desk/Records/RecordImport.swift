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
    try changeRecords { session in
      let file = RecordFile(session, shape, path)
      try file.read(again: again, progress: progress)
      guard file.faults.isEmpty else { throw DeskError.faults(file.faults) }
      return file.imported
    }
  }
}

/// One file of records while it is imported.
final class RecordFile {
  private let session: RecordSession
  private let shape: RegisterShape
  private let path: String
  private(set) var faults = ImportFaults()
  private(set) var imported = ImportedRecords()
  private var titles: [String] = []
  /// The lines on which this file told of a record.
  private var lines: [RecordID: Int] = [:]

  init(_ session: RecordSession, _ shape: RegisterShape, _ path: String) {
    self.session = session
    self.shape = shape
    self.path = path
  }

  func read(again: Bool, progress: (ImportProgress) -> Void) throws {
    let source = try TextFileSource(path: path)
    do {
      var reader = try CSVReader(source)
      guard try takeHeader(reader.header) else { return }
      while true {
        do {
          guard try reader.next() else { break }
          if !reader.isEmpty { try take(reader) }
        } catch let fault as CSVFault {
          faults.add(ImportFaults(fault, file: path))
          if !fault.isRecoverable { return }
        }
        let rows = imported.added + imported.changed
        if rows & 4095 == 4095 {
          progress(ImportProgress(bytes: source.bytesRead, size: source.size, rows: rows))
        }
      }
    } catch let fault as CSVFault {
      faults.add(ImportFaults(fault, file: path))
      return
    }
    try remember(hexadecimal(source.sha256), again)
  }

  private func remember(_ sha256: String, _ again: Bool) throws {
    if !again, let before = try session.desk.ledger.imported(sha256: sha256) {
      throw DeskError.importedBefore(
        file: path, as: before.name, transaction: before.transaction)
    }
    guard faults.isEmpty else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try session.transaction.remember(file: name, sha256: sha256)
  }

  /// Every column is a field, or one that every register has.
  private func takeHeader(_ header: [String]) throws -> Bool {
    titles = header.map(\.trimmed)
    for (index, title) in titles.enumerated() where !title.isEmpty {
      let isKnown =
        shape.field(named: title) != nil
        || SystemColumn.allCases.contains { $0.isNamed(title) }
      if !isKnown {
        let words = shape.fields.flatMap { [$0.name, $0.title.zh] }
        fault(
          1, index,
          .record(
            .unknownField(
              title, register: shape.name.title,
              suggestions: Suggestions.nearest(to: title, in: words))))
      } else if titles[..<index].contains(where: { isSame($0, title) }) {
        faults.add(
          ImportFault(file: path, line: 1, column: index + 1, kind: .repeatedColumn(title)))
      }
    }
    let missing = shape.fields.filter { field in
      field.roles.contains(.required) && !titles.contains { shape.isNamed(field, $0) }
    }
    if !missing.isEmpty {
      fault(1, 0, .record(.missing(register: shape.name.title, fields: missing.map(\.title))))
    }
    return faults.isEmpty
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
      guard let old = try session.desk.ledger.record(likeKeyOf: fresh, in: shape) else {
        // After a fault nothing is written; what follows is read for its faults alone.
        if faults.isEmpty {
          let stored = try session.put(fresh, after: nil, in: shape)
          if !shape.keyFields.isEmpty { lines[stored.id] = line }
        }
        imported.added += 1
        return
      }
      if let first = lines.updateValue(line, forKey: old.id) {
        let names = try RecordNames(session.desk.ledger, .zh)
        faults.add(
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
      if faults.isEmpty { _ = try session.put(new, after: old, in: shape) }
      imported.changed += 1
    } catch let error as DeskError {
      try listFaults(error, assignments, line, today)
    }
  }

  /// Lists every cell of a row that is no value of its field, else what is wrong with the row.
  private func listFaults(
    _ error: DeskError, _ assignments: [Desk.Assignment], _ line: Int, _ today: Day
  ) throws {
    let before = faults.count
    for (name, value) in assignments {
      guard let field = shape.field(named: name) else { continue }
      do {
        _ = try session.reading.datum(value, shape.fields[field], on: today)
      } catch let cell as DeskError {
        fault(line, titles.firstIndex(of: name) ?? 0, cell)
      }
    }
    if faults.count == before { fault(line, 0, error) }
  }

  private func fault(_ line: Int, _ column: Int, _ error: DeskError) {
    faults.add(ImportFault(file: path, line: line, column: column + 1, kind: .rule(error)))
  }
}

extension RegisterShape {
  /// Whether a column of a file is meant for a field.
  func isNamed(_ field: FieldShape, _ title: String) -> Bool {
    [field.name, field.title.zh, field.title.en].contains(title)
  }
}
