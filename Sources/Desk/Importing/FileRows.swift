internal import Database
internal import OfficeFiles
internal import Storage

/// Reads a file of rows, on whichever thread.
enum FileRows {
  /// Reads a file's header and rows, and reports what is wrong with it as CSV.
  ///
  /// - Parameters:
  ///   - header: throws `ImportFaults` for one with which the rows cannot be read.
  ///   - row: false to stop.
  /// - Returns: the hash of the file's bytes; nil when not all of them were read.
  static func read(
    _ path: String, header: ([String]) throws -> Void,
    row: (borrowing CSVReader, TextFileSource) throws -> Bool,
    report: (ImportFaults) -> Void
  ) throws -> String? {
    let source = try TextFileSource(path: path)
    do {
      var reader = try CSVReader(source)
      try header(reader.header)
      while true {
        do {
          guard try reader.next() else { break }
          if !reader.isEmpty, !(try row(reader, source)) { return nil }
        } catch let fault as CSVFault {
          report(ImportFaults(fault, file: path))
          if !fault.isRecoverable { return nil }
        }
      }
    } catch let fault as CSVFault {
      report(ImportFaults(fault, file: path))
      return nil
    } catch let found as ImportFaults {
      report(found)
      return nil
    }
    return hexadecimal(source.sha256)
  }
}
