import Foundation
import OfficeFiles
import Testing

@testable import Desk

/// Files as people have them. Source: `office-files.md`; `cli.md`, "Files as people have them".
@Suite struct MessyFileTests {
  private let fixture: Fixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try Fixture() }

  @discardableResult
  private func take(_ text: String, into desk: Desk? = nil) throws -> Written<Imported> {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try (desk ?? self.desk).importFiles([path], ImportOptions(again: true))
  }

  private func faults(_ text: String) throws -> [ImportFault] {
    do {
      try take(text)
      return []
    } catch DeskError.faults(let faults) {
      #expect(try desk.entryList().entries.isEmpty)
      return faults.listed
    }
  }

  private func places(_ text: String) throws -> [String] {
    try faults(text).map { "\($0.place.line):\($0.place.column)" }
  }

  @Test("an office's table gives the figures of the plain one, and says what was left out")
  func table() throws {
    let text = """
      某县六月报表,,,,,
      填报单位：某局,,,单位：个,,
      序号,*日 期（必填）,指　标,"单
      位：",数量（个）,联系人
      1,2021/6/28 0:00,a.done,v1,5个,张三
      2,2021年6月29日,done," unit v2 ","1,200",
      3,,,,,
      合计,,,,"1,205",
      ,,,,,
      填报人：李四,,审核人：,,,,王五

      """
    let written = try take(text)
    #expect(try fixture.actual("a.done", "2021-06", "t1") == 1205)
    let file = try #require(written.result.files.first)
    #expect(
      file.passed.map { "\($0.row) \($0.reason)" } == [
        "1 title", "2 title", "7 serial", "8 total", "9 blank", "10 footer",
      ])
    #expect(file.columns.map(\.title) == ["联系人"])
    #expect(file.rows == file.new + 6)
  }

  @Test("a column that is nearly known is left out with a word about it")
  func nearColumn() throws {
    let written = try take("日期,指标,单位,数量,备主\n2021-06-28,a.done,v1,1,x\n")
    #expect(
      written.result.files.map(\.columns) == [
        [LeftColumn(column: 5, title: "备主", suggestions: ["备注"])]
      ])
    #expect(try desk.entryList().entries.map(\.note) == [""])
  }

  @Test("numbers in another unit, doubled columns and data without a title are faults")
  func refused() throws {
    let row = "2021-06-28,a.done,v1,1"
    #expect(try places("日期,指标,单位,数量（万个）\n\(row)\n") == ["1:4"])
    #expect(try places("日期,指标,单位,数量,数量（个）\n\(row),2\n") == ["1:5"])
    for title in ["单位：万元", "某县（万元）", "填报单位：某局,,金额单位:千元"] {
      #expect(try places("\(title)\n日期,指标,单位,数量\n\(row)\n").first?.hasPrefix("1:") == true)
    }
    #expect(try places("标题\n日期,指标,单位,\n\(row)\n") == ["2:1"])
    #expect(try places("日期,指标,单位,数量,\n\(row),重要\n\(row),\n") == ["2:5"])
    #expect(try places("日期,指标,单位,数量,备注\n\(row),#N/A\n") == ["2:5"])
    #expect(try places("日期,指标,单位,数量\n2021-06-28 10:00,a.done,v1,5元\n") == ["2:1", "2:4"])
  }

  @Test("a place or a measure above the header scales nothing")
  func plainTitle() throws {
    let header = "日期,指标,单位,数量"
    _ = try take("填报单位：万安镇,单位：个\n\(header)\n2021-06-28,a.done,v1,4\n")
    #expect(try fixture.actual("a.done", "2021-06", "v1") == 4)
  }

  @Test("note in brackets that makes another column of it is no decoration")
  func otherColumn() throws {
    let written = try take("日期,指标,单位,数量,数量（其中女）\n2021-06-28,a.done,v1,3,1\n")
    #expect(written.result.files.map { $0.columns.map(\.title) } == [["数量（其中女）"]])
    #expect(try fixture.actual("a.done", "2021-06", "v1") == 3)
  }

  @Test("all faults of a row are said, in the order of its columns")
  func faultsOfARow() throws {
    let text = "数量,单位,指标,日期,方式\nx,nowhere,b.rate,2021-13-01,level\n1,v1,b.rate,2021-06-01,level\n"
    #expect(try places(text) == ["2:1", "2:2", "2:4", "2:5", "3:3", "3:5"])
    #expect(try places("任务数,年度,单位,指标\nx,26,nowhere,none\n") == ["2:1", "2:2", "2:3", "2:4"])
    #expect(
      try places("名称,类型,上级,编码\n,某类,d,3.4E+11\n") == ["2:1", "2:2", "2:4"])
  }

  @Test("random offices' tables give the ledger of the plain ones", arguments: 1...60)
  func random(seed: Int) throws {
    var table = MessyTable.entries(seed: UInt64(seed))
    let plain = try Fixture()
    try take(table.clean, into: plain.desk)
    let messy = table.messy()
    try take(messy)
    let entries = { (desk: Desk) in
      try desk.entryList().entries.map {
        "\($0.day) \($0.indicator.code) \($0.unit.code) \($0.amount) \($0.note)"
      }.sorted()
    }
    #expect(try entries(desk) == entries(plain.desk), "\(messy)")
  }

  @Test("random offices' lists give the records of the plain ones", arguments: 1...40)
  func records(seed: Int) throws {
    var table = MessyTable.projects(seed: UInt64(seed))
    let (plain, other) = (try RecordFixture(), try RecordFixture())
    try take(table.clean, into: plain.desk)
    let messy = table.messy()
    try take(messy, into: other.desk)
    #expect(
      try other.export("clinics.project") == plain.export("clinics.project"), "\(messy)")
    #expect(try other.figures() == plain.figures())
  }

  @Test("a table with one thing too many is refused at its place", arguments: 1...20)
  func random(faulty seed: Int) throws {
    var table = MessyTable.entries(seed: UInt64(seed) + 500)
    let lines = table.clean.split(separator: "\n").map(String.init)
    let row = Int.random(in: 1..<lines.count)
    let spoilt = table.any(["无题", "#REF!", "万", "5万个", "1.2E+05", "合"])
    let text = lines.enumerated().map { index, line in
      switch spoilt {
      case "无题": line + (index == 0 ? "," : index == row ? ",重要" : ",")
      case "#REF!": index == row ? line + "#REF!" : line
      case "万": index == 0 ? line.replacing("amount", with: "amount（万）") : line
      default:
        index == row
          ? line.split(separator: ",", omittingEmptySubsequences: false).enumerated()
            .map { $0 == 3 ? spoilt : String($1) }.joined(separator: ",") : line
      }
    }.joined(separator: "\n")
    // A note with the error at its end is a note.
    let isNote = spoilt == "#REF!" && !lines[row].hasSuffix(",")
    let found = try? faults(text)
    if isNote { return }
    #expect(found?.map(\.place.line) == [spoilt == "万" ? 1 : row + 1], "\(text)")
  }
}
