import Testing

@testable import OfficeFiles

/// UTF-8, GB18030, and telling one from the other.
struct EncodingTests {
  let table = "编码,上级,名称\n341802,3418,宣州区\n341802101,341802,\"洪林\n镇\"\n"

  @Test func readsGB18030() {
    let reading = read(gb18030(table), chunks: 1...64)
    #expect(reading == read(table))
    #expect(reading.header == ["编码", "上级", "名称"])
    #expect(reading.cells.last == ["341802101", "341802", "洪林\n镇"])
  }

  @Test func readsFourByteCharactersOfGB18030() {
    let text = "名称,备注\n㐀㐁村,😀𠀀\n王𬭛,a\u{E000}é\n"
    #expect(read(gb18030(text), chunks: 1...64) == read(text))
  }

  @Test func readsGB18030WithItsMark() {
    #expect(read([0x84, 0x31, 0x95, 0x33] + gb18030(table), chunks: 1...64) == read(table))
  }

  @Test func gb18030MayStartLate() {
    let head = "unit,name\n" + String(repeating: "1,abc\n", count: 30_000)
    let bytes = Array(head.utf8) + gb18030("2,洪林镇\n3,古泉镇\n")
    let reading = read(bytes, chunks: [4096])
    #expect(reading.rows.suffix(2).map(\.cells) == [["2", "洪林镇"], ["3", "古泉镇"]])
    #expect(reading.rows.last?.line == 30_003)
    #expect(reading.faults == [])
  }

  @Test func longGB18030GoesOnPastTheFirstChunks() {
    let row = "341802101,标准化建设达标,洪林镇卫生院\n"
    let text = "编码,指标,单位\n" + String(repeating: row, count: 5000)
    let reading = read(gb18030(text), chunks: [1000, 4097])
    #expect(reading.rows.count == 5000)
    #expect(Set(reading.cells) == [["341802101", "标准化建设达标", "洪林镇卫生院"]])
  }

  /// Chinese characters in GB18030 that are correct UTF-8 by themselves, among others.
  @Test func accidentalUTF8IsStillGB18030() {
    let text = "名称,备注\n联通,通\n移动,聪\n"
    #expect(read(gb18030(text)).cells == [["联通", "通"], ["移动", "聪"]])
  }

  @Test func aCutCharacterIsReportedInUTF8() {
    for cut in 1...2 {
      var bytes = Array("编码,名称\n1,宣州区\n2,洪林".utf8) + Array("镇".utf8.prefix(cut))
      bytes += Array("\n3,\"古\n泉\"\n".utf8)
      let reading = read(bytes, chunks: 1...64)
      #expect(reading.cells == [["1", "宣州区"], ["3", "古\n泉"]])
      #expect(reading.faults == [fault(3, 2, .invalidText)])
    }
  }

  /// As one would make it from a cut header: the damage comes first.
  @Test func aCutCharacterAtTheStartIsReportedInUTF8() {
    let bytes = Array("编".utf8.prefix(2)) + Array("码,名称\n1,宣州区\n".utf8)
    #expect(read(bytes).faults == [fault(1, 1, .invalidText)])
    let late = Array("id,name\n1,a\n2,".utf8) + Array("宣".utf8.dropFirst()) + Array("州区\n".utf8)
    #expect(read(late).faults == [fault(3, 2, .invalidText)])
  }

  @Test func aCutCharacterAtTheEnd() {
    let reading = read(Array("编码,名称\n1,宣州区\n2,宣州".utf8) + [0xE5, 0x8C])
    #expect(reading.faults == [fault(3, 2, .invalidText)])
  }

  @Test func theMarkSettlesOnUTF8() {
    let reading = read([0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + gb18030("洪林镇\n2,3\n"))
    #expect(reading.cells == [["2", "3"]])
    #expect(reading.faults == [fault(2, 2, .invalidText)])
  }

  @Test func brokenGB18030IsReported() {
    var bytes = gb18030("编码,名称\n" + String(repeating: "1,宣州区\n", count: 20) + "2,")
    bytes += [0xFF] + gb18030("洪林\n3,\"古\n泉镇") + [0xFF] + gb18030("\",4\n")
    let reading = read(bytes, chunks: 1...64)
    #expect(reading.rows.count == 20)
    #expect(reading.faults == [fault(22, 2, .invalidText), fault(24, 2, .invalidText)])
  }

  @Test func brokenGB18030AtTheEnd() {
    let bytes = gb18030("编码,名称\n1,宣州区\n2,洪林") + [0xD5]
    #expect(read(bytes, chunks: 1...64).faults == [fault(3, 2, .invalidText)])
  }

  @Test func otherEncodingsAreNoText() {
    // "é" and "ü" in Latin-1.
    let reading = read(Array("a,b\n1,caf".utf8) + [0xE9] + Array("\n2,x\n3,".utf8) + [0xFC, 0x0A])
    #expect(reading.cells == [["2", "x"]])
    #expect(reading.faults == [fault(2, 2, .invalidText), fault(4, 2, .invalidText)])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF5],
      [0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func forbiddenFormsOfUTF8(_ bytes: [UInt8]) {
    let reading = read(Array("编码标准化建设达标,名称\n1,宣".utf8) + bytes + Array("x\n".utf8))
    #expect(reading.faults == [fault(2, 2, .invalidText)])
  }

  @Test(arguments: ["é", "\u{800}", "\u{D7FF}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}"])
  func allOfUnicodeIsText(_ text: String) {
    #expect(read("编码,名称\n\(text),\(text)\n").cells == [[text, text]])
  }

  /// 平山 is ƽɽ in UTF-8, and every byte of it is right there.
  @Test(arguments: ["平山", "A平山村", "平山,幸福", "联通", "山平"])
  func wordsThatAreRightInBothAreChinese(_ name: String) {
    let text = "code,name\n1,\(name)\n"
    #expect(read(gb18030(text), chunks: 1...64) == read(text))
  }

  /// 元 is Ԫ in UTF-8, and of 联系电话 two in three bytes are characters there.
  @Test(arguments: [
    "联系电话,facility,budget\n0563,H1,4000元\n", "facility,联系人,budget\nH1,0563,4000元\n",
    "unit,amount\nV1,4000元\nV2,5元\n", "name,note\n朱镕,联系电话与地址都没有填写完整请再核对\n",
  ])
  func anEnglishHeaderAndFewChineseWords(_ text: String) {
    #expect(read(gb18030(text), chunks: 1...64) == read(text))
  }

  @Test(
    "a letter or a sign that no Chinese character can be, by what stands beside it",
    arguments: [
      "25°", "°C", "±5", "§3", "¥500", "£5", "3²", "5½", "m³", "café,é", "Lübeck,ü", "25°,éé",
      "É,é",
    ])
  func singleLettersStayInUTF8(_ word: String) {
    let bytes = Array("F1,2021,\(word)\n".utf8)
    #expect(read(bytes, chunks: 1...16) == read([0xEF, 0xBB, 0xBF] + bytes))
    #expect(read("code,name,other\n1,\(word)").faults.allSatisfy { $0.kind != .invalidText })
  }

  @Test(
    "what may be either is refused: 枚 is ö in UTF-8, é is 茅 in GB 2312",
    arguments: ["枚", "煤", "每", "梅", "猫", "毛", "每枚", "茅", "茅茅", "掳", "A梅", "café 3楼"])
  func eitherIsRefused(_ word: String) {
    let text = "code,name\n1,x\n2,\(word)\n"
    // The letters of café are the same in both; its é makes 3楼 doubtful.
    let bytes =
      word.hasPrefix("café")
      ? Array("code,name\n1,x\n2,café,3".utf8) + gb18030("楼\n") : gb18030(text)
    let reading = read(bytes, chunks: 1...16)
    #expect(reading.rows.map(\.line) == [2])
    guard case .doubtfulEncoding(let doubt) = reading.faults.first?.kind else {
      Issue.record("\(word) was read")
      return
    }
    #expect(reading.faults.map(\.line) == [3])
    #expect(doubt.taken == nil && gb18030(doubt.gb18030) == Array(doubt.utf8.utf8))
    #expect(read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).cells.last == ["2", word])
  }

  @Test("a word that is Chinese tells of those that may be either, however far away it is")
  func oneWordTellsOfAll() {
    for other in ["5枚", "元", "村", "平山"] {
      let text = "code,name\n1,枚\n2,\(other)\n"
      #expect(read(gb18030(text)) == read("\u{FEFF}" + text))
    }
    let far = "id,name\n1,枚\n" + String(repeating: "2,abc\n", count: 20_000) + "3,洪林镇\n"
    #expect(read(gb18030(far), chunks: [4096]).cells.first == ["1", "枚"])
  }

  @Test("how a text was read that may be either is known")
  func doubts() throws {
    func doubt(_ bytes: [UInt8]) throws -> EncodingDoubt? {
      var reader = try CSVReader(TextFileSource(bytes: bytes))
      while try reader.next() {}
      return reader.encodingDoubt
    }
    var chinese = EncodingDoubt(utf8: "A1ƽɽ", gb18030: "A1平山")
    chinese.taken = .gb18030
    #expect(try doubt(gb18030("code,name\n1,A1平山\n")) == chinese)
    #expect(try doubt(Array("code,name\n1,25°\n".utf8))?.taken == .utf8)
    for text in ["code,name\n1,村\n", "编码,名称\n1,村\n"] {
      #expect(try doubt(gb18030(text)) == nil && doubt(Array(text.utf8)) == nil)
    }
  }

  @Test(
    "a Chinese word of one character under an English header",
    arguments: ["元", "3楼", "A楼", "5路", "5枚", "村", "女", "A平山", "kg平山"])
  func singleChineseWords(_ word: String) {
    let text = "code,name\n1,\(word)\n"
    #expect(read(gb18030(text)) == read("\u{FEFF}" + text))
  }

  @Test(arguments: ["café", "Müller", "naïve £5", "Иванов", "ÀÉ"])
  func lettersOfOtherScriptsStayInUTF8(_ word: String) {
    #expect(read("code,name\n1,\(word)\n").cells == [["1", word]])
  }

  @Test(arguments: ["編碼,上級,名稱,類型\n24,1,平山鎮,鎮\n", "code,name\n25,平山鎮\n"])
  func big5IsRefused(_ text: String) {
    let reading = read(convert(Array(text.utf8), from: "UTF-8", to: "BIG5"))
    #expect(reading.rows == [])
    #expect(reading.faults.map(\.kind) == [.unsupportedEncoding("Big5")])
  }

  @Test("simplified lists are never taken for Big5")
  func simplifiedIsNotBig5() {
    for text in ["姓名\n喆\n", "姓名,单位\n朱镕,某镇\n", "名称\n①②③\n", "name\n村\n"] {
      #expect(read(gb18030(text)) == read(text), "\(text)")
    }
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func utf16WithoutAMarkIsRefused(_ encoding: String) {
    for text in ["date,unit,amount\n2021-06-01,a,1\n", "日期,单位,数量\n2021-06-01,甲镇,1\n"] {
      let reading = read(convert(Array(text.utf8), from: "UTF-8", to: encoding))
      #expect(reading.faults == [fault(1, 1, .unsupportedEncoding("UTF-16"))])
    }
  }

  @Test("workbooks and other files are known by their first bytes")
  func binaryForms() {
    let signs: [([UInt8], BinaryForm)] = [
      ([0x50, 0x4B, 3, 4, 20, 0, 6, 0], .archive),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .compound),
      (Array("%PDF-1.7\n".utf8), .pdf), (Array("<html><table>".utf8), .page),
    ]
    for (bytes, form) in signs { #expect(read(bytes).faults == [fault(1, 1, .notText(form))]) }
  }
}
