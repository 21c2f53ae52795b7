/// Where a row of an import stands.
public struct RowPlace: Sendable, Hashable {
  /// The name of its file; nil for the file of the row from which it is seen.
  public var file: String?
  /// From 1; nil where a file was read as a whole.
  public var line: Int?

  /// The place as another row names it: its own file needs no name.
  func seen(from other: RowPlace?) -> RowPlace {
    RowPlace(file: file == other?.file ? nil : file, line: line)
  }
}
