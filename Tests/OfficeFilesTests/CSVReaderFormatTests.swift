import OfficeFiles
import Testing

/// What is read, without faults.
struct CSVReaderFormatTests {
  @Test func readsPlainRows() {
    let reading = read("date,unit,amount\n2021-06-28,341802,40\n2021-06-29,341803,-1\n")
    #expect(reading.header == ["date", "unit", "amount"])
    #expect(reading.cells == [["2021-06-28", "341802", "40"], ["2021-06-29", "341803", "-1"]])
    #expect(reading.rows.map(\.line) == [2, 3])
    #expect(reading.faults == [])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsEveryLineEnd(_ end: String) {
    let text = ["a,b", "1,\"x\(end)y\"", "", "2,z"].joined(separator: end)
    for last in ["", end] {
      let reading = read(text + last)
      #expect(reading.cells == [["1", "x\(end)y"], ["2", "z"]])
      #expect(reading.rows.map(\.line) == [2, 5])
    }
  }

  @Test func readsMixedLineEnds() {
    let reading = read("a,b\r1,2\n3,4\r\n5,6\r\r7,8\n\r9,0")
    #expect(reading.cells == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"], ["9", "0"]])
    #expect(reading.rows.map(\.line) == [2, 3, 4, 6, 8])
  }

  @Test func undoesQuotes() {
    let reading = read(
      #"""
      a,"b ""x""",c
      "","""","a""b"
      "x,y",  "z"  ," padded "
      1"2,3""4,"5"
      """#)
    #expect(reading.header == ["a", "b \"x\"", "c"])
    #expect(
      reading.cells == [
        ["", "\"", "a\"b"], ["x,y", "z", " padded "], ["1\"2", "3\"\"4", "5"],
      ])
    #expect(reading.faults == [])
  }

  @Test func trimsBlanksAroundUnquotedCells() {
    let reading = read(" a \t,\u{3000}名 称\u{3000} ,\u{A0}c\n \t , \u{3000} ,\"\u{3000}\"\n")
    #expect(reading.header == ["a", "名 称", "c"])
    #expect(reading.cells == [["", "", "\u{3000}"]])
  }

  @Test func passesOverBlankLines() {
    let reading = read("\n \r\n\t\n,,\n\na,b\n\n  \t \n\u{3000}\n1,2\n\n\n")
    #expect(reading.header == ["a", "b"])
    #expect(reading.rows == [.init(line: 10, cells: ["1", "2"])])
  }

  @Test func aQuotedEmptyCellIsARow() {
    let reading = read("a\n\"\"\n\nb\n")
    #expect(reading.rows == [.init(line: 2, cells: [""]), .init(line: 4, cells: ["b"])])
  }

  @Test(arguments: [("a,b;c,d", ","), ("a;b;c,d", ";"), ("a\tb,c\td", "\t"), ("alone", ",")])
  func takesTheDelimiterFromTheHeader(_ header: String, _ delimiter: Character) {
    #expect(read(header + "\n1\n").delimiter == delimiter.asciiValue)
  }

  @Test func delimitersInQuotesDoNotCount() {
    let reading = read("\"a;;;\n,,,\"\"\";b;\"c,,\"\n1;2;3\n")
    #expect(reading.header == ["a;;;\n,,,\"", "b", "c,,"])
    #expect(reading.rows == [.init(line: 3, cells: ["1", "2", "3"])])
  }

  @Test func emptyCellsOfPastedTablesStay() {
    let reading = read("a\tb\tc\n\t\t\n1\t\t3\n\t2\t\n")
    #expect(reading.cells == [["", "", ""], ["1", "", "3"], ["", "2", ""]])
  }

  @Test func aGivenDelimiterWins() {
    #expect(read("a,b;c\n", delimiter: UInt8(ascii: ";")).header == ["a,b", "c"])
  }

  @Test func missingCellsAreEmpty() throws {
    var reader = try CSVReader(TextFileSource(bytes: Array("a,b,c\n1,2\n".utf8)))
    var isRecord = try reader.next()
    #expect(isRecord)
    let (count, cell, text) = (reader.row.count, Array(reader.row.cell(1)), reader.row.string(2))
    #expect(count == 2)
    #expect(cell == Array("2".utf8))
    #expect(text == "")
    for _ in 0..<2 {
      isRecord = try reader.next()
      #expect(!isRecord)
    }
    let none = (reader.row.count, reader.row.string(0))
    #expect(none == (0, ""))
  }

  @Test func tellsRowsOfBareDelimiters() throws {
    var reader = try CSVReader(TextFileSource(bytes: Array("a,b\n, \n,1\n".utf8)))
    var found: [Bool] = []
    while try reader.next() { found.append(reader.row.isEmpty) }
    #expect(found == [true, false])
  }

  @Test func aByteOrderMarkIsNoText() {
    let reading = read("\u{FEFF}\"编,码\",名称\n1,洪林镇\n")
    #expect(reading.header == ["编,码", "名称"])
    #expect(reading.cells == [["1", "洪林镇"]])
  }

  @Test func growsForManyCells() {
    let names = (0..<1000).map { "c\($0)" }
    let text = names.joined(separator: ",") + "\n" + names.joined(separator: ",")
    let reading = read(Array(text.utf8), chunks: [64, 1000])
    #expect(reading.header == names)
    #expect(reading.cells == [names])
  }
}
