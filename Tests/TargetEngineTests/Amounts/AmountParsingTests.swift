import Testing

@testable import TargetEngine

/// "full-width digits and thousands separators are read, words ("八十余份") are not".
@Suite struct AmountParsingTests {
  @Test(
    "digits, signs, separators and decimals are read in half and full width",
    arguments: [
      ("0", 0, 0), ("79", 0, 79), ("-5", 0, -5), ("+5", 0, 5), ("-0", 0, 0), ("007", 0, 7),
      ("1,234", 0, 1234), ("12,345,678", 0, 12_345_678), ("-1,234.50", 2, -123_450),
      ("0,123", 0, 123), ("13000", 2, 1_300_000), ("0.05", 2, 5), ("-0.05", 2, -5),
      ("1.5", 4, 15_000), ("１２３", 0, 123), ("－５", 0, -5), ("＋５", 0, 5), ("−5", 0, -5),
      ("１，２３４．５", 1, 12_345), ("1，234", 0, 1234), ("　５　", 0, 5), ("\u{A0}5", 0, 5),
      ("1２3", 0, 123), ("９９９．９９９９", 4, 9_999_999),
    ] as [(String, Int, Int64)])
  func accepted(text: String, decimals: Int, units: Int64) throws {
    #expect(try Amount.parse(text, decimals: decimals) == units)
  }

  @Test(
    "words and other forms are not",
    arguments: [
      "", " ", "　", "八十余份", "八十", "约80", "80余", "80个", "5月", "5年", "２０２１年", "--5", "+-5",
      "-+5", "-", "+", "－", "5-", "1.1E+17", "1e3", "0x10", ".5", "5.", ".", "-.5", "1..5", "1.2.3",
      ",", ",5", "5,", "1,23", "12,34", "1234,567", "1,,234", "1,234,56", "1,2345", "1.234,567",
      "1,23.5", "1 234", "１ ２", "٣", "①", "½", "³", "NaN", "inf", "5%", "￥5", "$5", "5\n", "\u{0}",
      "5\u{0}", "\u{FEFF}5", "5\u{200B}", "‐5", "–5", "。5", "5、6", "1'234", "1_000",
    ])
  func refused(text: String) {
    for decimals in 0...4 {
      #expect(throws: AmountFault.notANumber) { try Amount.parse(text, decimals: decimals) }
    }
  }

  @Test("overflow is an error, at every number of decimals")
  func limits() throws {
    let most = ["9223372036854775807", "922337203685477580.7", "92233720368547758.07"]
    let more = ["9223372036854775808", "922337203685477580.8", "92233720368547758.08"]
    for (decimals, text) in most.enumerated() {
      #expect(try Amount.parse(text, decimals: decimals) == .max)
      #expect(try Amount.parse("-" + text, decimals: decimals) == -.max)
    }
    for (decimals, text) in more.enumerated() {
      #expect(throws: AmountFault.overflow) { try Amount.parse(text, decimals: decimals) }
      // It has no opposite, by which its entry could be reversed.
      #expect(throws: AmountFault.overflow) { try Amount.parse("-" + text, decimals: decimals) }
    }
    #expect(throws: AmountFault.overflow) { try Amount.parse("-9223372036854775809", decimals: 0) }
    #expect(throws: AmountFault.overflow) { try Amount.parse("9223372036854775807", decimals: 1) }
    #expect(throws: AmountFault.overflow) {
      try Amount.parse(String(repeating: "9", count: 500), decimals: 0)
    }
    #expect(try Amount.parse(String(repeating: "0", count: 500) + "7", decimals: 0) == 7)
    #expect(try Amount.parse("9,223,372,036,854,775,807", decimals: 0) == .max)
  }

  @Test("excess decimals are errors, never rounded away; zeros beyond them say nothing")
  func decimals() throws {
    #expect(throws: AmountFault.tooManyDecimals(allowed: 0)) {
      try Amount.parse("79.5", decimals: 0)
    }
    #expect(throws: AmountFault.tooManyDecimals(allowed: 2)) {
      try Amount.parse("0.001", decimals: 2)
    }
    #expect(throws: AmountFault.tooManyDecimals(allowed: 4)) {
      try Amount.parse("1.00001", decimals: 4)
    }
    #expect(try Amount.parse("79.000", decimals: 0) == 79)
    #expect(try Amount.parse("1.50000", decimals: 2) == 150)
  }

  @Test("spaces around an amount mean the same in half and full width")
  func spaces() {
    #expect((try? Amount.parse(" 5", decimals: 0)) == (try? Amount.parse(" ５", decimals: 0)))
    #expect((try? Amount.parse("5 ", decimals: 0)) == (try? Amount.parse("５ ", decimals: 0)))
  }

  @Test("full-width digits and separators are read as half-width ones, whatever the text")
  func widths() {
    var random = SplitMix64(seed: 22)
    let alphabet = Array("0123456789.,-+1239")
    for _ in 0..<3000 {
      let half = String((0..<random.int(1...12)).map { _ in random.pick(alphabet) })
      let full = String(
        String.UnicodeScalarView(half.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
      let decimals = random.int(0...4)
      func read(_ text: String) -> Result<Int64, AmountFault> {
        Result { () throws(AmountFault) in try Amount.parse(text, decimals: decimals) }
      }
      #expect(read(half) == read(full), "\(half)")
    }
  }

  @Test(
    "what is counted may stand behind a number",
    arguments: [
      ("5个", "个", 0, 5), ("５ 个", "个", 0, 5), ("1,234人", "个", 0, 1234), ("-3人次", "人次", 0, -3),
      ("60,000元", "元", 2, 6_000_000), ("98%", "%", 1, 980), ("98.5％", "%", 1, 985),
      ("12", "元", 0, 12), ("3万元", "万元", 0, 3), ("5个", "人", 0, 5), ("5名", "人", 0, 5),
      ("5户", "个", 0, 5), ("5个", "户", 0, 5),
    ] as [(String, String, Int, Int64)])
  func counted(text: String, measure: String, decimals: Int, units: Int64) throws {
    #expect(try Amount.parse(text, decimals: decimals, measure: measure) == units)
  }

  @Test(
    "another measure is not read as this one",
    arguments: [
      ("6万元", "元"), ("6元", "万元"), ("5%", "个"), ("5个", "%"), ("八十余个", "个"), ("5多个", "个"), ("个", "个"),
      ("5.个", "个"), ("约5个", "个"), ("1e3个", "个"), ("5月", "个"), ("", "个"),
      ("12户", "人"), ("3批", "人"), ("2期", "个"), ("3人次", "人"), ("3人", "人次"), ("5次", "个"),
    ])
  func otherMeasure(text: String, measure: String) {
    #expect(throws: AmountFault.notANumber) {
      try Amount.parse(text, decimals: 0, measure: measure)
    }
  }
}
