/// A table of a file that is read once, from its first row to its last: a sheet of a workbook, or a whole
/// CSV file.
///
/// It is open from when it is made, with its header read, so that what it holds is recognised before its
/// rows are read, and a pipe will do. Whichever thread reads it has it for itself meanwhile.
///
/// ```swift
/// for table in try TableFile.open(path, header: { $0.contains("amount") ? .whole : .part(0) }) {
///   let digest = try table.read { row in
///     print(row.line, row.string(0))
///     return true
///   } fault: { fault in
///     print(fault.line, fault.kind)
///   }
/// }
/// ```
public protocol TableSource: AnyObject, Sendable {
  /// The file as a person named it; `-` is standard input.
  var path: String { get }
  /// The sheet's name; nil where the file has one table only.
  var sheet: String? { get }
  /// The cells of the header.
  var header: [String] { get }
  /// The row of the header, from 1.
  var headerLine: Int { get }
  /// What stands above the header.
  var titles: [TitleRow] { get }
  /// Rows that are none of its data: titles above the header, and those that were passed over so far.
  var passed: PassedLines { get }
  /// How a text was read so far that may be either UTF-8 or GB18030; nil where there is no doubt.
  var encodingDoubt: EncodingDoubt? { get }
  /// Bytes of the file; nil when that cannot be known, as with a pipe.
  var size: Int? { get }

  /// Reads the rows that follow, but for those that are none of the data. A second time there are none.
  ///
  /// - Parameters:
  ///   - places: the columns of places, in which 甲镇合计 is a sum.
  ///   - isData: whether a row that looks like a sum or a signature is data all the same.
  ///   - row: takes a row; false to stop.
  ///   - fault: takes what is wrong with the file: a row that is passed over, or why reading ends.
  /// - Returns: the SHA-256 (32 bytes) of the file; nil when not all of it was read.
  /// - Throws: what `row` throws.
  func read(
    places: [Int], isData: (borrowing TableRow) throws -> Bool,
    row: (borrowing TableRow) throws -> Bool, fault: (CSVFault) -> Void
  ) throws -> [UInt8]?
}

extension TableSource {
  /// Reads the rows of a table of which nothing is known: what looks like a sum or a signature is one.
  public func read(
    row: (borrowing TableRow) throws -> Bool, fault: (CSVFault) -> Void
  ) throws -> [UInt8]? {
    try read(places: [], isData: { _ in false }, row: row, fault: fault)
  }
}

/// A row above the header.
public struct TitleRow: Sendable {
  /// Its row, from 1.
  public var line: Int
  /// Its cells.
  public var cells: [String]
}

extension TableSource {
  /// The first cell of the header.
  public var headerPlace: TablePlace { place(row: headerLine, column: 1) }

  /// A cell of the table.
  ///
  /// - Parameters:
  ///   - row: from 1: the line of a text file.
  ///   - column: from 1.
  public func place(row: Int, column: Int) -> TablePlace {
    TablePlace(file: path, sheet: sheet, line: row, column: column)
  }
}

/// Opens files of tables.
public enum TableFile {
  /// The tables of a file, each with its header read.
  ///
  /// - Parameters:
  ///   - path: `-` for standard input.
  ///   - fit: how well a row serves as the header: titles may stand above it.
  /// - Throws: `FileFault` for the file as such, `CSVFault` where there is no header to read.
  public static func open(
    _ path: String, header fit: ([String]) -> HeaderFit
  ) throws -> [any TableSource] {
    [try CSVTable(path: path, header: fit)]
  }

  /// The tables of a file that a program carries within itself.
  ///
  /// - Parameter name: what it is called in faults.
  /// - Throws: `CSVFault` where there is no header to read.
  public static func open(
    _ bytes: [UInt8], named name: String, header fit: ([String]) -> HeaderFit
  ) throws -> [any TableSource] {
    [try CSVTable(TextFileSource(bytes: bytes, path: name), header: fit)]
  }
}
