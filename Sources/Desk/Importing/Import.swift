internal import OfficeFiles
internal import Registers
internal import Storage
public import TargetEngine

/// What an import brought.
public struct Imported: Sendable {
  /// Units that were added.
  public var units = 0
  /// Rows of units that are known already, as they are.
  public var unchangedUnits = 0
  /// Indicators that were added.
  public var indicators = 0
  /// What the target revisions of the files were.
  public var targets = ImportedTargets()
  /// Entries that were added.
  public var entries = 0
  /// Levels that were said before.
  public var unchangedLevels = 0
  /// Years of the holiday calendar.
  public var holidays = 0
  /// By register, in the order in which they were read.
  public var records: [(register: Text, count: ImportedRecords)] = []
}

/// What the rows of files of targets came to.
public struct ImportedTargets: Sendable, Hashable {
  /// First revisions of their targets.
  public var new = 0
  /// Later revisions.
  public var changed = 0
  /// Rows that say what holds already.
  public var unchanged = 0

  /// All rows.
  public var rows: Int { new + changed + unchanged }

  mutating func count(_ outcome: TargetRevisions.Outcome) {
    switch outcome {
    case .new: new += 1
    case .changed: changed += 1
    case .unchanged: unchanged += 1
    case .contradicts: break
    }
  }

  mutating func add(_ other: ImportedTargets) {
    new += other.new
    changed += other.changed
    unchanged += other.unchanged
  }
}

/// How far an import is: bytes read of all bytes, when these are known, and rows so far.
public struct ImportProgress: Sendable {
  /// How much of the file was read.
  public var bytes: Int
  /// How long the file is; nil for a pipe.
  public var size: Int?
  /// How many rows were read.
  public var rows: Int
}

/// What an import does with rows and files that it has doubts about.
public struct ImportOptions: Sendable {
  /// Whether bytes that were imported before are accepted.
  public var again: Bool
  /// Whether rows whose stage a record has left already are passed over and named in the receipt;
  /// otherwise they are faults of the file.
  public var skipsBehind: Bool

  /// - Parameters:
  ///   - again: whether a file that was imported before is taken once more.
  ///   - skipsBehind: whether rows that are behind what is known are left out.
  public init(again: Bool = false, skipsBehind: Bool = false) {
    self.again = again
    self.skipsBehind = skipsBehind
  }
}

extension Desk {
  /// Imports files in one transaction, each recognised by its header: units first, then
  /// indicators, targets and entries. All of it is written, or nothing.
  ///
  /// - Parameter only: refuse files of another kind.
  /// - Throws: `DeskError.faults` with every fault found; `FileFault` for a file as such.
  public func importFiles(
    _ paths: [String], only: FileKind? = nil, _ options: ImportOptions = ImportOptions(),
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<Imported> {
    var files: [(path: String, content: FileContent)] = []
    var faults = ImportFaults()
    for path in paths {
      do {
        files.append((path, try FileRecognition(ledger).content(of: path, only: only)))
      } catch let found as ImportFaults {
        for fault in found.listed { faults.add(fault) }
      }
    }
    guard faults.isEmpty else { throw DeskError.faults(faults) }
    for case (let path, .records(let shape)) in files {
      try openSecrets(forFile: path, in: shape)
    }
    return try importing(options, progress) { session in
      for kind in FileKind.allCases {
        // Records come before entries, which a list may make superfluous.
        if kind == .entries { try session.importRecords(files) }
        let chosen = files.filter { $0.content.kind == kind }.map(\.path)
        if !chosen.isEmpty { try session.run(kind, chosen) }
      }
      return session.imported
    }
  }

  /// Writes what an import reads, unless it finds faults.
  func importing<Result>(
    _ options: ImportOptions, _ progress: @escaping (ImportProgress) -> Void,
    _ body: (ImportSession) throws -> Result
  ) throws -> Written<Result> {
    var notices = RecordNotices()
    var written = try write { transaction in
      let session = ImportSession(self, transaction, options, progress: progress)
      let result = try body(session)
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      notices = session.notices
      return result
    }
    written.notices = notices
    return written
  }
}

/// What a file holds.
enum FileContent {
  case core(FileKind)
  case records(RegisterShape)

  var kind: FileKind? {
    if case .core(let kind) = self { return kind }
    return nil
  }
}

/// Tells what a file holds by its header.
struct FileRecognition {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  func content(of path: String, only: FileKind?) throws -> FileContent {
    // Standard input is read once: its kind must be known, or is taken to be entries.
    if path == "-" { return .core(only ?? .entries) }
    let source = try TextFileSource(path: path)
    let header: [String]
    do {
      let reader = try CSVReader(source)
      header = reader.header
    } catch {
      throw ImportFaults(error, file: path)
    }
    let kind = HeaderMap.recognise(header)
    if let only {
      if only != kind { _ = try HeaderMap(header, kind: only, file: path) }
      return .core(only)
    }
    if let kind, (try? HeaderMap(header, kind: kind, file: path)) != nil { return .core(kind) }
    if let shape = register(header) { return .records(shape) }
    guard let kind else {
      var faults = ImportFaults()
      faults.add(ImportFault(file: path, line: 1, column: 1, kind: .unknownHeader(header)))
      throw faults
    }
    return .core(kind)
  }

  /// The register all of whose needed fields stand in a header, with the fewest columns that it
  /// does not know; nil when several do equally well. Where none does, the header may name records
  /// that are known.
  private func register(_ header: [String]) -> RegisterShape? {
    let titles = header.map(\.trimmed).filter { !$0.isEmpty }
    let isWhole = { (shape: RegisterShape) in
      shape.requiredFields.allSatisfy { field in
        titles.contains { shape.fields[field].isNamed($0) }
      }
    }
    let names = { (shape: RegisterShape) in
      let targets = titles.compactMap { try? shape.target(of: $0) }
      return shape.isNamed { targets.contains($0) }
    }
    return nearest(titles, where: isWhole) ?? nearest(titles, where: names)
  }

  private func nearest(
    _ titles: [String], where isFitting: (RegisterShape) -> Bool
  ) -> RegisterShape? {
    let fitting = ledger.allShapes().compactMap { shape -> (unknown: Int, shape: RegisterShape)? in
      let unknown = titles.count { title in
        shape.field(named: title) == nil && shape.history(named: title) == nil
          && !SystemColumn.allCases.contains { $0.isNamed(title) }
      }
      return unknown * 2 < titles.count && isFitting(shape) ? (unknown, shape) : nil
    }
    let best = fitting.map(\.unknown).min()
    let chosen = fitting.filter { $0.unknown == best }
    return chosen.count == 1 ? chosen[0].shape : nil
  }
}
