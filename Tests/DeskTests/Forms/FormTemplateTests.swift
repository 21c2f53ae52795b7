import Foundation
import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Sources: `forms.md`, "Files", "Prefilled".
@Suite struct FormTemplateTests {
  private let world: FormWorld
  private let folder: URL

  init() throws {
    world = try FormWorld()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sheet = try FormDefinition(
      "sheet", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("月表", "Sheet"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [
          FormLine(
            try number("1"), Text("数", "Count"), .amount(decimals: 0, measure: "个"),
            isRequired: true),
          FormLine(try number("1.10"), Text("钱", "Money"), .amount(decimals: 2, measure: "元")),
          FormLine(
            try number("2"), Text("已办", "Done"), .amount(decimals: 0, measure: "个"),
            source: try LineSource("indicator a.done month")),
          FormLine(
            try number("3"), Text("和", "Sum"), .amount(decimals: 0, measure: "个"), isRequired: true,
            source: try LineSource("formula [1] + [2]")),
          FormLine(try number("4"), Text("有无", "Any"), .choice(["有", "无"])),
          FormLine(try number("5"), Text("说明", "Note"), .text),
          FormLine(try number("6"), Text("日期", "Day"), .day),
        ]))
    try world.write { try $0.set(sheet) }
    try world.fixture.log("a.done", "12", "v1", "2021-06-03")
  }

  private func rows(_ unit: String, _ language: Language = .zh) throws -> [[String]] {
    let template = try world.desk.formTemplate("sheet", "2021-06", FormChoice(units: [unit]))
    let text = String(decoding: template.file(language, byteOrderMark: false), as: UTF8.self)
    return text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func take(_ rows: [[String]]) throws {
    let path = folder.appendingPathComponent(UUID().uuidString + ".csv").path
    try rows.map { $0.joined(separator: ",") }.joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    _ = try world.desk.importFiles([path], only: .answers)
  }

  private func faults(_ rows: [[String]]) throws -> [FormRefusal] {
    do {
      try take(rows)
      return []
    } catch DeskError.faults(let faults) {
      return faults.listed.compactMap {
        if case .rule(.form(let refusal)) = $0.kind { refusal } else { nil }
      }
    }
  }

  private static let value = 8

  @Test("a template says what to fill in, what is filled in and from where")
  func columns() throws {
    #expect(
      try rows("v1").map { [$0[3], $0[4], $0[7], $0[8], $0[9], $0[10]] } == [
        ["行号", "标题", "必填", "数值", "填报方式", "来源"],
        ["1", "数", "是", "", "人工填报", ""], ["[1.10]", "钱", "", "", "人工填报", ""],
        ["2", "已办", "", "12", "系统取数", "done 本月数"],
        ["3", "和", "", "", "自动计算", "[1] + [2]"],
        ["4", "有无", "", "", "人工填报", ""], ["5", "说明", "", "", "人工填报", ""],
        ["6", "日期", "", "", "人工填报", ""],
      ])
    #expect(try rows("v1")[1].prefix(3) == ["sheet", "2021年6月", "unit v1"])
  }

  @Test("a template that comes back as it was is refused with the lines that lack a value")
  func unfilled() throws {
    let refusals = try faults(try rows("v1"))
    #expect(refusals.count == 2)
    #expect(
      refusals.contains(
        .objections(unit: "unit v1", [.missing(try number("1"), Text("数", "Count"))])))
    #expect(refusals.contains(.objections(unit: "unit v1", [.empty])))
  }

  @Test("another number in a line that was filled in asks for an explanation")
  func differing() throws {
    var rows = try rows("v1")
    rows[1][Self.value] = "5"
    rows[3][Self.value] = "13"
    let difference = SourceDifference(
      line: try number("2"), sourced: Decimal(12), written: Decimal(13))
    #expect(try faults(rows) == [.objections(unit: "unit v1", [.differs(difference)])])
    rows[3][11] = "补报一件"
    #expect(try faults(rows).isEmpty)
    let sent = try world.submission("sheet", "2021-06", "v1")
    #expect(sent?.contents.values[try number("2")] == .amount(Decimal(13)))
    #expect(sent?.contents.values[try number("3")] == .amount(Decimal(18)))
    // What was sent stands in the next template.
    let next = try self.rows("v1")
    #expect(next.map { $0[Self.value] } == rows.map { $0[Self.value] })
    #expect(next[3][11] == "补报一件")
  }

  @Test("what a source has otherwise since is asked about")
  func changedSource() throws {
    var rows = try rows("v1")
    rows[1][Self.value] = "5"
    try world.fixture.log("a.done", "1", "v1", "2021-06-04")
    let difference = SourceDifference(
      line: try number("2"), sourced: Decimal(13), written: Decimal(12))
    #expect(try faults(rows) == [.objections(unit: "unit v1", [.differs(difference)])])
  }

  @Test("a word that says nothing of how a line is filled is refused")
  func strangeWord() throws {
    var rows = try rows("v1")
    rows[1][9] = "随便"
    #expect(throws: DeskError.self) { try take(rows) }
  }

  @Test("who does not owe a form gets no template")
  func owesNothing() throws {
    #expect(throws: DeskError.self) { try rows("t1") }
  }

  @Test(
    "a template filled in and taken back is what the same values are by hand", arguments: 1...12)
  func roundTrip(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 104_729)
    let language: Language = Bool.random(using: &random) ? .zh : .en
    if Bool.random(using: &random) {
      _ = try world.desk.fillForm(
        "sheet", "2021-06", unit: "v1", ["5=先存着", "1.10=2.5"], isDraft: true)
    }
    var rows = try rows("v1", language)
    var words: [String] = []
    for (row, line, values) in [
      (1, "1", ["0", "7", "１２"]), (2, "1.10", ["", "3.5", "-1.25"]),
      (5, "4", ["", "有", "无"]), (6, "5", ["", "无 事"]), (7, "6", ["", "2021-06-09"]),
    ] {
      let value = values.randomElement(using: &random) ?? ""
      rows[row][Self.value] = value
      words.append("\(line)=\(value)")
    }
    if Bool.random(using: &random) {
      rows[3][Self.value] = "15"
      rows[3][11] = "核实过"
      words += ["2=15", "2?=核实过"]
    }
    try take(rows)
    let taken = try world.submission("sheet", "2021-06", "v1")
    _ = try world.desk.undo("\(try world.desk.head().transaction)", reason: "再填一遍")
    _ = try world.desk.fillForm("sheet", "2021-06", unit: "v1", words, isDraft: false)
    let filled = try world.submission("sheet", "2021-06", "v1")
    #expect(taken != nil && taken?.contents == filled?.contents, "seed \(seed)")
  }
}
