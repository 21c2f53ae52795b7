import OfficeFiles
import Testing

/// What is reported, and where reading goes on.
struct CSVReaderFaultTests {
  @Test(arguments: ["", "\n\n", ",,", " \t\r\n\u{3000}\n", "\u{FEFF}", ",,\n"])
  func nothingToRead(_ text: String) {
    #expect(read(text).faults == [fault(1, 1, .emptyFile)])
  }

  @Test func tooManyCells() {
    let reading = read("a,b\n1,2,3\n4\n5,6,\n\"7\n7\",8\n9,9,9,9")
    #expect(reading.cells == [["4"], ["5", "6"], ["7\n7", "8"]])
    #expect(
      reading.faults == [
        fault(2, 3, .wrongCellCount(expected: 2, found: 3)),
        fault(7, 3, .wrongCellCount(expected: 2, found: 4)),
      ])
  }

  @Test func nulBytes() {
    let reading = read("a,b\n1,\0\n2,3\n\"x\r\ny\0\",4\n\0")
    #expect(reading.cells == [["2", "3"]])
    #expect(
      reading.faults == [
        fault(2, 2, .nulByte), fault(5, 1, .nulByte), fault(6, 1, .nulByte),
      ])
  }

  @Test func nulInTheHeader() {
    #expect(read("a,b\0c\n1,2\n").faults == [fault(1, 2, .nulByte)])
  }

  @Test func quoteNeverClosed() {
    let reading = read("a,b\n1,2\n3,\"4\n5,6\n")
    #expect(reading.cells == [["1", "2"]])
    #expect(reading.faults == [fault(3, 2, .unclosedQuote)])
    #expect(read("a,\"b").faults == [fault(1, 2, .unclosedQuote)])
    #expect(read("a,\"").faults == [fault(1, 2, .unclosedQuote)])
    #expect(read("a,b\n\"x\ny\",\"").faults == [fault(3, 2, .unclosedQuote)])
  }

  @Test func textAfterAQuote() {
    let reading = read("a,b\n1,\"2\"x\n3,4\n\"5\" \"6\",7\n8,\"9\"\n")
    #expect(reading.cells == [["3", "4"], ["8", "9"]])
    #expect(
      reading.faults == [
        fault(2, 2, .textAfterQuote(closedOn: 2)), fault(4, 1, .textAfterQuote(closedOn: 4)),
      ])
  }

  /// The rows between a stray quote and the next one are good.
  @Test func aStrayQuoteCostsItsOwnLineOnly() {
    let reading = read("a,b\n1,\"2\n3,4\r\n5,\"6\"\n7,8\n")
    #expect(reading.cells == [["3", "4"], ["5", "6"], ["7", "8"]])
    #expect(reading.rows.map(\.line) == [3, 4, 5])
    #expect(reading.faults == [fault(2, 2, .textAfterQuote(closedOn: 4))])
  }

  @Test func linesUpToTheLimit() {
    for end in ["\n", "\r", "\r\n", ""] {
      #expect(read("a\n1234567890\(end)", lineLimit: 10).cells == [["1234567890"]])
      let longer = read("a\n1234567890x\(end)", lineLimit: 10)
      #expect(longer.cells == [])
      #expect(longer.faults == [fault(2, 1, .lineTooLong(limit: 10))])
    }
  }

  @Test func tooLongALineNamesItsCell() {
    let reading = read("a,b\n1,2\n3,456789012\n", lineLimit: 10)
    #expect(reading.faults == [fault(3, 2, .lineTooLong(limit: 10))])
    #expect(read("12345678901", lineLimit: 10).faults == [fault(1, 1, .lineTooLong(limit: 10))])
    #expect(
      read("   \n           \n", lineLimit: 10).faults == [fault(2, 1, .lineTooLong(limit: 10))])
  }

  @Test func aStrayQuoteThatSwallowsTooMuch() {
    let rows = "1,\"2\n" + String(repeating: "3,4\n", count: 20)
    let unclosed = [fault(2, 2, .unclosedQuote)]
    #expect(read("a,b\n" + rows, lineLimit: 30).faults == unclosed)
    #expect(read("a,b\n" + rows + "5,\"6\"\n", lineLimit: 30).faults == unclosed)
    let oneLine = read("a,b\n1,\"" + String(repeating: "x", count: 40) + "\"\n", lineLimit: 30)
    #expect(oneLine.faults == [fault(2, 2, .lineTooLong(limit: 30))])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x61], "UTF-16"),
      ([0xFF, 0xFE], "UTF-16"),
      ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0], "UTF-32"),
    ] as [([UInt8], String)])
  func otherUnicodeForms(_ bytes: [UInt8], _ name: String) {
    #expect(read(bytes).faults == [fault(1, 1, .unsupportedEncoding(name))])
  }

  @Test func onlyFaultsOfOneRecordAreRecoverable() {
    #expect(fault(1, 1, .wrongCellCount(expected: 1, found: 2)).isRecoverable)
    #expect(!fault(1, 1, .unclosedQuote).isRecoverable)
  }
}
