import TargetEngine
import Testing

@testable import Forms

/// How the cells of form-lines.csv and answers.csv are read.
@Suite struct LineTextTests {
  @Test(
    "a source has one text",
    arguments: [
      ("", "typed"), ("填报", "typed"), ("typed", "typed"),
      ("indicator clinics.accepted month", "indicator clinics.accepted month"),
      ("指标 clinics.accepted 本年", "indicator clinics.accepted year"),
      ("Indicator  clinics.accepted  PERIOD", "indicator clinics.accepted period"),
      ("指标 unions.members 期末", "indicator unions.members level"),
      ("指标 On the books 期末", "indicator On the books level"),
      ("count union.contract", "count union.contract"),
      ("计数 union.contract kind=wage unit='a  b'", "count union.contract kind=wage unit='a  b'"),
      ("count union.contract kind=wage sum workers", "count union.contract kind=wage sum workers"),
      ("count union.contract sum workers", "count union.contract sum workers"),
      ("count a.b sum sum sum x", "count a.b sum sum sum x"),
      ("formula [1]+[2]", "formula [1] + [2]"), ("公式 ［1］×2", "formula [1] * 2"),
    ])
  func sources(text: String, printed: String) throws {
    let source = try LineSource(text)
    #expect(source.description == printed)
    #expect(try LineSource(printed) == source)
  }

  @Test("a count may sum a field")
  func sums() throws {
    #expect(
      try LineSource("count a.b kind=wage sum workers")
        == .count(register: "a.b", filter: "kind=wage", sum: "workers"))
    #expect(try LineSource("count a.b") == .count(register: "a.b", filter: "", sum: nil))
    #expect(try LineSource("count a.b sum") == .count(register: "a.b", filter: "sum", sum: nil))
  }

  @Test(
    "anything else is none",
    arguments: [
      ("guess", LineSourceFault.unknownWord("guess")), ("indicator", .noName), ("count", .noName),
      ("indicator a.b", .noReading("")), ("indicator a.b weekly", .noReading("weekly")),
      ("formula", .formula(.nothing(column: 8))),
      ("formula [1] + x", .formula(.unexpected("x", column: 15))),
    ])
  func noSources(text: String, fault: LineSourceFault) {
    #expect(throws: fault) { try LineSource(text) }
  }

  @Test("a content is a word, and of a choice what there is to choose from")
  func contents() {
    #expect(
      LineContent("amount", decimals: 2, measure: "元") == .amount(decimals: 2, measure: "元"))
    #expect(LineContent("数值") == .amount(decimals: 0, measure: ""))
    #expect(LineContent("文本") == .text)
    #expect(LineContent("Day") == .day)
    #expect(LineContent("choice 有；无") == .choice(["有", "无"]))
    #expect(LineContent("选项 有; 无 ;不详") == .choice(["有", "无", "不详"]))
    for content: LineContent in [.text, .day, .choice(["有", "无"])] {
      #expect(LineContent(content.word) == content)
    }
    for word in ["", "-", "number", "choice", "choice 有", "choice 有;有", "text 5"] {
      #expect(LineContent(word) == nil, "\(word)")
    }
  }

  @Test("a value is read by its line's content; empty is no zero")
  func values() throws {
    let money = LineContent.amount(decimals: 2, measure: "元")
    #expect(try money.value("60,000元") == .amount(Decimal(6_000_000, places: 2)))
    #expect(try money.value("０") == .amount(Decimal(0, places: 2)))
    #expect(try money.value(" 　") == nil)
    #expect(throws: FormValueFault.amount(.tooManyDecimals(allowed: 2))) {
      try money.value("0.125")
    }
    #expect(throws: FormValueFault.amount(.notANumber)) { try money.value("无") }
    #expect(try LineContent.text.value(" 一\n二 ") == .text("一 二"))
    #expect(try LineContent.day.value("2021年7月5日") == .day(day("2021-07-05")))
    #expect(throws: FormValueFault.day(.noYear)) { try LineContent.day.value("7月5日") }
    let choice = LineContent.choice(["有", "无"])
    #expect(try choice.value("有 ") == .choice("有"))
    #expect(throws: FormValueFault.notOneOf(["有", "无"])) { try choice.value("是") }
  }

  @Test("what is written is read back")
  func written() throws {
    let contents: [(LineContent, FormValue)] = [
      (.amount(decimals: 2, measure: ""), .amount(Decimal(-1350, places: 2))),
      (.text, .text("汛情，平稳")), (.day, .day(day("2021-07-05"))),
      (.choice(["有", "无"]), .choice("无")),
    ]
    for (content, value) in contents { #expect(try content.value(value.description) == value) }
  }

  @Test("a posting is an indicator, told anew or not")
  func postings() {
    #expect(LinePosting(text: "disaster.moved") == LinePosting("disaster.moved"))
    #expect(
      LinePosting(text: "disaster.moved 累计") == LinePosting("disaster.moved", isCumulative: true))
    #expect(LinePosting("a.b", isCumulative: true).description == "a.b cumulative")
    #expect(LinePosting(text: "") == nil)
    #expect(LinePosting(text: "办结 件数 累计") == LinePosting("办结 件数", isCumulative: true))
  }
}
