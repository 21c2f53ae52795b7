import OfficeFiles
import Testing

struct CSVWriterTests {
  private func written(_ rows: [[String]], _ writer: CSVWriter = CSVWriter()) -> String {
    var writer = writer
    for row in rows { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhereNeeded() {
    #expect(
      written([
        ["a", "名 称", "x\"y"], ["-1", "=1+1", ""], ["a,b", "c\nd", "e\rf"], ["1;2", " x", "y\t"],
      ])
        == "a,名 称,\"x\"\"y\"\n-1,=1+1,\n\"a,b\",\"c\nd\",\"e\rf\"\n1;2,\" x\",\"y\t\"\n")
    #expect(written([["a"], [""], ["\u{3000}"]]) == "a\n\"\"\n\"\u{3000}\"\n")
  }

  @Test func theHeaderLeavesNoDoubtAboutTheDelimiter() {
    #expect(written([["a;b", "c\td"], ["1;2", "3\t4"]]) == "\"a;b\",\"c\td\"\n1;2,3\t4\n")
    #expect(written([["\u{FEFF}a"]]) == "\"\u{FEFF}a\"\n")
  }

  @Test func otherForms() {
    let excel = CSVWriter(delimiter: UInt8(ascii: ";"), lineEnd: .crlf, byteOrderMark: true)
    #expect(written([["a", "b"], ["1,2", "3;4"]], excel) == "\u{FEFF}a;b\r\n1,2;\"3;4\"\r\n")
  }

  @Test func takesPieceByPiece() {
    var writer = CSVWriter(byteOrderMark: true)
    writer.write(["a", "b;c"])
    #expect(writer.take() == Array("\u{FEFF}a,\"b;c\"\n".utf8))
    writer.write(["1", "b;c"])
    #expect(writer.take() == Array("1,b;c\n".utf8))
    #expect(writer.bytes == [])
  }

  /// Random tables come back as they were, in every form and encoding.
  @Test(arguments: 0..<300)
  func whatIsWrittenReadsBack(_ seed: UInt64) {
    var random = Random(state: seed)
    let rows = random.table()
    let delimiter = random.pick([UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")])
    let mark = random.pick([true, false])
    var writer = CSVWriter(
      delimiter: delimiter, lineEnd: random.pick([.lf, .crlf]), byteOrderMark: mark)
    for row in rows { writer.write(row) }
    let chunks = (0..<4).map { _ in Int.random(in: 1...100, using: &random) }
    let reading = read(writer.bytes, chunks: chunks)
    #expect([reading.header] + reading.cells == rows)
    #expect(reading.delimiter == delimiter)
    #expect(reading.faults == [])
    if !mark {
      #expect(
        read(gb18030(String(decoding: writer.bytes, as: UTF8.self)), chunks: chunks) == reading)
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  mutating func table() -> [[String]] {
    let columns = Int.random(in: 2...6, using: &self)
    // Enough Chinese in the header to tell GB18030 by.
    let header = (0..<columns).map { "指标单位数量\($0)" + cell() }
    let rows = (0..<Int.random(in: 0...12, using: &self)).map { _ in
      (0..<columns).map { _ in cell() }
    }
    return [header] + rows
  }

  private mutating func cell() -> String {
    let pieces = [
      "a", "1", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", " ", "\u{3000}", "镇", "洪林",
      "é", "😀", "\u{A0}", "\u{FEFF}", "-", "'", "=",
    ]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in pick(pieces) }.joined()
  }
}
