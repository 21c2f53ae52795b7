internal import OfficeFiles
internal import TargetEngine

/// The header of a table, read: which column each cell of a row belongs to.
struct Header<Column: Hashable & Sendable>: Sendable {
  /// Nil for a cell without a title, which holds nothing that could be meant.
  let columns: [Column?]

  /// Reads a header, or lists all that is wrong with it.
  ///
  /// - Parameters:
  ///   - column: the column with a title; throws what to say of a title that none has.
  ///   - lacking: what to say of a header that has these columns only; nil when they suffice.
  init(
    of table: any TableSource, column: (String) throws(ImportFault.Kind) -> Column,
    lacking: (Header) -> ImportFault.Kind?
  ) throws(ImportFaults) {
    var faults = ImportFaults()
    var columns: [Column?] = []
    for (index, title) in table.header.map(\.trimmed).enumerated() {
      let place = table.place(row: 1, column: index + 1)
      var found: Column?
      if !title.isEmpty {
        do throws(ImportFault.Kind) {
          found = try column(title)
        } catch {
          faults.add(error, at: place)
        }
      }
      if let found, columns.contains(found) { faults.add(.repeatedColumn(title), at: place) }
      columns.append(found)
    }
    self.columns = columns
    if let kind = lacking(self) { faults.add(kind, at: table.place(row: 1, column: 1)) }
    if !faults.isEmpty { throw faults }
  }

  /// The cell of a column; nil when the table does not have it.
  func place(_ column: Column) -> Int? { columns.firstIndex(of: column) }
}
