internal import OfficeFiles
internal import TargetEngine

/// Rows of the files of one import that equal each other.
extension EntryReader {
  /// Looks for the rows of the first file that equal others.
  mutating func lookUp() {
    seen.lookUp { line, first in
      repeated[0].append(RepeatedRow(row: line, other: .line(first.line)))
    }
  }

  /// Estimates how many rows there are from those that were read.
  mutating func expectRows(_ bytesRead: Int) {
    guard let size, files.count == 1, bytesRead > 0 else { return }
    seen.expected =
      Int(exactly: (Double(rows) * Double(size) / Double(bytesRead)).rounded()) ?? 0
  }

  /// Whether a row is taken: one that equals a row of another file of the import may not be.
  mutating func isNew(
    _ row: borrowing TableRow, _ unit: UnitID, _ indicator: IndicatorID, _ day: Day, _ year: Int,
    _ amount: Int64, _ note: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let file = files.count - 1
    let words = (
      UInt64(bitPattern: unit << 16 ^ indicator),
      UInt64(bitPattern: Int64(day.rawValue) << 32 ^ Int64(year)), UInt64(bitPattern: amount)
    )
    if file == 0 {
      if seen.noteLater(words, note: note, line: row.line) { lookUp() }
      return true
    }
    guard let first = seen.note(words, note: note, file: file, line: row.line) else { return true }
    if first.file == file {
      repeated[file].append(RepeatedRow(row: row.line, other: .line(first.line)))
      return true
    }
    let path = files[first.file].path
    switch same {
    case .refuse:
      faults.add(.sameRowOf(RowPlace(file: path, line: first.line)), at: row.place)
    case .skip: files[file].passed.append(PassedRow(row: row.line, reason: .same))
    case .keep:
      repeated[file].append(
        RepeatedRow(row: row.line, other: .row(file: path, line: first.line)))
    }
    return same == .keep
  }
}
