internal import TargetEngine

/// One table of a document, with its heading, notes and signature line.
struct HTMLTable {
  let table: Table
  /// The element of the title: `h1` for the first table of a document.
  let heading: String

  func write(rows: RowMaker, to sink: ByteSink) throws {
    try sink.write("<section>\n" + above)
    if !table.columns.isEmpty {
      let headings = table.columns.map { column in
        "<th scope=\"col\">\(column.title.htmlEscaped)</th>\n"
      }
      try sink.write("<table>\n<thead>\n<tr>\n\(headings.joined())</tr>\n</thead>\n<tbody>\n")
      try rows { try sink.write(line($0)) }
      try sink.write("</tbody>\n</table>\n")
    }
    try sink.write(below + "</section>\n")
  }

  private var above: String {
    var result = ""
    if let title = table.title {
      result += "<\(heading)>\(title.htmlEscaped)</\(heading)>\n"
    }
    for line in table.subtitleLines {
      result += "<p class=\"subtitle\"><span>\(line.leading.htmlEscaped)</span>"
      result += "<span>\(line.trailing.htmlEscaped)</span></p>\n"
    }
    return result
  }

  private var below: String {
    var result = ""
    for note in table.notes { result += "<p class=\"note\">\(note.htmlEscaped)</p>\n" }
    if !table.footer.isEmpty {
      let parts = table.footer.map { "<span>\($0.htmlEscaped)</span>" }.joined()
      result += "<p class=\"footer\">\(parts)</p>\n"
    }
    return result
  }

  private func line(_ row: Row) -> String {
    if row.emphasis == .section {
      let text = row.cell(0).printed.htmlEscaped
      return "<tr class=\"section\"><th colspan=\"\(table.columns.count)\">\(text)</th></tr>\n"
    }
    let cells = table.columns.enumerated().map { cell(row.cell($0.offset), $0.element) }
    let opening = row.emphasis == .total ? "<tr class=\"total\">\n" : "<tr>\n"
    return opening + cells.joined() + "</tr>\n"
  }

  private func cell(_ cell: Cell, _ column: Column) -> String {
    let classes = Self.classes(cell, column)
    let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<td\(attribute)>\(cell.printed.htmlEscaped)</td>\n"
  }

  private static func classes(_ cell: Cell, _ column: Column) -> [String] {
    var classes: [String] = []
    switch column.alignment {
    case .leading: break
    case .center: classes.append("center")
    case .trailing: classes.append("trailing")
    }
    if column.content != .text { classes.append("whole") }
    if cell.light != .none { classes.append("\(cell.light)") }
    return classes
  }
}
