/// Which columns stand side by side on a terminal, and how wide each is.
struct GridLayout {
  struct Placed {
    /// The column's index in the table.
    let column: Int
    let alignment: Alignment
    let width: Int
  }

  static let gap = 2

  let placed: [Placed]
  /// The columns that had to be left out, in the table's order.
  let leftOut: [Int]

  var width: Int { placed.reduce(-Self.gap) { $0 + $1.width + Self.gap } }

  /// Nil when not even the columns that are always shown fit without cutting a figure.
  init?(_ table: PreparedTable, columns: [Column], width: Int) {
    let extents = columns.indices.map { ColumnExtent(table, columns, $0) }
    var shown = Array(columns.indices)
    while true {
      if let widths = Self.widths(shown.map { extents[$0] }, within: width) {
        placed = zip(shown, widths).map { index, width in
          Placed(column: index, alignment: columns[index].alignment, width: width)
        }
        leftOut = columns.indices.filter { !shown.contains($0) }
        return
      }
      guard let least = Self.leastImportant(of: shown, columns) else { return nil }
      shown.remove(at: least)
    }
  }

  /// The place of the column that leaves first; of equals, the last.
  private static func leastImportant(of shown: [Int], _ columns: [Column]) -> Int? {
    let optional = shown.indices.reversed().filter { columns[shown[$0]].priority != nil }
    return optional.min {
      columns[shown[$0]].priority ?? 0 < columns[shown[$1]].priority ?? 0
    }
  }

  /// Narrows the widest columns first, down to one common width, none below its least.
  private static func widths(_ extents: [ColumnExtent], within width: Int) -> [Int]? {
    let available = width - gap * (extents.count - 1)
    guard extents.reduce(0, { $0 + $1.least }) <= available else { return nil }
    var cap = available
    var widths = extents.map { $0.width(cap: cap) }
    while widths.reduce(0, +) > available {
      cap -= 1
      widths = extents.map { $0.width(cap: cap) }
    }
    var spare = available - widths.reduce(0, +)
    for index in widths.indices where spare > 0 && widths[index] < extents[index].natural {
      widths[index] += 1
      spare -= 1
    }
    return widths
  }
}

/// Between which widths a column can be printed.
private struct ColumnExtent {
  /// Wide enough for everything on one line.
  var natural: Int
  /// Wide enough for every figure, and for words in lines of tolerable length.
  var least: Int

  /// Headings over figures may become this narrow: two Chinese characters.
  private static let narrowestHeading = 4

  init(_ table: PreparedTable, _ columns: [Column], _ index: Int) {
    natural = table.titles[index].width
    var figures = 0
    for row in table.rows where row.emphasis != .section {
      let cell = row.cells[index]
      natural = max(natural, cell.width)
      if cell.isWhole { figures = max(figures, cell.width) }
    }
    let column = columns[index]
    let words = column.content == .text ? max(2, column.minimumWidth) : Self.narrowestHeading
    least = max(figures, min(natural, words))
  }

  func width(cap: Int) -> Int { max(least, min(natural, cap)) }
}
