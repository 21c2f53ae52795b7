import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Plan years from October on, where registers, questions and rules about units speak of them.
@Suite struct RegisterYearTests {
  /// A desk with every register, and some indicators whose plan years begin in October.
  private func fixture(_ codes: String...) throws -> RecordFixture {
    let fixture = try RecordFixture(today: "2021-12-31", hasIndicators: false)
    _ = try fixture.desk.install(
      codes.map { code in
        var draft = IndicatorDraft(code: code, name: code, kind: "flow", measure: "个")
        draft.firstMonth = 10
        return draft
      })
    return fixture
  }

  private func years(_ fixture: RecordFixture, _ code: String) throws -> [Int] {
    let id = try fixture.desk.indicator(code).id
    return try fixture.desk.ledger.entries(EntryQuery(indicator: id)).map(\.year).sorted()
  }

  @Test("a finding counts as closed in the plan year in which it was found, by hand and by list")
  func findings() throws {
    let one = try fixture("clinics.findings", "clinics.findings-closed")
    try one.add("clinics.project", "facility=c1", "year=2020")
    try one.add(
      "clinics.finding", "project=c1", "item=一", "found-on=2020-09-20", "due=2020-12-01",
      "reporter=乙")
    try one.advance("clinics.finding", "TEST-2", "rectified", "2020-10-20")
    try one.advance("clinics.finding", "TEST-2", "closed", "2020-11-05", "verified-by=甲")
    #expect(try years(one, "clinics.findings") == [2020])
    #expect(try years(one, "clinics.findings-closed") == [2020])
    let many = try fixture("clinics.findings", "clinics.findings-closed")
    try many.add("clinics.project", "facility=c1", "year=2020")
    try many.importList(
      "clinics.finding",
      """
      project,item,found-on,due,rectified-on,verified-on,verified-by,reporter,stage
      c1,一,2020-09-20,2020-12-01,2020-10-20,2020-11-05,甲,乙,closed
      c1,二,2020-10-20,2020-12-01,2020-10-21,2020-11-05,甲,乙,closed
      """)
    #expect(try years(many, "clinics.findings-closed") == [2020, 2021])
    #expect(try many.desk.ledger.check().isEmpty)
  }

  @Test("a person counts as trained once in each plan year")
  func trained() throws {
    let fixture = try fixture("clinics.doctors-trained")
    try fixture.add("people.person", "name=张三", "unit=t1")
    for (title, ended) in [("甲", "2020-09-01"), ("乙", "2020-11-01"), ("丙", "2021-02-01")] {
      let course = try fixture.add(
        "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=t1",
        "started-on=2020-08-01", "ended-on=\(ended)")
      try fixture.add(
        "clinics.participant", "course=\(course)", "person=张三", "result=qualified")
    }
    #expect(try years(fixture, "clinics.doctors-trained") == [2020, 2021])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a question is about the plan year of its indicator that contains the day")
  func questions() throws {
    let fixture = try fixture("clinics.accepted")
    let accepted = try #require(Suite.indicators["clinics.accepted"])
    let years = try ["2021-09-30", "2021-10-01", "2021-12-31"].map {
      try fixture.desk.scope(on: day($0), of: accepted, unit: nil).year
    }
    #expect(years == [2021, 2022, 2022])
    #expect(try fixture.desk.scope(on: day("2021-12-31"), unit: nil).year == 2021)
    #expect(
      try fixture.desk.scope(on: day("2021-12-31"), year: 2020, of: accepted, unit: nil).year
        == 2020)
    let named = try Suite.modules.flatMap { module in
      (module.questions.map { ($0.name, $0.yearOf) } + module.actions.map { ($0.name, $0.yearOf) })
        .filter { $0.1 != nil }
    }
    #expect(
      named.map(\.0).sorted() == ["remaining", "round", "schedule", "second-round", "unfunded"])
  }

  @Test("a closed unit takes the target of the plan year in which it closed, and of none later")
  func closedUnits() throws {
    let fixture = try fixture("clinics.accepted")
    _ = try fixture.desk.closeUnit("t2", on: try day("2021-11-30"))
    func set(_ year: Int) throws {
      _ = try fixture.desk.setTarget(
        "clinics.accepted", amount: "3", unit: "t2", year: year, draft: TargetDraft(amount: 0))
    }
    try set(2022)
    #expect(throws: DeskError.unitClosed("unit t2", on: try day("2021-11-30"))) { try set(2023) }
  }

  @Test("nothing is posted into a plan year that plans cannot have")
  func lastYear() throws {
    let fixture = try fixture("clinics.findings")
    try fixture.add("clinics.project", "facility=c1", "year=2020")
    #expect(throws: DeskError.self) {
      try fixture.add(
        "clinics.finding", "project=c1", "item=一", "found-on=2199-10-20", "due=2199-12-01")
    }
  }
}
