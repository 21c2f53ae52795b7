/// A cell of a file, as a fault names it.
public struct TablePlace: Sendable, Equatable {
  /// The file as a person named it; `-` is standard input.
  public var file: String
  /// The sheet; nil where a file has one table only.
  public var sheet: String?
  /// The row, from 1: the line of a text file.
  public var line: Int
  /// The cell of its row from 1, as a spreadsheet counts columns.
  public var column: Int

  public init(file: String, sheet: String? = nil, line: Int, column: Int) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  /// Another cell of the same row.
  ///
  /// - Parameter index: from 0; nil for a column that the file lacks: the first cell stands for the row.
  public func cell(_ index: Int?) -> TablePlace {
    var place = self
    place.column = (index ?? 0) + 1
    return place
  }
}
