internal import TargetEngine

/// A plain list of things, each with the same fields: units, indicators, targets, settings.
public struct ObjectList: Sendable {
  public var title: String?
  public var columns: [Column]
  /// One JSON object and one row of cells for each thing.
  public var objects: [(json: JSONValue, cells: [Cell])]
  /// What is said below the list.
  public var notes: [String] = []

  /// A row of sums beneath the others, for people: machines add up themselves.
  public var total: [Cell]?

  public init(
    title: String? = nil, columns: [Column], objects: [(json: JSONValue, cells: [Cell])]
  ) {
    self.title = title
    self.columns = columns
    self.objects = objects
  }

  public var json: JSONValue { .array(objects.map(\.json)) }

  public var table: Table {
    Table(
      title: title, columns: columns,
      rows: objects.map { Row($0.cells) } + (total.map { [.total($0)] } ?? []), notes: notes)
  }
}
