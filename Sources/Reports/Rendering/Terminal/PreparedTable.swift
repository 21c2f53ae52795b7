internal import TargetEngine

/// The texts of a table as a terminal gets them, each measured once.
struct PreparedTable {
  let titles: [PreparedCell]
  let rows: [PreparedRow]

  init(_ table: Table) {
    titles = table.columns.map { PreparedCell($0.title) }
    rows = table.rows.map { row in
      PreparedRow(
        cells: table.columns.enumerated().map { index, column in
          PreparedCell(row.cell(index), in: column)
        },
        emphasis: row.emphasis)
    }
  }
}

struct PreparedRow {
  let cells: [PreparedCell]
  let emphasis: Row.Emphasis

  var style: Style { emphasis == .plain ? .plain : .bold }
}

struct PreparedCell {
  let text: String
  let width: Int
  /// Whether the text is printed in one piece or not at all.
  let isWhole: Bool
  let light: Light

  init(_ text: String) {
    self.text = text.asTerminalLine
    width = self.text.displayWidth
    isWhole = false
    light = .none
  }

  init(_ cell: Cell, in column: Column) {
    text = cell.printed.asTerminalLine
    width = text.displayWidth
    isWhole = cell.isFigure || column.content == .fixed
    light = cell.light
  }

  func lines(_ available: Int) -> [String] {
    width <= available || isWhole ? [text] : text.wrapped(to: available)
  }
}
