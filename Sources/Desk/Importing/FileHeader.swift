internal import OfficeFiles
internal import TargetEngine

/// Where the columns of a file of the core stand, by their numbers: looked up for every cell. A class, since
/// each row asks for all of them.
final class FileHeader<Column: FileColumn>: Sendable {
  /// `absent` for a column that the file lacks.
  private let places: [Int]
  private static var absent: Int { .max }

  /// The columns that nothing is known of.
  let unknown: [LeftColumn]

  /// The units in brackets behind titles, by cell.
  private let measures: [Int: String]

  /// - Throws: `ImportFaults` with all that is wrong with the header.
  convenience init(of table: any TableSource) throws(ImportFaults) {
    try self.init(table.header, at: table.headerPlace)
  }

  init(_ titles: [String], at place: TablePlace) throws(ImportFaults) {
    if let fault = FileHeader.history(in: titles, at: place) { throw ImportFaults(fault) }
    let all = Array(Column.allCases)
    let header = try Header<Column>(
      titles, at: place, words: all.flatMap { [$0.title.name, $0.title.zh] }
    ) { title in
      all.first { $0.title.isNamed(title) }
    } lacking: { header in
      let missing = all.filter { $0.title.isRequired && header.place($0) == nil }
      if missing.isEmpty { return nil }
      return .missingColumns(
        missing.map { Text($0.title.zh, "\($0.title.name) (\($0.title.zh))") }, of: Column.fileKind)
    }
    places = all.map { header.place($0) ?? FileHeader.absent }
    (unknown, measures) = (header.unknown, header.measures)
  }

  /// Another unit than a measure in which an amount counts by its title or by the row's own column, with the
  /// column that says so; nil for none.
  func differingMeasure(
    of column: Column, in row: borrowing TableRow, than measure: @autoclosure () -> String
  ) -> (unit: String, column: Column)? {
    // Most files say none.
    if !measures.isEmpty, let unit = self[column].flatMap({ measures[$0] }),
      !Amount.isMeasure(unit, of: measure())
    {
      return (unit, column)
    }
    guard let own = Column.ofMeasure, !cell(own, row).isEmpty else { return nil }
    let unit = text(own, row)
    return Amount.isMeasure(unit, of: measure()) ? nil : (unit, own)
  }

  /// The cell of a column; nil when the file does not have it.
  subscript(column: Column) -> Int? {
    let place = places[column.rawValue]
    return place == FileHeader.absent ? nil : place
  }

  /// The cells that say of which places their rows are sums.
  var sums: [Int] { [Column.ofSums.flatMap { self[$0] }].compactMap(\.self) }

  /// Whether a row has all that every row needs.
  func isWhole(_ row: borrowing TableRow) -> Bool {
    for place in sums where row.summed(place) != nil { return false }
    for column in Column.allCases where column.title.isRequired && cell(column, row).isEmpty {
      return false
    }
    return true
  }

  /// The bytes of a column's cell; none when the file does not have it.
  func cell(_ column: Column, _ row: borrowing TableRow) -> UnsafeBufferPointer<UInt8> {
    row.cell(places[column.rawValue])
  }

  func text(_ column: Column, _ row: borrowing TableRow) -> String {
    row.string(places[column.rawValue])
  }

  /// Whether a column's cell had a line break within, which is read as a blank.
  func hasLineBreak(_ column: Column, _ row: borrowing TableRow) -> Bool {
    self[column].map { row.hasLineBreak(in: $0) } ?? false
  }

  /// The place of a column's cell.
  func place(_ column: Column, _ row: borrowing TableRow) -> TablePlace {
    row.place.cell(self[column])
  }

  /// A column that only the history of a target has.
  private static func history(in titles: [String], at place: TablePlace) -> ImportFault? {
    guard Column.fileKind == .targets,
      let index = titles.firstIndex(where: { ["已撤销", "withdrawn"].contains($0.lowercased()) })
    else { return nil }
    return ImportFault(place: place.cell(index), kind: .isHistory(titles[index]))
  }
}
