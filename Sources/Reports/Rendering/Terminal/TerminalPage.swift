internal import TargetEngine

/// One table with what stands above and below its rows.
struct TerminalPage {
  let table: Table
  let width: Int
  let paint: Paint

  func lines(_ language: Language) -> [String] {
    let prepared = PreparedTable(table)
    let layout = GridLayout(prepared, columns: table.columns, width: width)
    let frame = layout.map(frameWidth) ?? width
    var lines = heading(within: frame)
    if table.columns.isEmpty {
      // A report without a table has only words.
    } else if let layout {
      lines += GridPrinter(table: prepared, layout: layout, width: frame, paint: paint).lines()
    } else {
      lines += StackedPrinter(table: prepared, width: frame, paint: paint).lines()
    }
    let remarks = leftOut(layout, language) + table.notes.flatMap(wrapped) + footer()
    if !remarks.isEmpty, !lines.isEmpty { lines.append("") }
    return lines + remarks
  }

  /// The grid's width, or that of the lines above it if they are longer.
  private func frameWidth(_ layout: GridLayout) -> Int {
    let title = table.title?.asTerminalLine.displayWidth ?? 0
    let subtitles = table.subtitleLines.map { line in
      line.leading.displayWidth + line.trailing.displayWidth + GridLayout.gap
    }
    return min(width, max(layout.width, title, subtitles.max() ?? 0))
  }

  private func heading(within frame: Int) -> [String] {
    let title = table.title.map(wrapped) ?? []
    return title.map { line in
      var result = TerminalLine()
      result.skip(Alignment.center.spacesBefore(max(0, frame - line.displayWidth)))
      result.put(paint(line, .bold))
      return result.text
    } + table.subtitleLines.flatMap { subtitle($0, within: frame) }
  }

  /// Both parts on one line or, when they are too long for that, one below the other.
  private func subtitle(_ parts: Subtitle, within frame: Int) -> [String] {
    let leading = parts.leading.asTerminalLine
    let trailing = parts.trailing.asTerminalLine
    let used = leading.displayWidth + trailing.displayWidth
    if trailing.isEmpty || used + GridLayout.gap > frame {
      return [leading, trailing].filter { !$0.isEmpty }.flatMap { $0.wrapped(to: width) }
    }
    return [leading + String(repeating: " ", count: frame - used) + trailing]
  }

  private func leftOut(_ layout: GridLayout?, _ language: Language) -> [String] {
    guard let columns = layout?.leftOut, !columns.isEmpty else { return [] }
    let names = columns.map { table.columns[$0].title }
    let sentence = Text(
      "终端较窄，未显示的列：" + names.joined(separator: "、"),
      "Columns left out for lack of width: " + names.joined(separator: ", "))
    return wrapped(sentence(language))
  }

  /// The parts of the signature line, as many on a line as fit.
  private func footer() -> [String] {
    var lines: [String] = []
    for part in table.footer.map(\.asTerminalLine) where !part.isEmpty {
      let longer = (lines.last.map { $0 + "    " } ?? "") + part
      if lines.isEmpty || longer.displayWidth > width {
        lines += part.wrapped(to: width)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    return lines
  }

  private func wrapped(_ text: String) -> [String] {
    text.asTerminalLine.wrapped(to: width)
  }
}
