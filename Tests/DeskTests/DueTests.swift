import Registers
import Reports
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

@Suite struct DueTests {
  private func report(
    _ fixture: RecordFixture, unit: String = "d", on text: String? = nil, within: Int = 30,
    isWhole: Bool = false, module: [String]? = nil
  ) throws -> DueReport {
    try fixture.desk.due(
      DueQuestion(
        module: module, unit: unit, day: try text.map { try day($0) }, within: within,
        isWhole: isWhole),
      try RecordNames(fixture.desk.ledger, .zh))
  }

  private func lines(_ report: DueReport) -> [String] {
    report.lines.map {
      "\($0.label)\($0.label.isEmpty ? $0.title.zh : "") \($0.occurrence.due) "
        + "\($0.occurrence.status(on: report.day)) \($0.unit?.code ?? "-")"
    }
  }

  @Test("records of a unit are found through the record that they name")
  func units() throws {
    let fixture = try RecordFixture()
    for unit in ["c1", "c3"] {
      try fixture.add("clinics.project", "facility=\(unit)", "year=2021")
      try fixture.add(
        "clinics.finding", "project=\(unit)/2021", "item=药房\(unit)", "found-on=2021-06-01",
        "due=2021-06-20")
    }
    #expect(
      try lines(report(fixture))
        == ["药房c1 2021-06-20 missed c1", "药房c3 2021-06-20 missed c3"])
    #expect(try lines(report(fixture, unit: "t1")) == ["药房c1 2021-06-20 missed c1"])
    let list = try fixture.desk.list(
      RecordSearch(unit: "t2"), in: try fixture.shape("clinics.finding"))
    #expect(list.count == 1)
  }

  @Test("of several roots each has its own")
  func roots() throws {
    let fixture = try RecordFixture()
    _ = try fixture.desk.addUnit(
      code: "e", name: "unit e", kind: .district, parent: nil, opened: nil, aliases: [])
    for unit in ["c1", "e"] {
      try fixture.add("plan.task", "title=\(unit)", "owner=\(unit)", "due=2021-07-01")
    }
    #expect(try lines(report(fixture)) == ["c1 2021-07-01 open c1"])
    #expect(try report(fixture).rates.map(\.punctuality.open) == [1])
    #expect(try lines(report(fixture, unit: "e")) == ["e 2021-07-01 open e"])
    let tasks = try fixture.shape("plan.task")
    #expect(try fixture.desk.list(RecordSearch(unit: "d"), in: tasks).count == 1)
    #expect(try fixture.desk.list(RecordSearch(unit: "e"), in: tasks).count == 1)
  }

  @Test("a unit that moves takes along what it owes")
  func moved() throws {
    let fixture = try RecordFixture()
    try fixture.add("plan.task", "title=甲", "owner=c1", "due=2021-07-01")
    #expect(try lines(report(fixture, unit: "t1")) == ["甲 2021-07-01 open c1"])
    _ = try fixture.desk.moveUnit("c1", under: "t2")
    #expect(try lines(report(fixture, unit: "t1")) == [])
    #expect(try lines(report(fixture, unit: "t2")) == ["甲 2021-07-01 open c1"])
  }

  @Test("what is removed is owed no more, and owed again when that is undone")
  func removed() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add("plan.task", "title=甲", "owner=d", "due=2021-06-01")
    _ = try fixture.desk.removeRecords([id], in: try fixture.shape("plan.task"), reason: "错")
    #expect(try lines(report(fixture)) == [])
    #expect(try report(fixture).rates.allSatisfy { $0.punctuality.due == 0 })
    let head = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(head)", reason: "没错")
    #expect(try lines(report(fixture)) == ["甲 2021-06-01 missed d"])
  }

  @Test("what was done later is open until then; what is found later is not owed yet")
  func later() throws {
    let fixture = try RecordFixture(today: "2021-07-31")
    let id = try fixture.add("plan.task", "title=甲", "owner=d", "due=2021-07-05")
    try fixture.advance("plan.task", id, "doing", "2021-06-01")
    try fixture.advance("plan.task", id, "done", "2021-07-02")
    let june = "2021-06-30"
    #expect(try lines(report(fixture, on: june)) == ["甲 2021-07-05 open d"])
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    try fixture.add(
      "clinics.finding", "project=c1/2021", "item=药房", "found-on=2021-07-10", "due=2021-07-20")
    #expect(try lines(report(fixture, on: june)) == ["甲 2021-07-05 open d"])
    #expect(
      try lines(report(fixture, on: "2021-07-10")) == ["药房 2021-07-20 open c1"])
  }

  @Test("a module has its registers, and the records of shared ones that name it")
  func modules() throws {
    let fixture = try RecordFixture()
    try fixture.add("plan.task", "title=甲", "owner=d", "due=2021-07-05", "module=clinics")
    try fixture.add("plan.task", "title=乙", "owner=d", "due=2021-07-06")
    #expect(try lines(report(fixture, module: ["clinics"])) == ["甲 2021-07-05 open d"])
    #expect(try lines(report(fixture, module: ["workforce"])) == [])
    #expect(try lines(report(fixture, module: ["plan"])).count == 2)
  }

  @Test("rules are kept by day, chained, and taken back by an undo")
  func rules() throws {
    let fixture = try RecordFixture()
    let rules = Suite.modules.flatMap(\.rules)
    let set = try fixture.desk.setRule(
      "workforce.probation", among: rules, count: "6", measure: "月", since: day("2021-01-01"),
      citation: "文件 三号")
    #expect(set.result.version.citation == "文件 三号")
    func probation(_ text: String) throws -> RuleVersion? {
      try fixture.desk.ruleTable(rules).first { $0.code == "workforce.probation" }?
        .version(on: day(text))
    }
    #expect(try probation("2020-12-31")?.count == 12)
    #expect(try probation("2021-01-01")?.count == 6)
    #expect(try probation("2021-01-01")?.citation == "文件 三号")
    try fixture.add(
      "workforce.post", "code=p", "hospital=h1", "year=2021", "title=t", "openings=5",
      "approved-on=2021-01-10")
    let id = try fixture.add("workforce.hire", "post=p", "person=张三", "hired-on=2021-02-01")
    let shape = try fixture.shape("workforce.hire")
    let until = try #require(shape.field(named: "probation-until"))
    #expect(
      try fixture.desk.record(id, in: shape).data[until] == .day(day("2021-08-01")))
    _ = try fixture.desk.undo("\(set.head.transaction)", reason: "试")
    #expect(try probation("2021-01-01")?.count == 12)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a database that began bare has the rules that its office sets, and no others")
  func bare() throws {
    let fixture = try RecordFixture(isBare: true)
    let rules = Suite.modules.flatMap(\.rules)
    #expect(try fixture.desk.ruleTable(rules).flatMap(\.versions) == [])
    try fixture.add(
      "workforce.post", "code=p", "hospital=h1", "year=2021", "title=t", "openings=5",
      "approved-on=2021-01-10")
    let hire = try fixture.shape("workforce.hire")
    let until = try #require(hire.field(named: "probation-until"))
    let first = try fixture.add("workforce.hire", "post=p", "person=张三", "hired-on=2021-02-01")
    #expect(try fixture.desk.record(first, in: hire).data[until].isEmpty)
    _ = try fixture.desk.setRule(
      "workforce.probation", among: rules, count: "3", measure: nil, since: day("2021-01-01"),
      citation: "")
    let second = try fixture.add("workforce.hire", "post=p", "person=李四", "hired-on=2021-02-01")
    #expect(try fixture.desk.record(second, in: hire).data[until] == .day(day("2021-05-01")))
  }

  @Test("a year without holidays is refused by name where a record needs it")
  func holidays() throws {
    let fixture = try RecordFixture(today: "2026-12-30")
    _ = try fixture.desk.setRule(
      "workforce.publicity", among: Suite.modules.flatMap(\.rules), count: "7",
      measure: "workingDays", since: day("2026-01-01"), citation: "")
    let head = try fixture.desk.ledger.head()
    #expect(throws: DeskError.calendar(.noHolidays(of: 2027))) {
      try fixture.add(
        "workforce.post", "code=p", "hospital=h1", "year=2026", "title=t", "openings=5",
        "approved-on=2026-12-01", "publicity-from=2026-12-29")
    }
    #expect(try fixture.desk.ledger.head() == head)
  }

  @Test("what the database counts is what the records say", arguments: 1...4)
  func counted(_ seed: Int) throws {
    let fixture = try RecordFixture()
    var random = SplitMix(state: UInt64(seed))
    func pick(_ days: ClosedRange<Int>) throws -> Day {
      try day("2020-11-01").adding(days: Int.random(in: days, using: &random))
    }
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    for number in 0..<60 {
      let found = try pick(0...250)
      let due = found.adding(days: Int.random(in: 0...60, using: &random))
      let id = try fixture.add(
        "clinics.finding", "project=c1/2021", "item=\(number)", "found-on=\(found)", "due=\(due)")
      if Bool.random(using: &random), found <= fixture.desk.context.today {
        let rectified = min(
          found.adding(days: Int.random(in: 0...90, using: &random)), fixture.desk.context.today)
        try fixture.advance("clinics.finding", id, "rectified", rectified.description)
        if Int.random(in: 0...3, using: &random) == 0 {
          try fixture.advance("clinics.finding", id, "open", rectified.description)
        }
      }
      if Int.random(in: 0...2, using: &random) == 0 {
        let moved = due.adding(days: Int.random(in: 0...60, using: &random))
        try fixture.set("clinics.finding", id, "due=\(moved)")
      }
    }
    let report = try report(fixture, isWhole: false)
    let shape = try fixture.shape("clinics.finding")
    let scope = DueScope(start: report.start, day: report.day, end: report.end)
    var expected = Punctuality()
    var listed: [String] = []
    for state in try fixture.desk.list(RecordSearch(), in: shape).records {
      for duty in try shape.obligations[0].duties(
        of: state, in: shape, scope, StoredRecords(fixture.desk.ledger))
      {
        let found = try #require(shape.field(named: "found-on"))
        guard case .day(let arisen) = state.data[found], arisen <= report.day else { continue }
        let occurrence = duty.occurrence
        let earlier =
          occurrence.due < report.start && occurrence.status(on: report.day).isSettled
        if !earlier {
          expected.add(occurrence, from: report.start, on: report.day, through: report.end)
        }
        if !occurrence.status(on: report.day).isSettled, occurrence.due <= report.end {
          listed.append("TEST-\(state.id)")
        }
      }
    }
    #expect(report.rates.map(\.punctuality) == [expected])
    // The first few are the first few of all, with and without what was done.
    for isWhole in [false, true] {
      let names = try RecordNames(fixture.desk.ledger, .zh)
      let all = try fixture.desk.due(DueQuestion(unit: "d", isWhole: isWhole), names)
      let few = try fixture.desk.due(DueQuestion(unit: "d", isWhole: isWhole, limit: 5), names)
      #expect(few.lines.map(\.record) == all.lines.prefix(5).map(\.record))
      #expect(few.count == all.count)
      #expect(all.lines.contains { $0.occurrence.status(on: all.day).isSettled } == isWhole)
    }
    #expect(Set(report.lines.map(\.record)) == Set(listed))
    #expect(report.lines.count == listed.count && report.count == listed.count)
    #expect(expected.due > 10 && expected.missed > 0)
  }

  @Test("stages and what is due stand on the dashboard, below a unit and as of a day")
  func standings() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add("clinics.project", "facility=c1", "year=2021")
    try fixture.add("clinics.project", "facility=c3", "year=2021")
    try fixture.add("clinics.project", "facility=c4", "year=2020")
    try fixture.advance("clinics.project", id, "assessed", "2021-05-10")
    try fixture.add("plan.task", "title=甲", "owner=d", "due=2021-06-01")
    func stages(_ unit: String, on text: String) throws -> [String] {
      try fixture.desk.dashboard(module: "clinics", unit: unit, on: day(text)).standings
        .flatMap(\.registers).flatMap { $0.counts.map { "\($0.stage) \($0.count)" } }
    }
    #expect(try stages("d", on: "2021-06-30") == ["planned 1", "assessed 1"])
    #expect(try stages("t1", on: "2021-06-30") == ["assessed 1"])
    #expect(try stages("d", on: "2021-05-09") == ["planned 2"])
    let plan = try fixture.desk.dashboard(module: "plan", unit: "d", on: nil)
    #expect(plan.items.isEmpty)
    #expect(plan.standings.map(\.punctuality.missed) == [1])
  }
}
