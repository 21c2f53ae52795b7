import TargetEngine
import Testing

@Suite struct OneLineTests {
  @Test(
    "control characters become one blank between words, and go away at the ends",
    arguments: [
      ("East\r\nkind=township", "East kind=township"), ("\r\na\r\n", "a"), ("a \t b", "a b"),
      ("a\u{7F}b", "a b"), ("a\u{85}b", "a b"), ("a\u{2028}\u{2029}b", "a b"), ("\u{1B}[2J", "[2J"),
      ("\n", ""), ("", ""), ("甲\n乙", "甲 乙"), ("a\n\n\n b\t", "a b"), ("\0", ""),
    ])
  func folded(text: String, expected: String) {
    #expect(OneLine.folded(text) == expected)
    #expect(OneLine.folded(expected) == expected)
  }

  @Test(
    "marks that turn the direction of writing are found, at either end too",
    arguments: ["\u{061C}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"])
  func directions(mark: String) {
    for text in [mark, "a\(mark)", "\(mark)甲", "甲\(mark)乙"] {
      #expect(OneLine.turnsDirection(text))
    }
    for text in ["", "a", "سلام", "甲“乙”", "\u{200B}", "\u{061B}"] {
      #expect(!OneLine.turnsDirection(text))
    }
  }

  @Test(
    "any other text stays as it is",
    arguments: [
      " two  blanks ", "汉字　全角", "a\u{A0}b", "\u{202E}x", "\u{200B}", "é", "e\u{301}", "“”‘’",
      "\u{2027}x",
    ])
  func kept(text: String) {
    #expect(Array(OneLine.folded(text).utf8) == Array(text.utf8))
  }
}
