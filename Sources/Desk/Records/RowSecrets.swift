internal import OfficeFiles
internal import Registers

/// The secrets in the rows of a list of records, and the masks that stand for some.
extension RowReading {
  /// The fields of the secrets that a row has.
  func secrets(in row: borrowing TableRow) -> [Int] {
    var found: [Int] = []
    for index in secrets where !row.cell(index).isEmpty && !SecretForm.isMask(row.cell(index)) {
      if case .field(let field) = columns[index] { found.append(field) }
    }
    return found
  }

  /// How many secrets of a row are shown by their masks only, which say nothing that could be kept.
  func masked(in row: borrowing TableRow) -> Int {
    secrets.count { SecretForm.isMask(row.cell($0)) }
  }

  /// The identities that a row shows by their masks only.
  func masks(in row: borrowing TableRow) -> [(field: Int, mask: String)] {
    var found: [(field: Int, mask: String)] = []
    for index in secrets where SecretForm.isMask(row.cell(index)) {
      guard case .field(let field) = columns[index], shape.identityFields.contains(field) else {
        continue
      }
      found.append((field, String(decoding: row.cell(index), as: UTF8.self).trimmed))
    }
    return found
  }

  /// Whether a cell shows a secret by its mask only.
  func isMasked(_ cell: UnsafeBufferPointer<UInt8>, _ column: RecordTarget) -> Bool {
    guard !secrets.isEmpty, case .field(let field) = column, shape.fields[field].isSecret else {
      return false
    }
    return SecretForm.isMask(cell)
  }
}
