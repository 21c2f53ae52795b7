import Testing

@testable import Forms

/// Source: `forms.md`, "Files".
@Suite struct LineInSpreadsheetTests {
  private func number(_ text: String) throws -> LineNumber { try #require(LineNumber(text)) }

  @Test(
    "brackets keep what a spreadsheet would make another of",
    arguments: [
      ("1", "1"), ("1.1", "1.1"), ("合计", "合计"), ("0.5", "0.5"), ("1.10", "[1.10]"),
      ("01", "[01]"), ("1.0", "[1.0]"), ("1-2", "[1-2]"), ("1.2.3", "[1.2.3]"),
      ("1234567890", "[1234567890]"),
    ])
  func written(text: String, inSpreadsheet: String) throws {
    let number = try number(text)
    #expect(number.inSpreadsheet == inSpreadsheet)
    #expect(LineNumber(inSpreadsheet: inSpreadsheet) == number)
    #expect(LineNumber(inSpreadsheet: " ［\(text)］ ") == number)
  }

  @Test(
    "brackets around nothing, or half of them, are no number", arguments: ["[]", "[1", "1]", ""])
  func none(text: String) { #expect(LineNumber(inSpreadsheet: text) == nil) }

  @Test("a number may mean another line only where a spreadsheet makes it of that")
  func alike() throws {
    let lines = try ["1", "1.1", "1.10", "1.2", "2.30", "合计", "1.100"].map(number)
    let alike = AlikeLines(lines)
    #expect(alike.meant(by: try number("1.1")) == (try ["1.1", "1.10", "1.100"].map(number)))
    #expect(alike.meant(by: try number("2.3")) == [try number("2.30")])
    for text in ["1", "1.2", "1.10", "合计", "7"] {
      #expect(alike.meant(by: try number(text)).isEmpty, "\(text)")
    }
  }
}
