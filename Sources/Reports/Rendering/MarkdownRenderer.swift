/// Tables for web forums and documentation, in the pipe form of GitHub's Markdown.
public struct MarkdownRenderer: TableRenderer {
  public init() {}

  public func render(_ tables: [Table]) -> String {
    tables.map { blocks($0).joined(separator: "\n") }.joined(separator: "\n")
  }

  /// The paragraphs of a table, each with its line ends.
  private func blocks(_ table: Table) -> [String] {
    var blocks: [String] = []
    if let title = table.title { blocks.append("# " + escaped(title) + "\n") }
    blocks += table.subtitleLines.map { line in
      paragraph([line.leading, line.trailing].filter { !$0.isEmpty })
    }
    if !table.columns.isEmpty { blocks.append(grid(table)) }
    blocks += table.notes.map { paragraph([$0]) }
    if !table.footer.isEmpty { blocks.append(paragraph(table.footer)) }
    return blocks
  }

  private func paragraph(_ parts: [String]) -> String {
    parts.map(escaped).joined(separator: " \u{3000}") + "\n"
  }

  private func grid(_ table: Table) -> String {
    var result = line(table.columns.map { escaped($0.title) })
    result += line(table.columns.map { rule($0.alignment) })
    for row in table.rows {
      result += line(table.columns.indices.map { cell(row.cell($0), row.emphasis) })
    }
    return result
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private func cell(_ cell: Cell, _ emphasis: Row.Emphasis) -> String {
    let text = escaped(cell.printed)
    return emphasis == .plain ? text : strong(text)
  }

  private func rule(_ alignment: Alignment) -> String {
    switch alignment {
    case .leading: ":--"
    case .center: ":-:"
    case .trailing: "--:"
    }
  }

  /// `text` as words only: whatever would begin a cell, a tag, a link or emphasis is escaped.
  private func escaped(_ text: String) -> String {
    ControlCharacters.replacedKeepingLines(in: text).replacing { scalar in
      switch scalar {
      case "\n": "<br>"
      case "\t": " "
      case "\\", "|", "*", "`", "[", "]", "<": "\\" + String(scalar)
      default: nil
      }
    }
  }

  /// Emphasis does not open before a space.
  private func strong(_ text: String) -> String {
    let words = text.drop { $0 == " " }
    return words.isEmpty ? "" : "**" + words + "**"
  }
}
