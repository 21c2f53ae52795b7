public import TargetEngine

/// Tables as one document that needs nothing else: to be opened, mailed and printed on A4.
public struct HTMLRenderer: TableRenderer {
  public var language: Language

  public init(language: Language = .zh) { self.language = language }

  public func render(_ tables: [Table], to sink: ByteSink) throws {
    try sink.write(opening(tables))
    for (index, table) in tables.enumerated() {
      try HTMLTable(table: table, heading: index == 0 ? "h1" : "h2")
        .write(rows: table.eachRow, to: sink)
    }
    try sink.write(closing)
  }

  public func render(_ table: Table, rows: RowMaker, to sink: ByteSink) throws {
    try sink.write(opening([table]))
    try HTMLTable(table: table, heading: "h1").write(rows: rows, to: sink)
    try sink.write(closing)
  }

  private var closing: String { "</body>\n</html>\n" }

  private func opening(_ tables: [Table]) -> String {
    // A table of many columns is legible only across the page.
    let isWide = tables.contains { $0.columns.count > 8 }
    var page = "<!DOCTYPE html>\n<html lang=\"\(language == .zh ? "zh-CN" : "en")\">\n<head>\n"
    page += "<meta charset=\"utf-8\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    page += "<title>\(documentTitle(tables))</title>\n"
    return page + "<style>\n\(HTMLStyleSheet.text(landscape: isWide))</style>\n</head>\n<body>\n"
  }

  private func documentTitle(_ tables: [Table]) -> String {
    let title = tables.lazy.compactMap(\.title).first
    return (title ?? Text("台账", "Taizhang")(language)).htmlEscaped
  }
}

extension String {
  /// This text as HTML shows it literally, in an element or a quoted attribute.
  var htmlEscaped: String {
    ControlCharacters.replacedKeepingLines(in: self).replacing { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\n": "<br>"
      case "\t": " "
      default: nil
      }
    }
  }
}
