internal import TargetEngine

/// Prints header and rows side by side.
struct GridPrinter {
  let table: PreparedTable
  let layout: GridLayout
  /// The length of the rules, at least the grid's own width.
  let width: Int
  let paint: Paint

  func lines() -> [String] {
    var lines = header() + [rule]
    var previous: Row.Emphasis?
    for row in table.rows {
      if needsRule(between: previous, and: row.emphasis) { lines.append(rule) }
      lines += row.emphasis == .section ? section(row) : body(row)
      previous = row.emphasis
    }
    return lines
  }

  private var rule: String { paint(String(repeating: "─", count: width), .dim) }

  /// A total is set off from what it sums, whether it comes last or first.
  private func needsRule(between previous: Row.Emphasis?, and next: Row.Emphasis) -> Bool {
    switch (previous, next) {
    case (.plain?, .total), (.section?, .total), (.total?, .plain): true
    default: false
    }
  }

  /// The headings, standing on the rule where some take more lines than others.
  private func header() -> [String] {
    let cells = layout.placed.map { table.titles[$0.column].lines($0.width) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var result = TerminalLine()
      for (place, lines) in zip(layout.placed, cells) {
        let index = line - (height - lines.count)
        put(index < 0 ? "" : lines[index], at: place, .bold, .none, into: &result)
      }
      return result.text
    }
  }

  private func body(_ row: PreparedRow) -> [String] {
    let cells = layout.placed.map { row.cells[$0.column].lines($0.width) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var result = TerminalLine()
      for (place, lines) in zip(layout.placed, cells) {
        let text = line < lines.count ? lines[line] : ""
        put(text, at: place, row.style, row.cells[place.column].light, into: &result)
      }
      return result.text
    }
  }

  private func section(_ row: PreparedRow) -> [String] {
    (row.cells.first?.text ?? "").wrapped(to: width).map { paint($0, row.style) }
  }

  private func put(
    _ text: String, at place: GridLayout.Placed, _ style: Style, _ light: Light,
    into line: inout TerminalLine
  ) {
    let free = max(0, place.width - text.displayWidth)
    let before = place.alignment.spacesBefore(free)
    line.skip(before)
    line.put(paint(text, style, light))
    line.skip(free - before + GridLayout.gap)
  }
}
