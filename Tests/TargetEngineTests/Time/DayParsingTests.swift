import Testing

@testable import TargetEngine

/// "Days: 2021-06-28, 2021/6/28, 2021.6.28, 2021年6月28日, 20210628."
@Suite struct DayParsingTests {
  @Test(
    "a day is read as people write it",
    arguments: [
      "2021-06-28", "2021-6-28", "2021/6/28", "2021/06/28", "2021.6.28", "2021.06.28",
      "2021年6月28日", "2021年06月28日", "20210628", "２０２１－０６－２８", "２０２１年６月２８日",
      "２０２１／６／２８", "２０２１．６．２８", "２０２１０６２８", "2021年６月28日", " 2021-06-28 ",
      "　2021-06-28", "2021−06−28",
    ])
  func accepted(text: String) {
    #expect(Day(text)?.rawValue == 20_210_628)
  }

  @Test(
    "anything else is no day",
    arguments: [
      "", " ", "　", "2021", "2021-06", "202106", "2021-6-", "2021-06-28-", "-2021-06-28", "06-28",
      "21-6-28", "6/28/2021", "2021-06/28", "2021/6-28", "2021.6/28", "2021-006-28", "2021-06-028",
      "02021-06-28", "2021--06-28", "2021-06--28", "2021 06 28", "2021-06-28T00:00",
      "2021-06-28 00",
      "2021年6月", "2021年28日", "2021年6日28月", "6月28日", "2021-6月28日", "2021年6-28", "2021年6月28号",
      "二〇二一年六月二十八日", "2021-02-29", "2021-06-31", "2021-13-01", "2021-00-10", "2021-01-00",
      "20210631", "202106281", "2021062", "00000000", "1899-12-31", "3000-01-01", "１８９９１２３１",
      "99999999999999999999", "2021-06-99999999999999999999", "44375", "44375.5", "2021-06-2８8",
      "٢٠٢١-٠٦-٢٨", "2021-0६-28", "2021–06–28", "\u{0}", "2021-06-28\u{0}", "2021\n06\n28",
    ])
  func refused(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("letters do not stand for 年, 月 and 日", arguments: ["2021Y6M28D", "２０２１Ｙ６Ｍ２８Ｄ"])
  func letters(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("a day printed in any of the forms is read back as itself")
  func roundTrip() {
    var random = SplitMix64(seed: 32)
    for _ in 0..<2000 {
      let day = random.day(in: 1900...2999)
      let (y, m, d) = (day.year, day.monthOfYear, day.dayOfMonth)
      #expect(Day(day.description) == day)
      #expect(Day("\(y)/\(m)/\(d)") == day)
      #expect(Day("\(y).\(m).\(d)") == day)
      #expect(Day("\(y)年\(m)月\(d)日") == day)
      #expect(Day("\(day.rawValue)") == day)
    }
  }

  @Test("bytes that are no text are no day")
  func invalidBytes() {
    for bytes in [
      [0xFF], [0xE5, 0xB9], [0x32, 0x30, 0xC0, 0x80], [UInt8](repeating: 0x80, count: 10),
    ] {
      #expect(bytes.withUnsafeBufferPointer { Day(parsing: $0) } == nil)
    }
    let long = Array(String(repeating: "2", count: 4096).utf8)
    #expect(long.withUnsafeBufferPointer { Day(parsing: $0) } == nil)
  }

  @Test(
    "midnight behind a day says nothing; another time is no day",
    arguments: [
      "2026/6/28 0:00", "2026-06-28 00:00:00", "20260628 00:00",
      "2026年6月28日 0:00", "２０２６/６/２８　０：００",
    ])
  func midnight(text: String) {
    #expect(Day(text) == Day(year: 2026, month: 6, day: 28))
    for other in ["10:30", "0:01", "00:00:01", "0", "000:00", "0:0x", "24:00", ":"] {
      #expect(Day("2026/6/28 " + other) == nil)
    }
  }
}
