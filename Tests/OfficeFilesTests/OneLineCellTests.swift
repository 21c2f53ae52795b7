import OfficeFiles
import Testing

@Suite struct OneLineCellTests {
  private func cells(_ text: String) throws -> [[String]] {
    var reader = try CSVReader(TextFileSource(bytes: Array(text.utf8)))
    var rows = [reader.header]
    while try reader.next() { rows.append((0..<reader.row.count).map { reader.row.string($0) }) }
    return rows
  }

  @Test("a cell is put on one line, and rows keep their places")
  func folded() throws {
    let text = "\"指标\n名称\",b\r\n\"East\r\nkind=\"\"x\"\"\r\",\"1\t\"\r\nc\tc,d\n"
    #expect(
      try cells(text) == [["指标 名称", "b"], ["East kind=\"x\"", "1"], ["c c", "d"]])
  }

  @Test(
    "every control character is found, whatever stands beside it",
    arguments: ["\u{1}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}", "\u{2028}", "\u{2029}"])
  func everyControl(control: String) throws {
    for padding in 0..<9 {
      let left = String(repeating: "x", count: padding)
      #expect(try cells("a,b\n\(left)y\(control)z,1\n") == [["a", "b"], ["\(left)y z", "1"]])
      #expect(try cells("a,b\n甲\(left)\(control)乙,1\n") == [["a", "b"], ["甲\(left) 乙", "1"]])
    }
  }

  @Test("a quoted cell between tabs may have a tab")
  func tabs() throws {
    #expect(try cells("a\tb\n\"x\ty\"\t2\n") == [["a", "b"], ["x y", "2"]])
  }
}
