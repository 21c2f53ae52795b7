internal import OfficeFiles

/// What an import did, or would do: the one statement from which receipts are made as text and as JSON.
///
/// ```swift
/// let written = try desk.importFiles(["六月.csv"], ImportOptions(isDryRun: true))
/// for file in written.result.files { print(file.path, file.new, file.changed, file.unchanged) }
/// ```
public struct Imported: Sendable, Equatable {
  /// In the order in which they were read.
  public internal(set) var files: [ImportedFile] = []

  /// Rows that added something.
  public var new: Int { files.map(\.new).reduce(0, +) }
  /// Rows that changed something.
  public var changed: Int { files.map(\.changed).reduce(0, +) }
  /// Rows that say what is known already.
  public var unchanged: Int { files.map(\.unchanged).reduce(0, +) }

  /// The files of one kind.
  public func files(of kind: FileKind) -> [ImportedFile] {
    files.filter { $0.content == .core(kind) }
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

extension Imported {
  /// Adds what its table and its columns left out of a file.
  mutating func add(_ file: RecognisedTable) {
    let content = ImportedFile.Content(file.content)
    guard
      let place = files.firstIndex(where: { $0.path == file.table.path && $0.content == content })
    else { return }
    let lines = file.table.passed
    files[place].passed += lines.listed.compactMap { line in
      PassedRow.Reason(rawValue: line.reason.rawValue).map {
        PassedRow(row: line.line, reason: $0)
      }
    }
    files[place].passedMore = lines.more
    files[place].columns = file.unknown
    files[place].encoding = file.table.encodingDoubt.flatMap { ReadEncoding($0) }
    files[place].inOrder()
  }
}

extension Imported {
  /// Refuses what is not as it was shown.
  ///
  /// - Throws: `DeskError.notAsShown`.
  func expect(_ shown: Imported?) throws {
    guard let shown, self != shown else { return }
    let other = zip(files, shown.files).first { $0 != $1 }?.0 ?? files.last ?? shown.files.last
    throw DeskError.notAsShown(file: other?.path ?? "")
  }
}

extension ImportedFile.Content {
  init(_ content: FileContent) {
    self =
      switch content {
      case .core(let kind): .core(kind)
      case .records(let shape): .records(shape.id, title: shape.name.title)
      }
  }
}
