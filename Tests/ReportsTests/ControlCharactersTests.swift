import Testing

@testable import Reports

@Suite struct ControlCharactersTests {
  @Test func lineEndsAndTabsBecomeSpaces() {
    #expect(ControlCharacters.replaced(in: "a\r\nb\nc\td\u{2028}e\u{B}f") == "a b c d e f")
  }

  @Test func othersBecomeVisible() {
    #expect(ControlCharacters.replaced(in: "\u{1B}[31m\0\u{7F}") == "␛[31m␀␡")
    #expect(
      ControlCharacters.replaced(in: "\u{9B}2J\u{202E}x\u{061C}") == "\u{FFFD}2J\u{FFFD}x\u{FFFD}")
    #expect(ControlCharacters.replaced(in: "\u{FEFF}编码") == "编码")
  }

  @Test func ordinaryTextsStay() {
    let text = "洪林镇 e\u{301} 👨‍👩‍👧 — \u{3000}x"
    #expect(ControlCharacters.replaced(in: text) == text)
  }
}
