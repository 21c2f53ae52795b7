import OfficeFiles
import Testing

/// Tables as offices make them. Source: `office-files.md`, "Header" and "Rows".
@Suite struct TableTests {
  private struct Found {
    var header: [String] = []
    var rows: [[String]] = []
    var passed: [PassedLine] = []
    var faults: [CSVFault] = []
  }

  private func read(_ text: String) throws -> Found {
    var found = Found()
    try withFile(Array(text.utf8)) { path in
      let table = try CSVTable(path: path) { cells in
        let known = cells.count { ["甲", "乙"].contains($0) }
        return known == 2 ? .whole : .part(known)
      }
      found.header = table.header
      _ = try table.read { row in
        found.rows.append((0..<row.count).map { row.string($0) })
        return true
      } fault: {
        found.faults.append($0)
      }
      found.passed = table.passed.listed
    }
    return found
  }

  private func line(_ line: Int, _ reason: PassedLine.Reason) -> PassedLine {
    PassedLine(line: line, reason: reason)
  }

  @Test("titles above the header are passed over, whatever parts their cells")
  func titles() throws {
    for title in ["某县报表,,", "某县报表", "\"某县,\n报表\"", "某县报表\n\n单位：元;2021年"] {
      let found = try read(title + "\n甲\t乙\n1\t2\n")
      #expect(found.header == ["甲", "乙"])
      #expect(found.rows == [["1", "2"]])
      #expect(found.passed.allSatisfy { $0.reason == .title } && !found.passed.isEmpty)
      #expect(found.faults == [])
    }
  }

  @Test("a header stands in the first twenty rows, else the nearest of them is taken for it")
  func depth() throws {
    let titles = String(repeating: "x\n", count: 19)
    #expect(try read(titles + "甲,乙\n1,2\n").rows == [["1", "2"]])
    #expect(try read(titles + "x\n甲,乙\n1,2\n").header == ["x"])
    #expect(try read("x\n甲,丙\n1,2\n").header == ["甲", "丙"])
  }

  @Test("a number that its comma cuts in two is a fault, though only an empty cell is too many")
  func cutNumber() throws {
    let found = try read("甲,乙,丙\na,1,200,\na,b,c,\n")
    #expect(found.faults == [fault(2, 4, .wrongCellCount(expected: 3, found: 4))])
    #expect(found.rows == [["a", "b", "c"]])
  }

  @Test("the header again is no data, of a sheet that was pasted below another")
  func headerAgain() throws {
    let found = try read("标题,\n甲, 乙 ,\n1,2\n甲,乙,\n甲,丙\n 甲 ,乙\n3,4\n")
    #expect(found.rows.map { Array($0.prefix(2)) } == [["1", "2"], ["甲", "丙"], ["3", "4"]])
    #expect(found.passed.contains(line(4, .header)) && found.passed.contains(line(6, .header)))
  }

  @Test(
    "sums are no data",
    arguments: ["合计,2", "合 计：,2", ",小计", "总计,", "　共计　,2", "全县合计,9", "\"合\n计\",1"])
  func totals(row: String) throws {
    let found = try read("甲,乙\n1,2\n\(row)\n3,4\n")
    #expect(found.rows == [["1", "2"], ["3", "4"]])
    #expect(found.passed == [line(3, .total)])
  }

  @Test(
    "signatures are no data, though they be wider than the table",
    arguments: [
      "填报人：张三", "填报人:张三,审核人：李四", "审核人：,,李四,负责人：", "单位（盖章）", "单位(盖章)：某县", "制表人",
      "备注：以上为初步数", "联系电话：0563", "填报人,张三", "制表日期,2021-06-30", "单位负责人（签字）：",
      "审核人(签章),李四", "2021年6月30日", ",2021-06-30",
      "第1页 共1页", "第1页,共3页", "第 1 页/共 3 页", "共3页第1页,", "第一页（共十二页）", "制表：张三,第1页",
    ])
  func signatures(row: String) throws {
    let found = try read("甲,乙\n1,2\n\(row)\n")
    #expect(found.rows == [["1", "2"]])
    #expect(found.passed == [line(3, .footer)])
    #expect(found.faults == [])
  }

  @Test(
    "other rows are data",
    arguments: [
      "小河村", "合计村", "小计组", "2021-06-30", "会计", "共和镇", "单位", "备注", "负责人张三", "总医院", "审核", "合计划", "设计",
      "统计", "填表", "盖章机", "第一中学", "第1页村", "共青页", "第页",
    ])
  func data(word: String) throws {
    #expect(try read("甲,乙\n\(word),2\n").rows == [[word, "2"]])
  }

  @Test("whoever reads the table knows which of them are data, and where a sum may stand")
  func doubts() throws {
    let rows = "填报人,张三\n1,甲镇合计\n合计,5\n3,合计村\n2021-06-30,\n"
    try withFile(Array("甲,乙\n\(rows)".utf8)) { path in
      let table = try CSVTable(path: path)
      var (asked, taken): ([Int], [Int]) = ([], [])
      _ = try table.read(places: [1]) { row in
        asked.append(row.line)
        return row.line == 4
      } row: { row in
        taken.append(row.line)
        return true
      } fault: { _ in
      }
      #expect(asked == [2, 3, 4, 6] && taken == [4, 5])
      #expect(table.passed.listed == [line(2, .footer), line(3, .total), line(6, .footer)])
    }
  }

  @Test("the number of a page is no data, also in the column of serial numbers")
  func pages() throws {
    for row in ["第1页 共1页,,", "第1页,共2页,", ",第1页,共2页"] {
      let found = try read("序号,甲,乙\n1,2,3\n\(row)\n")
      #expect(found.rows.count == 1)
      #expect(found.passed == [line(3, .footer)])
    }
  }

  @Test("a serial number alone is no data, beside data it is passed on, and a sum may stand there")
  func serials() throws {
    let found = try read("序号,甲,乙\n1,a,b\n2,,\n,,\n合计,,5\n3,c,\n")
    #expect(found.rows == [["1", "a", "b"], ["3", "c", ""]])
    #expect(found.passed == [line(3, .serial), line(4, .blank), line(5, .total)])
  }

  @Test("what stands under no title is a fault, and so are errors of formulas")
  func faults() throws {
    let found = try read("甲,,乙\n1,,2\n3,x,4\n#REF!,,5\n6,,#n/a\n#1,,#\n7,,8,,\n7,,8,9\n")
    #expect(found.rows == [["1", "", "2"], ["#1", "", "#"], ["7", "", "8"]])
    #expect(
      found.faults == [
        fault(3, 2, .untitled("x")), fault(4, 1, .formulaError("#REF!")),
        fault(5, 3, .formulaError("#n/a")), fault(8, 4, .wrongCellCount(expected: 3, found: 4)),
      ])
  }

  @Test("only the first of very many rows are listed, and all are counted")
  func many() throws {
    try withFile(Array(("甲,乙\n" + String(repeating: ",\n", count: 3000)).utf8)) { path in
      let table = try CSVTable(path: path)
      _ = try table.read { _ in
        true
      } fault: { _ in
      }
      #expect(table.passed.count == 3000)
      #expect(table.passed.listed.count == 1000)
      #expect(table.passed.more == 0)
    }
  }

  @Test("blank rows hide none of the others")
  func blanksFirst() throws {
    let found = try read("甲,乙\n1,2\n" + String(repeating: ",\n", count: 1500) + "合计,2\n填报人：张三,\n")
    #expect(found.passed.suffix(2) == [line(1503, .total), line(1504, .footer)])
    try withFile(Array(("甲,乙\n" + String(repeating: ",\n合计,2\n", count: 1500)).utf8)) { path in
      let table = try CSVTable(path: path)
      _ = try table.read { _ in
        true
      } fault: { _ in
      }
      #expect(table.passed.count == 3000 && table.passed.more == 500)
      #expect(table.passed.listed.count { $0.reason == .total } == 1000)
    }
  }
}
