internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// One import while it runs, inside one journal transaction.
final class ImportSession {
  let desk: Desk
  let transaction: Transaction
  let options: ImportOptions
  let progress: (ImportProgress) -> Void
  var faults = ImportFaults()
  var imported = Imported()
  /// What is to be said of records in the receipt.
  var notices = RecordNotices()
  /// All unit names and codes, read when the first unknown one asks for suggestions.
  private lazy var words: [String] = {
    let units = (try? desk.ledger.units()) ?? []
    return Array(Set(units.flatMap { [$0.unit.code, $0.unit.name] + $0.aliases }))
  }()

  init(
    _ desk: Desk, _ transaction: Transaction, _ options: ImportOptions,
    progress: @escaping (ImportProgress) -> Void
  ) {
    self.desk = desk
    self.transaction = transaction
    self.options = options
    self.progress = progress
  }

  /// Reads the rows of a file; each row's faults are listed and reading goes on.
  func rows(
    of path: String, _ kind: FileKind, _ body: (borrowing CSVReader, HeaderMap) throws -> Void
  ) throws {
    var map: HeaderMap?
    try read(path) { header in
      map = try HeaderMap(header, kind: kind, file: path)
    } row: { row, _ in
      if let map { try body(row, map) }
    }
  }

  /// Reads a file's header and rows, lists what is wrong with it as CSV, and remembers its bytes.
  ///
  /// - Parameters:
  ///   - header: throws `ImportFaults` for one with which the rows cannot be read.
  ///   - isPersonal: whether it has columns that may tell of persons.
  func read(
    _ path: String, header: ([String]) throws -> Void,
    row: (borrowing CSVReader, TextFileSource) throws -> Void,
    isPersonal: () -> Bool = { false }
  ) throws {
    let hash = try FileRows.read(path, header: header) { reader, source in
      try row(reader, source)
      return true
    } report: {
      faults.add($0)
    }
    if let hash { try remember(path, hash, isPersonal: isPersonal()) }
  }

  /// Notices bytes that were imported before, and keeps these for the next time.
  func remember(_ path: String, _ sha256: String, isPersonal: Bool = false) throws {
    if !options.again, let before = try desk.ledger.imported(sha256: sha256) {
      throw DeskError.importedBefore(
        file: path, as: before.name, transaction: before.transaction)
    }
    guard faults.isEmpty else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    try transaction.remember(
      file: OneLine.folded(name), sha256: sha256, isPersonal: isPersonal)
  }

  func fault(_ path: String, _ line: Int, _ place: Int?, _ kind: ImportFault.Kind) {
    faults.add(ImportFault(file: path, line: line, column: (place ?? 0) + 1, kind: kind))
  }

  /// The fault of a unit's name that is not known or not unique.
  func unitFault(_ text: String) -> ImportFault.Kind {
    guard faults.hasRoom else { return .rule(.unknownUnit(text, suggestions: [])) }
    do {
      _ = try desk.unit(text)
      return .rule(.unknownUnit(text, suggestions: []))
    } catch let error as DeskError {
      if case .unknownUnit = error {
        return .rule(.unknownUnit(text, suggestions: Suggestions.nearest(to: text, in: words)))
      }
      return .rule(error)
    } catch {
      return .rule(.unknownUnit(text, suggestions: []))
    }
  }

  /// Finds near names for a unit that a reading thread did not know, and the name of one that it
  /// knows by its number.
  func reword(_ fault: ImportFault) -> ImportFault {
    var fault = fault
    switch fault.kind {
    case .rule(.unknownUnit(let text, _)): fault.kind = unitFault(text)
    case .rule(.record(.wrongUnit(let number, let kind, let field))):
      let unit = Int64(number).flatMap { try? desk.ledger.unit(id: $0)?.unit }
      let title = unit.flatMap { try? desk.titled($0).title }
      fault.kind = .rule(.record(.wrongUnit(title ?? number, kind, field: field)))
    default: break
    }
    return fault
  }

  /// Whether every unit is read ahead, and a second thread reads the file.
  func isLarge(_ path: String) throws -> Bool {
    try TextFileSource(path: path).size ?? 0 >= desk.largeFile
  }
}
