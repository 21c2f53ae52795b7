internal import TargetEngine

/// Prints each row as a block of lines, heading and value: for terminals on which the figures of
/// a row do not fit side by side.
struct StackedPrinter {
  let table: PreparedTable
  let width: Int
  let paint: Paint

  func lines() -> [String] {
    let headings = headingWidth
    var lines = [rule]
    for row in table.rows {
      if row.emphasis == .section {
        lines += (row.cells.first?.text ?? "").wrapped(to: width).map { paint($0, row.style) }
      } else {
        for (title, cell) in zip(table.titles, row.cells) where !cell.text.isEmpty {
          lines += entry(title, cell, row.style, headings)
        }
      }
      lines.append(rule)
    }
    return lines
  }

  private var rule: String { paint(String(repeating: "─", count: width), .dim) }

  /// Wide enough for the headings, unless a figure needs the room.
  private var headingWidth: Int {
    let figures = table.rows.flatMap(\.cells).filter(\.isWhole).map(\.width).max() ?? 0
    let headings = table.titles.map(\.width).max() ?? 0
    return min(headings, max(4, min(width / 2, width - GridLayout.gap - figures)))
  }

  private func entry(
    _ title: PreparedCell, _ cell: PreparedCell, _ style: Style, _ headingWidth: Int
  ) -> [String] {
    let headings = title.lines(headingWidth)
    let values = cell.lines(width - headingWidth - GridLayout.gap)
    return (0..<max(headings.count, values.count)).map { index in
      var line = TerminalLine()
      let heading = index < headings.count ? headings[index] : ""
      line.put(paint(heading, .dim))
      line.skip(headingWidth - heading.displayWidth + GridLayout.gap)
      line.put(paint(index < values.count ? values[index] : "", style, cell.light))
      return line.text
    }
  }
}
