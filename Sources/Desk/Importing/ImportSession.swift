internal import Database
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
  /// What becomes of the files, in the order in which they are read.
  var files: [ImportedFile] = []
  /// Bytes that are kept for the next time when something of them was taken.
  private var read: [(file: Int, sha256: String, isPersonal: Bool)] = []
  /// The forms that the files define.
  var formCodes: [String] = []
  var unmade = UnmadeForms()
  /// Rows that are left out since what they say is known.
  var known = KnownRows()
  /// What is to be said of records in the receipt.
  var notices = RecordNotices()
  /// All unit names and codes, read when the first unknown one asks for suggestions.
  private var words: [String]?

  init(
    _ desk: Desk, _ transaction: Transaction, _ options: ImportOptions,
    progress: @escaping (ImportProgress) -> Void
  ) {
    self.desk = desk
    self.transaction = transaction
    self.options = options
    self.progress = progress
  }

  /// Begins a file.
  ///
  /// - Returns: its number.
  func begin(_ table: any TableSource, _ content: ImportedFile.Content) -> Int {
    files.append(ImportedFile(table.path, content))
    return files.count - 1
  }

  /// Reads the rows of a file of the core; each row's faults are listed and reading goes on.
  ///
  /// - Returns: whether each of its rows could be read as a row.
  @discardableResult
  func rows<Column: FileColumn>(
    of table: any TableSource, _ file: Int,
    _ body: (borrowing TableRow, FileHeader<Column>) throws -> Void
  ) throws -> Bool {
    let before = faults.count
    var own = 0
    do {
      let header = try FileHeader<Column>(of: table)
      try read(table, file, places: header.sums, isData: { header.isWhole($0) }) { row in
        let (start, count) = (faults.listed.count, faults.count)
        try body(row, header)
        faults.putInOrder(from: start)
        own += faults.count - count
      }
    } catch let found as ImportFaults {
      faults.add(found)
    }
    return faults.count == before + own
  }

  /// Reads the rows of a table, lists what is wrong with it as a file, and remembers its bytes.
  ///
  /// - Parameters:
  ///   - isPersonal: whether it has columns that may tell of persons.
  ///   - places: its columns of places.
  ///   - isData: whether a row that looks like a sum or a signature is data all the same.
  func read(
    _ table: any TableSource, _ file: Int, isPersonal: Bool = false, places: [Int] = [],
    isData: (borrowing TableRow) throws -> Bool, row body: (borrowing TableRow) throws -> Void
  ) throws {
    let digest = try table.read(places: places, isData: isData) { row in
      try body(row)
      return true
    } fault: {
      faults.add(ImportFaults($0, in: table))
    }
    try note(table, digest, of: file, isPersonal: isPersonal)
  }

  /// Notices bytes that were imported before, or twice by this import.
  ///
  /// - Parameter digest: nil when not all bytes were read.
  /// - Returns: the transactions that imported the same bytes.
  @discardableResult
  func note(
    _ table: any TableSource, _ digest: [UInt8]?, of file: Int, isPersonal: Bool = false
  ) throws -> Set<Int64> {
    guard let sha256 = digest.map(hexadecimal) else { return [] }
    files[file].digest = sha256
    if !options.again {
      if let before = try desk.ledger.imported(sha256: sha256) {
        throw DeskError.importedBefore(
          file: table.path, as: before.name, transaction: before.transaction)
      }
      if let first = read.first(where: { $0.sha256 == sha256 }) {
        throw DeskError.importedTwice(file: table.path, as: files[first.file].path)
      }
    }
    read.append((file, sha256, isPersonal))
    return options.again ? try desk.ledger.importers(ofSHA256: sha256) : []
  }

  /// Keeps the bytes of the files of which something was taken. Others change nothing a second time either,
  /// and an import without any is no transaction.
  func remember() throws {
    for (file, sha256, isPersonal) in read where files[file].isTaken {
      let path = files[file].path
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try transaction.remember(
        file: OneLine.folded(name), sha256: sha256, isPersonal: isPersonal)
    }
    try transaction.note(known)
  }

  /// The unit that a cell names; nil with a fault where none is called so, or several are.
  func unit(_ text: String, at place: TablePlace) throws -> Unit? {
    if let unit = try desk.knownUnit(text)?.unit { return unit }
    faults.add(try unitFault(text), at: place)
    return nil
  }

  /// The fault of a unit's name that is not known or not unique.
  func unitFault(_ text: String) throws -> ImportFault.Kind {
    guard faults.suggests else { return .rule(.unknownUnit(text, suggestions: [])) }
    do {
      _ = try desk.unit(text)
      return .rule(.unknownUnit(text, suggestions: []))
    } catch let error as DeskError {
      guard case .unknownUnit = error else { return .rule(error) }
      return .rule(
        .unknownUnit(text, suggestions: Suggestions.nearest(to: text, in: try unitWords())))
    }
  }

  private func unitWords() throws -> [String] {
    if let words { return words }
    let units = try desk.ledger.units()
    let all = Array(Set(units.flatMap { [$0.unit.code, $0.unit.name] + $0.aliases }))
    words = all
    return all
  }

  /// Finds near names for a unit that a reading thread did not know, and the name of one that it
  /// knows by its number.
  func reword(_ fault: ImportFault) throws -> ImportFault {
    var fault = fault
    switch fault.kind {
    case .rule(.unknownUnit(let text, _)): fault.kind = try unitFault(text)
    case .rule(.record(.wrongUnit(let number, let kind, let field, _))):
      if let unit = Int64(number) { fault.kind = .rule(try desk.wrongUnit(unit, kind, field)) }
    default: break
    }
    return fault
  }

  /// Whether every unit is read ahead, and a second thread reads the file.
  func isLarge(_ table: any TableSource) -> Bool { table.size ?? 0 >= desk.largeFile }
}
