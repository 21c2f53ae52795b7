import Foundation
import OfficeFiles
import TargetEngine
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

  @Test("a unit in brackets that is not the indicator's is a fault")
  func otherMeasure() throws {
    for (title, indicator, isRight) in [
      ("数量（人）", "a.money", false), ("数量（%）", "a.money", false), ("数量（元）", "a.money", true),
      ("*数量（元）：", "a.money", true), ("数量（个）", "b.level", true), ("数量（人次）", "b.level", false),
      ("数量（元）", "a.done", false), ("数量（必填）", "a.money", true),
    ] {
      let text = "日期,指标,单位,\(title)\n2021-06-28,\(indicator),v1,1\n"
      if isRight {
        try take(text, into: Fixture().desk)
      } else {
        #expect(try places(text) == ["2:4"], "\(title) \(indicator)")
      }
    }
    #expect(
      try faults("日期,指标,单位,数量（人）\n2021-06-28,a.money,v1,1\n").map(\.kind) == [
        .otherMeasure("人", of: Text("money", "money"), measure: "元")
      ])
    // So it is in a column of its own.
    for (unit, isRight) in [("万元", false), ("元", true), ("", true), ("人", false)] {
      let text = "日期,指标,单位,计量单位,数量\n2021-06-28,a.money,v1,\(unit),3.5\n"
      let target = "指标,单位,年度,任务数,计量单位\na.money,v1,2021,7,\(unit)\n"
      if isRight {
        for text in [text, target] { try take(text, into: Fixture().desk) }
      } else {
        #expect(try places(text) == ["2:4"] && places(target) == ["2:5"], "\(unit)")
      }
    }
    // In one table, of the rows of other indicators; and of targets, and of money in lists of records.
    let rows = "2021-06-28,a.done,v1,1\n2021-06-28,a.money,v1,1\n"
    #expect(try places("日期,指标,单位,数量（件）\n\(rows)") == ["3:4"])
    #expect(try places("指标,单位,年度,任务数（户）\na.money,v1,2021,7\n") == ["2:4"])
    let records = try RecordFixture()
    for (title, count) in [("预算（元）", 0), ("预算（人）", 1), ("预算（%）", 1)] {
      do {
        _ = try records.imported("clinics.project", "建设机构,计划年度,\(title)\nc1,2021,5\n")
        #expect(count == 0)
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.place.column) == [3] && count == 1)
      }
    }
  }

  @Test("a whole row of a known unit is data, whatever its first cell says")
  func wholeRows() throws {
    let header = "备注,日期,指标,单位,数量\n"
    for note in ["合计", "填报人：李四补报", "小计", "审核人"] {
      let desk = try Fixture().desk
      let file = try take(header + "\(note),2021-06-28,a.done,v1,3\n", into: desk).result.files[0]
      #expect(file.new == 1 && file.passed.isEmpty, "\(note)")
      #expect(try desk.entryList().entries.map(\.note) == [note])
    }
    // Where it breaks a rule it is a fault; where it lacks something, or its unit is unknown, a sum.
    #expect(try places(header + "合计,2021-06-28,b.rate,v1,3\n") == ["2:3"])
    let file = try take(header + "合计,2021-06-28,a.done,,3\n合计,2021-06-28,a.done,全县,3\n")
      .result.files[0]
    #expect(file.passed.map(\.row) == [2, 3] && file.new == 0)
    // A unit that is called so is a unit.
    _ = try desk.addUnit(
      code: "v9", name: "甲合计", kind: .village, parent: "t1", opened: nil, aliases: [])
    #expect(
      try take("单位,日期,指标,数量\n甲合计,2021-06-28,a.done,3\n").result.files[0].new == 1)
  }

  @Test("a sum in the column of units is passed over, an unknown unit is not")
  func sumsOfUnits() throws {
    let rows = "2021-06-28,a.done,v1,3\n2021-06-28,a.done,甲镇合计,3\n,a.done,合计,3\n"
    let file = try take("日期,指标,单位,数量\n" + rows, into: Fixture().desk).result.files[0]
    #expect(file.new == 1)
    #expect(file.passed == [PassedRow(row: 3, reason: .total), PassedRow(row: 4, reason: .total)])
    #expect(try places("日期,指标,单位,数量\n2021-06-28,a.done,甲镇,3\n") == ["2:3"])
    let targets = "指标,单位,年度,任务数\na.done,v1,2021,5\na.done,甲镇小计,2021,5\n"
    #expect(try take(targets).result.files[0].passed == [PassedRow(row: 3, reason: .total)])
    let records = try RecordFixture()
    let list = "建设年度,建设机构,计划年度\n2021,c1,2021\n2021,甲镇合计,2021\n合计,,2\n"
    let projects = try records.imported("clinics.project", list).result.files[0]
    #expect(projects.new == 1 && projects.passed.map(\.row) == [3, 4])
    // With records there, rows are read one by one.
    let more = try records.imported("clinics.project", list.replacing("c1", with: "c2"))
    #expect(more.result.new == 1 && more.result.files[0].passed.map(\.row) == [3, 4])
  }

  @Test("who signs below a table, in two cells and with a day, is passed over")
  func signatures() throws {
    let table = "单位,日期,指标,数量\nv1,2021-06-28,a.done,3\n"
    let signed = "填报人,张三\n制表日期,2021-06-30\n2021年6月30日\n填报人,张三,审核人,李四\n"
    let file = try take(table + signed, into: Fixture().desk).result.files[0]
    #expect(file.new == 1 && file.passed.map(\.row) == [3, 4, 5, 6])
    #expect(file.passed.allSatisfy { $0.reason == .footer })
    // In the column of days too.
    let dated = "日期,指标,单位,数量\n2021-06-28,a.done,v1,3\n2021-06-30,,,\n"
    #expect(try take(dated, into: Fixture().desk).result.files[0].passed.map(\.row) == [3])
    let targets = "指标,单位,年度,任务数,生效日\na.done,v1,2021,5,2021-02-01\n,,,,2021-06-30\n"
    #expect(try take(targets).result.files[0].passed.map(\.row) == [3])
  }

  @Test(
    "who signs a table in cells of several words each is passed over, above and below",
    arguments: [
      "制表：张三,审核：李四", "填表人：李四　审核人：李四　日期：2021年3月5日", "制表:张三,,审核:李四,日期:2021年3月5日",
      "制表：张三　审核：李四", "日期：2021年3月5日,制表：张三,2021-03-05", "制表：,张三,审核：,李四", "填报人：张三,2021-03-05,审核人：",
    ])
  func signedCells(row: String) throws {
    let cells = row + String(repeating: ",", count: 3 - min(3, row.filter { $0 == "," }.count))
    let table = "日期,指标,单位,数量\n2021-06-28,a.done,v1,3\n"
    let below = try take(table + "\(cells)\n", into: Fixture().desk).result.files[0]
    #expect(below.new == 1 && below.passed.map(\.row) == [3])
    #expect(below.passed.map(\.reason) == [.footer])
    let above = try take("\(cells)\n" + table, into: Fixture().desk).result.files[0]
    #expect(above.new == 1 && above.passed.map(\.reason) == [.title])
  }

  @Test(
    "a row that may be data is none that signs",
    arguments: [
      "制表,a.done,v1,3", "审核：李四,a.done,v1,3", "制表：张三,v1,,", "审核,李四,,", "日期：2021-06-28,a.done,,",
      "批准,,,",
    ])
  func unsignedRows(row: String) throws {
    #expect(
      try places("日期,指标,单位,数量\n2021-06-28,a.done,v1,3\n\(row)\n").contains { $0.hasPrefix("3:") })
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
