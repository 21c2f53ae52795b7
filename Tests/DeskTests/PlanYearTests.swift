import Foundation
import Registers
import Reports
import Storage
import StorageSQLite
import TargetEngine
import Testing

@testable import Desk

/// "An indicator with another statistical year needs only another first month."
@Suite struct PlanYearTests {
  /// A desk of a district with one township, and the statistics of a union from October on.
  private struct Statistics {
    let desk: Desk
    let connection: SQLiteConnection

    init(today: String = "2021-12-31", declared: [IndicatorDeclaration] = []) throws {
      connection = try SQLiteDatabase.inMemory()
      let ledger = try Ledger.found(
        on: connection, site: "TEST", at: "2021-01-01T00:00:00Z")
      ledger.declaredIndicators = Dictionary(uniqueKeysWithValues: declared.map { ($0.code, $0) })
      desk = Desk(
        ledger: ledger,
        context: Desk.Context(
          actor: "tester", now: "2021-01-01T00:00:00Z", today: try day(today), command: "test"))
      for (code, kind, parent) in [("d", UnitKind.district, nil), ("t", .township, "d")] {
        _ = try desk.addUnit(
          code: code, name: code, kind: kind, parent: parent, opened: nil, aliases: [])
      }
    }

    func add(
      _ code: String, _ kind: String = "flow", of parts: [String] = [], from month: Int? = nil,
      en: String = ""
    ) throws -> Indicator {
      var draft = IndicatorDraft(
        code: code, name: "指标" + code, kind: kind, measure: "个", numerator: parts.first,
        denominator: parts.last)
      (draft.firstMonth, draft.nameEn) = (month, en)
      return try desk.addIndicator(draft).result
    }

    func log(_ code: String, _ amount: String, _ on: String, year: Int? = nil) throws -> Int {
      try desk.log(
        code, amount, unit: "t", on: try day(on), year: year, note: "", isLevel: false
      ).result.entry.year
    }

    func report(_ text: String) throws -> MonthlyReport {
      try desk.monthlyReport(try month(text), ReportScope(unit: "d"))
    }
  }

  @Test("entries, targets, months and what is carried follow the plan year from October")
  func statisticalYear() throws {
    let office = try Statistics()
    _ = try office.add("u.new", from: 10)
    #expect(try office.log("u.new", "4", "2020-09-30") == 2020)
    #expect(try office.log("u.new", "3", "2020-10-01") == 2021)
    #expect(try office.log("u.new", "2", "2021-09-15") == 2021)
    #expect(try office.log("u.new", "1", "2021-10-15") == 2022)
    #expect(try office.log("u.new", "5", "2021-10-20", year: 2021) == 2021)
    for (year, amount) in [(2020, "4"), (2021, "12"), (2022, "20")] {
      let set = try office.desk.setTarget(
        "u.new", amount: amount, unit: "d", year: year, draft: TargetDraft(amount: 0)
      ).result.target
      #expect(set.effective.description == "\(year - 1)-10-01")
      #expect(set.due.description == "\(year)-09-30")
    }
    let september = try #require(try office.report("2021-09").lines.first)
    #expect((september.year, september.actual, september.month) == (2021, .amount(5), 2))
    #expect(september.completion.pace == .one)
    #expect(september.sameMonthLastYear == 4)
    #expect(try office.report("2021-09").carried.isEmpty, "2020 was finished when 2021 began")
    let october = try office.report("2021-10")
    let line = try #require(october.lines.first)
    #expect((line.year, line.actual, line.month, line.previousMonth) == (2022, .amount(1), 1, 2))
    #expect(line.completion.pace == Fraction(1, over: 12))
    let carried = try #require(october.carried.first)
    #expect((carried.year, carried.actual, carried.month) == (2021, .amount(10), 5))
    #expect(carried.completion.status == .overdue)
    let dashboard = try office.desk.dashboard(module: nil, unit: "d", on: try day("2021-12-31"))
    #expect(dashboard.items.first?.months.prefix(4) == [1, 0, 0, nil])
    #expect(try office.desk.ledger.check().isEmpty && office.desk.ledger.verify().isEmpty)
  }

  @Test("corrections are 0 in the plan year's first month, and in January they are told")
  func corrected() throws {
    let office = try Statistics()
    _ = try office.add("u.new", from: 10)
    func close(_ text: String) throws {
      _ = try office.desk.close(try month(text), module: nil, reissue: nil)
    }
    _ = try office.log("u.new", "3", "2020-12-10")
    try close("2020-12")
    _ = try office.log("u.new", "-1", "2020-12-11")
    #expect(try office.report("2021-01").lines.first?.corrected == -1)
    let later = try Statistics()
    _ = try later.add("u.new", from: 10)
    _ = try later.log("u.new", "3", "2020-09-10")
    _ = try later.desk.close(try month("2020-09"), module: nil, reissue: nil)
    _ = try later.log("u.new", "-1", "2020-09-11")
    _ = try later.log("u.new", "1", "2020-10-11")
    #expect(try later.report("2020-10").lines.first?.corrected == 0)
  }

  @Test("a ratio's first month is its numerator's; the flows of a ratio have the same")
  func ratios() throws {
    let office = try Statistics()
    _ = try office.add("u.a", from: 10)
    _ = try office.add("u.b", from: 10)
    _ = try office.add("u.c")
    #expect(try office.add("u.rate", "ratio", of: ["u.a", "u.b"]).firstMonth == 10)
    #expect(
      throws: DeskError.differentYears("u.mixed", from: 10, part: "u.c", partFrom: 1)
    ) { try office.add("u.mixed", "ratio", of: ["u.a", "u.c"]) }
    #expect(throws: DeskError.badFirstMonth(13)) { try office.add("u.d", from: 13) }
    let stored = try #require(try office.desk.ledger.indicator(code: "u.rate"))
    #expect(stored.firstMonth == 10)
  }

  @Test("the undo of an indicator, and its undo, keep its first month and its English name")
  func undone() throws {
    let office = try Statistics()
    let made = try office.add("u.new", from: 10, en: "New unions")
    let head = try office.desk.ledger.head().transaction
    _ = try office.desk.undo("\(head)", reason: "误")
    #expect(try office.desk.ledger.indicator(code: "u.new") == nil)
    _ = try office.desk.undo("\(head + 1)", reason: "误")
    #expect(try office.desk.ledger.indicator(code: "u.new") == made)
    #expect(try office.desk.indicator("New unions") == made)
    #expect(try office.desk.ledger.verify().isEmpty)
  }

  @Test("what is exported is imported as unchanged, and into an empty database as the same")
  func files() throws {
    let text = """
      编号,名称,类别,计量单位,小数位,方向,分子,分母,首月,英文名
      u.rate,建会率,比率,%,1,越多越好,u.new,u.all,10,Rate
      u.new,新建工会,累计,家,0,越多越好,,,10,New unions
      u.all,应建工会,累计,家,0,越多越好,,,10月,
      """
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("indicators-\(UUID().uuidString).csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let office = try Statistics()
    #expect(try office.desk.importFiles([path]).result.new == 3)
    let made = try office.desk.ledger.indicators()
    #expect(made.map(\.firstMonth) == [10, 10, 10])
    #expect(made.map(\.nameEn).sorted() == ["", "New unions", "Rate"])
    #expect(try office.desk.importFiles([path], ImportOptions(again: true)).result.new == 0)
    #expect(try office.desk.ledger.indicators() == made)
    // A file that says nothing of months and English names says nothing against them.
    try "编号,名称,类别,计量单位\nu.new,新建工会,累计,家\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(try office.desk.importFiles([path]).result.new == 0)
    let other = text.replacingOccurrences(of: "家,0,越多越好,,,10,", with: "家,0,越多越好,,,9,")
    try other.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: DeskError.self) {
      try office.desk.importFiles([path], ImportOptions(again: true))
    }
  }

  @Test("closed months of an earlier version keep their looks; those of this one have theirs")
  func printedForm() throws {
    let office = try Statistics()
    _ = try office.add("u.new", en: "New unions")
    _ = try office.add("u.all")
    _ = try office.add("u.rate", "ratio", of: ["u.new", "u.all"], en: "Rate")
    _ = try office.log("u.new", "3", "2021-05-10")
    _ = try office.log("u.all", "4", "2021-05-10")
    _ = try office.desk.close(try month("2021-05"), module: nil, reissue: nil)
    #expect(try office.desk.ledger.verify().isEmpty)
    func printed() throws -> String {
      MarkdownRenderer().render([try office.report("2021-05").table(.en)])
    }
    let now = try printed()
    #expect(now.contains("| New unions |") && now.contains("| Rate |") && now.contains("75% 3/4"))
    // As one that an earlier version wrote.
    try office.connection.execute("UPDATE closing SET form = 1")
    let then = try printed()
    #expect(then.contains("| 指标u.new |") && then.contains("| 指标u.rate |"))
    #expect(then.contains("75% |"))
  }

  @Test("a declared number of units, part and pace reach reports, rankings and closings")
  func declared() throws {
    let office = try Statistics(declared: [
      IndicatorDeclaration(
        "u.plans", zh: "有预案的乡镇", en: "Townships with a plan", .stock, "个",
        defaultTarget: .units(.township)),
      IndicatorDeclaration("u.due", zh: "计划演练", en: "Drills planned", .flow, "场", isPart: true),
      IndicatorDeclaration(
        "u.held", zh: "开展演练", en: "Drills held", .flow, "场", defaultTarget: .flow("u.due"),
        defaultPace: .planned),
    ])
    for (code, kind) in [("u.plans", "stock"), ("u.due", "flow"), ("u.held", "flow")] {
      _ = try office.add(code, kind)
    }
    _ = try office.log("u.due", "1", "2021-03-31")
    _ = try office.log("u.due", "3", "2021-11-30")
    _ = try office.log("u.held", "1", "2021-03-20")
    let report = try office.report("2021-06")
    #expect(report.lines.map(\.indicator.code) == ["u.plans", "u.held"])
    #expect(report.lines.map(\.plan?.amount) == [1, 4])
    #expect(report.lines.map(\.plan?.source) == [.planned, .planned])
    #expect(report.lines[1].completion.pace == Fraction(1, over: 4))
    #expect(report.table(.zh).notes.contains { $0.contains("取现有乡镇街道的个数") })
    let ranking = try office.desk.rankingReport(
      ["u.plans", "u.held"], try month("2021-06"), unit: "d", level: nil)
    #expect(ranking.rankings.map { $0.lines.first?.line.plan?.amount } == [1, 4])
    _ = try office.desk.close(try month("2021-06"), module: nil, reissue: nil)
    _ = try office.log("u.due", "4", "2021-12-30")
    let closed = try office.report("2021-06")
    #expect(closed.lines.map(\.plan?.amount) == [1, 4])
    #expect(closed.lines[1].completion.pace == Fraction(1, over: 4))
    #expect(try office.report("2021-07").lines.last?.plan?.amount == 8)
    #expect(try office.desk.ledger.check().isEmpty && office.desk.ledger.verify().isEmpty)
  }
}
