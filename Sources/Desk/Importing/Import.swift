internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// What an import brought.
public struct Imported: Sendable {
  public var units = 0
  public var indicators = 0
  public var targets = 0
  public var entries = 0
}

/// How far an import is: bytes read of all bytes, when these are known, and rows so far.
public struct ImportProgress: Sendable {
  public var bytes: Int
  public var size: Int?
  public var rows: Int
}

extension Desk {
  /// Imports files in one transaction, each recognised by its header: units first, then
  /// indicators, targets and entries. All of it is written, or nothing.
  ///
  /// - Parameters:
  ///   - only: refuse files of another kind.
  ///   - again: accept bytes that were imported before.
  /// - Throws: `DeskError.faults` with every fault found; `FileFault` for a file as such.
  public func importFiles(
    _ paths: [String], only: FileKind? = nil, again: Bool,
    progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> Written<Imported> {
    var files: [(path: String, kind: FileKind)] = []
    var faults = ImportFaults()
    for path in paths {
      do {
        files.append((path, try FileRecognition.kind(of: path, only: only)))
      } catch let found as ImportFaults {
        for fault in found.listed { faults.add(fault) }
      }
    }
    guard faults.isEmpty else { throw DeskError.faults(faults) }
    return try write { transaction in
      let session = ImportSession(self, transaction, again: again, progress: progress)
      for kind in FileKind.allCases {
        let chosen = files.filter { $0.kind == kind }.map(\.path)
        guard !chosen.isEmpty else { continue }
        try session.run(kind, chosen)
      }
      guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
      return session.imported
    }
  }
}

/// Which kind of file a path holds.
enum FileRecognition {
  static func kind(of path: String, only: FileKind?) throws -> FileKind {
    // Standard input is read once: its kind must be known, or is taken to be entries.
    if path == "-" { return only ?? .entries }
    let source = try TextFileSource(path: path)
    let header: [String]
    do {
      let reader = try CSVReader(source)
      header = reader.header
    } catch {
      throw ImportFaults(error, file: path)
    }
    guard let kind = HeaderMap.recognise(header) else {
      var faults = ImportFaults()
      faults.add(
        ImportFault(file: path, line: 1, column: 1, kind: .unknownHeader(header)))
      throw faults
    }
    if let only, only != kind {
      _ = try HeaderMap(header, kind: only, file: path)
    }
    return only ?? kind
  }
}
