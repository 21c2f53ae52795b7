import OfficeFiles
import Testing

/// Inputs at the edges of the scanner, with all that must come of them.
struct CSVCorpusTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var header: [String]
    var rows: [[String]] = []
    var lines: [Int] = []
    var faults: [CSVFault] = []

    init(
      _ name: String, _ bytes: [UInt8], header: [String], rows: [[String]] = [],
      lines: [Int] = [], faults: [CSVFault] = []
    ) {
      testDescription = name
      self.bytes = bytes
      self.header = header
      self.rows = rows
      self.lines = lines
      self.faults = faults
    }

    init(
      _ text: String, header: [String], rows: [[String]] = [], lines: [Int] = [],
      faults: [CSVFault] = []
    ) {
      self.init(text, Array(text.utf8), header: header, rows: rows, lines: lines, faults: faults)
    }
  }

  static let cases = [
    Case("a", header: ["a"]),
    Case("\"\"", header: [""]),
    Case("\"\"\"\"\n\"\"\"\"\"\"", header: ["\""], rows: [["\"\""]], lines: [2]),
    Case("a\r\r\nb\r", header: ["a"], rows: [["b"]], lines: [3]),
    Case("\"\r\n\r\",b\r\n1\r\n", header: ["\r\n\r", "b"], rows: [["1"]], lines: [4]),
    Case("\"\r", header: [], faults: [fault(1, 1, .unclosedQuote)]),
    Case("a,\"b\"\r\"c\"\r", header: ["a", "b"], rows: [["c"]], lines: [2]),
    Case("a,b\n\"1\" \t,\t\"2\"\t \n", header: ["a", "b"], rows: [["1", "2"]], lines: [2]),
    Case("a\tb\n\"1\"\t \"2\" \n", header: ["a", "b"], rows: [["1", "2"]], lines: [2]),
    Case("\t,a;b\n", header: ["", "a;b"]),
    Case(
      "a,b\n\"\"\",\"\"\n", header: ["a", "b"], faults: [fault(2, 1, .unclosedQuote)]),
    Case(
      "a,b\n\"\"\"\"\"x,1\n\"2\"\n", header: ["a", "b"], rows: [["2"]], lines: [3],
      faults: [fault(2, 1, .textAfterQuote(closedOn: 3))]),
    Case(
      "a,b\n\"\0\n\"x\n1\n", header: ["a", "b"],
      faults: [
        fault(2, 1, .textAfterQuote(closedOn: 3)), fault(3, 1, .unclosedQuote),
      ]),
    Case(
      "a,b\n\u{1},\u{1F}\u{7F}\n", header: ["a", "b"], rows: [["\u{1}", "\u{1F}\u{7F}"]], lines: [2]
    ),
    Case("\u{3000}\n\u{A0}a\u{A0}\u{3000} ,b", header: ["a", "b"]),
    Case("a,b\n\u{3000}\"1\"\n", header: ["a", "b"], rows: [["\"1\""]], lines: [2]),
    Case(
      "mark within", Array("a\n".utf8) + [0xEF, 0xBB, 0xBF], header: ["a"], rows: [["\u{FEFF}"]],
      lines: [2]),
    // Nothing tells these two bytes from a character of GB18030.
    Case("half a mark", [0xEF, 0xBB], header: ["锘"]),
    Case(
      "mark of GB18030 alone", [0x84, 0x31, 0x95, 0x33], header: [],
      faults: [fault(1, 1, .emptyFile)]),
    Case("one character of GB18030", [0xBA, 0xE9, 0x2C, 0xC1, 0xD6], header: ["洪", "林"]),
    Case(
      "half a character of GB18030",
      [0xBA, 0xE9, 0xC1, 0xD6, 0xD5, 0xF2, 0xBA, 0xE9, 0xC1, 0xD6, 0x0A, 0x81],
      header: ["洪林镇洪林"], faults: [fault(2, 1, .invalidText)]),
    Case(
      "both bytes beyond any encoding", [0x61, 0x0A, 0xFF, 0xFF, 0x0A, 0x62], header: ["a"],
      rows: [["b"]], lines: [3], faults: [fault(2, 1, .invalidText)]),
  ]

  @Test(arguments: cases)
  func reads(_ expected: Case) {
    let reading = read(expected.bytes, chunks: 1...64)
    #expect(reading.header == expected.header)
    #expect(reading.cells == expected.rows)
    #expect(reading.rows.map(\.line) == expected.lines)
    #expect(reading.faults == expected.faults)
  }
}
