import Foundation
import Testing

@testable import TargetEngine

@Suite struct NameListTests {
  @Test(
    "what is written is read again",
    arguments: [
      [], ["甲村"], ["甲村", "乙村"], ["甲、乙联合工会", "丙"], ["a;b", "c；d"], ["\"甲\"村"], ["\"", "\"\"、"],
      ["甲\"乙、丙"],
    ])
  func roundTrip(_ names: [String]) { #expect(NameList.names(in: NameList.text(names)) == names) }

  @Test("names of any characters are read again")
  func anyCharacters() {
    let characters = Array("甲乙\"、;； a")
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let names = (0..<random.int(0...3)).map { _ in
        // Names are kept without blanks at their ends.
        String((0..<random.int(1...5)).map { _ in random.pick(characters) })
          .trimmingCharacters(in: .whitespaces)
      }.filter { !OneLine.isBlank($0) }
      #expect(NameList.names(in: NameList.text(names)) == names, "\(NameList.text(names))")
    }
  }

  @Test(
    "as clerks write",
    arguments: [
      ("甲村、乙村", ["甲村", "乙村"]), (" 甲村 ；乙村; ", ["甲村", "乙村"]), ("甲\"老\"村、乙", ["甲\"老\"村", "乙"]),
      ("\"老\"村、乙", ["\"老\"村", "乙"]), ("\"甲、乙\" 、丙", ["甲、乙", "丙"]),
      ("\"备注\u{3000}、乙 \"、丙", ["备注\u{3000}、乙", "丙"]), ("\"甲、乙", ["\"甲", "乙"]),
      ("、;", []),
    ])
  func written(_ text: String, _ names: [String]) { #expect(NameList.names(in: text) == names) }
}
