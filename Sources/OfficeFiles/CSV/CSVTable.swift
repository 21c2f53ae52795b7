internal import Synchronization

/// A CSV file as a table.
public final class CSVTable: TableSource {
  public let path: String
  public let header: [String]
  public let size: Int?
  private let reader: Mutex<CSVReader>

  public var sheet: String? { nil }

  /// Opens a file, or standard input when `path` is `-`.
  public init(path: String) throws {
    let reader = try CSVReader(TextFileSource(path: path))
    self.path = path
    header = reader.header
    size = reader.source.size
    self.reader = Mutex(reader)
  }

  public func read(
    row body: (borrowing TableRow) throws -> Bool, fault: (CSVFault) -> Void
  ) throws -> [UInt8]? {
    try reader.withLock { reader in
      while true {
        do throws(CSVFault) {
          guard try reader.next() else { return reader.source.sha256 }
        } catch {
          fault(error)
          if error.isRecoverable { continue }
          return nil
        }
        if !reader.row.isEmpty, !(try body(reader.row)) { return nil }
      }
    }
  }
}
