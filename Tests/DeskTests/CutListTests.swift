import Registers
import TargetEngine
import Testing

@testable import Desk
@testable import Sentences
@testable import Storage

/// A list that is cut says how many there are in all.
@Suite struct CutListTests {
  let register = RegisterName("a", "b", zh: "台账", en: "Register")

  private func checked(_ count: Int) -> Checked {
    Checked(
      findings: (0..<count).map { .record(Int64($0)) },
      advice: (0..<count).map { .sameKey(register, [Int64($0), 1000]) }, indicators: [:],
      units: [:], site: "SITE")
  }

  @Test("a check that lists no more says so, once")
  func check() {
    for language in [Language.zh, .en] {
      let (most, fewer) = (Ledger.mostFound, Ledger.mostFound - 1)
      #expect(checked(fewer).sentences(language).count == fewer)
      #expect(checked(most).sentences(language).count == most + 1)
      #expect(checked(fewer).adviceSentences(language).count == fewer)
      #expect(checked(most).adviceSentences(language).count == most + 1)
    }
    #expect(checked(100).sentences(.zh).last == "每一类问题最多列出 100 项，改正后请再核对。")
    #expect(
      checked(100).adviceSentences(.en).last
        == "No more than 100 pieces of advice about records are listed: check again when these are followed."
    )
  }

  @Test("what was not done in time names the first and how many")
  func missed() throws {
    var readiness = Readiness()
    readiness.site = "SITE"
    readiness.missed = [
      MissedDuties(
        register: register, title: Text("查", "Look"), count: 9, records: [1, 2],
        due: try day("2021-06-01"))
    ]
    #expect(readiness.sentences(.zh).first?.contains("SITE-1、SITE-2等 9 条") == true)
    #expect(readiness.sentences(.en).first?.contains("SITE-1, SITE-2 and 7 more") == true)
  }

  @Test("months not closed, more than a year's, are counted")
  func months() throws {
    let months =
      try (1...12).map { try month("2020-\($0 < 10 ? "0" : "")\($0)") }
      + ["2021-01", "2021-02"].map { try month($0) }
    let zh = Advice.notClosed(months).sentence(.zh, site: "SITE")
    #expect(zh.contains("2020-12等 14 个月"))
    #expect(!zh.contains("2021-01"))
    #expect(Advice.notClosed(months).sentence(.en, site: "SITE").contains("2020-12 and 2 more"))
  }
}
