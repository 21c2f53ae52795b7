internal import OfficeFiles
internal import TargetEngine

/// The header of a table, read: which column each cell of a row belongs to.
struct Header<Column: Hashable & Sendable>: Sendable {
  /// Nil for a cell whose column is left out, and for one without a title, under which nothing may stand.
  let columns: [Column?]
  /// The columns that nothing is known of, and that are left out.
  let unknown: [LeftColumn]
  /// The units in brackets behind titles, by cell: in which numbers below count.
  let measures: [Int: String]

  /// Reads a header, or lists all that is wrong with it.
  ///
  /// - Parameters:
  ///   - titles: its cells.
  ///   - place: of its first cell.
  ///   - words: what columns are called, of which one may have been meant.
  ///   - column: the column with a title; nil where none has it.
  ///   - lacking: what to say of a header that has these columns only; nil when they suffice.
  init(
    _ titles: [String], at place: TablePlace, words: @autoclosure () -> [String],
    column: (String) -> Column?, lacking: (Header) -> ImportFault.Kind?
  ) throws(ImportFaults) {
    var faults = ImportFaults()
    var columns: [Column?] = []
    var unknown: [LeftColumn] = []
    var measures: [Int: String] = [:]
    for (index, text) in titles.enumerated() {
      let title = HeaderTitle(text)
      let found = title.find(column)
      if let found, columns.contains(found) {
        faults.add(.repeatedColumn(title.text), at: place.cell(index))
      }
      if found != nil, let unit = title.scale {
        faults.add(.scaledColumn(title.text, unit), at: place.cell(index))
      }
      if found == nil, !title.saysNothing {
        let near = Suggestions.nearest(to: title.plain, in: words())
        unknown.append(LeftColumn(column: index + 1, title: title.text, suggestions: near))
      }
      columns.append(found)
      measures[index] = title.measure
    }
    (self.columns, self.unknown, self.measures) = (columns, unknown, measures)
    if let kind = lacking(self) { faults.add(kind, at: place) }
    if !faults.isEmpty { throw faults }
  }

  /// The cell of a column; nil when the table does not have it.
  func place(_ column: Column) -> Int? { columns.firstIndex(of: column) }
}
