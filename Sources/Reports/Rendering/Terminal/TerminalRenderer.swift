public import TargetEngine

/// Tables as a terminal shows them: aligned by the width of Chinese characters, without boxes.
///
/// A table too wide for the terminal has its texts wrapped, then its optional columns left out;
/// where even that is not enough, each row becomes a block of lines. No figure is ever cut.
public struct TerminalRenderer: TableRenderer {
  public var width: Int
  public var color: Bool
  public var language: Language

  public init(width: Int = 80, color: Bool = false, language: Language = .zh) {
    self.width = max(20, width)
    self.color = color
    self.language = language
  }

  public func render(_ tables: [Table], to sink: ByteSink) throws {
    for (index, table) in tables.enumerated() {
      if index > 0 { try sink.write("\n") }
      let page = TerminalPage(table: table, width: width, paint: Paint(color: color))
      for line in page.lines(language) {
        try sink.write(line)
        try sink.write("\n")
      }
    }
  }
}
