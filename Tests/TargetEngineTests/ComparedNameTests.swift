import TargetEngine
import Testing

/// "Names are compared with · • ・ ． made one middle dot, then NFKC, without blanks between Han
/// characters and without invisible characters, case kept."
@Suite struct ComparedNameTests {
  @Test(
    "names that are the same",
    arguments: [
      ("张 三", "张三"), ("张　三", "张三"), ("张\u{2003} 三", "张三"), (" 张三\t", "张三"),
      ("阿依古丽•买买提", "阿依古丽·买买提"), ("阿依古丽・买买提", "阿依古丽·买买提"),
      ("阿依古丽．买买提", "阿依古丽·买买提"), ("阿依古丽･买买提", "阿依古丽·买买提"),
      ("\u{FEFF}张三", "张三"), ("张\u{200B}三", "张三"), ("张 \u{200D} 三", "张三"),
      ("葛\u{E0100}飾", "葛飾"), ("张\u{FE0F}三", "张三"), ("ＡＢ１２", "AB12"),
      ("e\u{301}", "é"), ("e\u{200C}\u{301}", "é"), ("ｶﾞ", "ガ"), ("ㄱ", "ᄀ"), ("한", "한"),
      ("⼀村", "一村"), ("\u{3164}张三", "张三"), ("文（２０２１）１号", "文(2021)1号"),
      ("A\u{3000}B", "A B"), ("㈠村", "(一)村"), ("𠮷 野", "𠮷野"), ("々 々", "々々"),
    ])
  func same(text: String, other: String) {
    #expect(text.compared == other.compared)
    #expect(Array(text.compared.utf8) == Array(other.compared.utf8))
  }

  @Test(
    "names that are not",
    arguments: [
      ("Wang", "wang"), ("A B", "AB"), ("张 A", "张A"), ("张三", "张三丰"), ("1.5", "1·5"),
      ("王庄", "王莊"), ("张-三", "张三"), ("か", "カ"), ("文〔2021〕1号", "文[2021]1号"),
    ])
  func different(text: String, other: String) {
    #expect(text.compared != other.compared)
  }

  @Test("a text of nothing but invisible characters is blank and has no form")
  func blank() {
    for text in ["", " ", "\u{200B}", "\u{115F}", "\u{FEFF}\u{3000}", "\u{E0001}"] {
      #expect(text.compared == "")
      #expect(OneLine.isBlank(text))
    }
  }

  @Test("the form of a form is itself, and the plain names are their own form")
  func forms() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<20_000 {
      let text = ComparedNameTests.text(&random)
      let form = text.compared
      #expect(Array(form.compared.utf8) == Array(form.utf8), "\(text.debugDescription)")
      #expect(OneLine.isBlank(text) == form.isEmpty, "\(text.debugDescription)")
      var plain = text
      if plain.withUTF8(ComparedName.isPlain) {
        // A letter that is not plain takes the long way and changes nothing else.
        #expect(Array(("é" + text).compared.utf8) == Array(("é" + text).utf8))
      }
    }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let parts = [
      "张", "三", "村", "𠮷", "々", "A", "b", "1", "Ｂ", "·", "•", "・", "．", "･", " ", "　", "\u{A0}",
      "\u{200B}", "\u{FEFF}", "\u{FE0F}", "\u{E0100}", "\u{301}", "e", "ㄱ", "ᅡ", "한", "が", "ｶ",
      "ﾞ", "⼀", "㈠", "〔", "〕", "\u{115F}", "´", "\u{2028}", "ﷺ", "ﬁ", "\u{AD}",
    ]
    return (0..<random.int(0...6)).map { _ in random.pick(parts) }.joined()
  }
}
