import Testing

@testable import Reports

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("台账", 4), ("A台1", 4), ("\u{FF0C}。", 4), ("—", 1), ("……", 2),
    ("e\u{301}", 1), ("か\u{3099}", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2),
    ("a\u{200B}b", 2), ("𠮷", 2), ("ｱ", 1), ("\u{1B}", 1), ("\t", 1),
  ])
  func width(of text: String, is expected: Int) {
    #expect(text.displayWidth == expected)
    #expect(DisplayWidth.of(Substring(text)) == expected)
  }

  @Test func padding() {
    #expect("台账".padded(to: 7) == "台账   ")
    #expect("台账".padded(to: 7, alignment: .trailing) == "   台账")
    #expect("台账".padded(to: 7, alignment: .center) == " 台账  ")
    #expect("台账".padded(to: 3) == "台账")
  }

  @Test func linesBreakAtSpacesAndBetweenChineseCharacters() {
    #expect("".wrapped(to: 4) == [""])
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("洪林村卫生室".wrapped(to: 5) == ["洪林", "村卫", "生室"])
    #expect("截至2021年".wrapped(to: 6) == ["截至", "2021年"])
    #expect("abcdefgh".wrapped(to: 3) == ["abc", "def", "gh"])
    #expect("  洪林镇卫生院".wrapped(to: 8) == ["  洪林镇", "卫生院"])
    #expect("一\n二".wrapped(to: 80) == ["一", "二"])
    #expect("台账".wrapped(to: 1) == ["台", "账"])
    #expect("       ".wrapped(to: 3) == [""])
  }

  @Test func marksStayWithTheirWords() {
    #expect("洪林镇。完成".wrapped(to: 6) == ["洪林", "镇。完", "成"])
    #expect("见《办法》".wrapped(to: 4) == ["见", "《办", "法》"])
    #expect("完成率\u{FF08}%\u{FF09}".wrapped(to: 6) == ["完成率", "\u{FF08}%\u{FF09}"])
  }

  @Test(arguments: 1...24)
  func noLineIsWider(than width: Int) {
    let text = "至6月30日,“双提升”已完成40家(占50.6%)🇨🇳 of seventy-nine;余下39家按月推进。e\u{301}"
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= max(2, width) })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
