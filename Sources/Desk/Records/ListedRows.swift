internal import Registers
internal import Storage

/// The rows of an import by their records: each record has one row at most.
struct ListedRows {
  private var places: [RecordID: RowPlace] = [:]
  /// The records of files that another thread read.
  private var files: [(records: ClosedRange<RecordID>, file: String)] = []

  /// Notes the row of a record.
  ///
  /// - Returns: the row that it has already; nil where there is none.
  mutating func note(_ record: RecordID, _ place: RowPlace) -> RowPlace? {
    if let first = places.updateValue(place, forKey: record) { return first }
    return files.first { $0.records.contains(record) }.map { RowPlace(file: $0.file, line: nil) }
  }

  /// Notes new records of a file, whose numbers follow each other.
  mutating func note(_ records: [RecordID], file: String) {
    guard let first = records.first, let last = records.last, first <= last else { return }
    files.append((first...last, file))
  }
}
