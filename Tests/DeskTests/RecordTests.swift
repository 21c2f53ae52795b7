import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What the lists of an office do to its figures. Source: `engine.md`, "A register posts by
/// itself", and the traps of `domain.md`.
@Suite struct RecordTests {
  @Test("a relapse takes 40 to 39 from August only, and acceptance in October makes 40 again")
  func relapse() throws {
    let fixture = try RecordFixture(today: "2021-12-31")
    let id = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-05-01")
    try fixture.advance("clinics.project", id, "accepted", "2021-06-20")
    try fixture.advance("clinics.project", id, "rectifying", "2021-08-03")
    try fixture.advance("clinics.project", id, "reinspected", "2021-09-10")
    try fixture.advance("clinics.project", id, "accepted", "2021-10-10")
    let months = ["2021-05", "2021-06", "2021-07", "2021-08", "2021-09", "2021-10"]
    #expect(
      try months.map { try fixture.actual("clinics.accepted", $0, "d") } == [0, 1, 1, 0, 0, 1])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a clinic of the 2020 list accepted in February 2021 completes 2020's plan")
  func earlierPlanYear() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "clinics.project", "facility=c1", "year=2020", "stage=accepted", "accepted-on=2021-02-10")
    #expect(try fixture.actual("clinics.accepted", "2021-02", "d", year: 2020) == 1)
    #expect(try fixture.actual("clinics.accepted", "2021-02", "d", year: 2021) == 0)
  }

  @Test("a second round keeps 69: the denominator is the posts approved")
  func secondRound() throws {
    let fixture = try RecordFixture(today: "2021-12-31")
    let id = try fixture.add(
      "workforce.post", "code=P1", "hospital=h1", "year=2021", "title=医师", "openings=69",
      "stage=approved", "approved-on=2021-03-01")
    for (stage, day) in [
      ("announced", "2021-04-01"), ("selecting", "2021-05-01"), ("publicised", "2021-06-01"),
      ("closed", "2021-07-01"), ("announced", "2021-09-01"),
    ] { try fixture.advance("workforce.post", id, stage, day) }
    #expect(try fixture.actual("workforce.posts-approved", "2021-12", "d") == 69)
    try fixture.set("workforce.post", id, "openings=67", on: "2021-10-01")
    #expect(try fixture.actual("workforce.posts-approved", "2021-09", "d") == 69)
    #expect(try fixture.actual("workforce.posts-approved", "2021-10", "d") == 67)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a village is covered once, whoever of its doctors leaves first")
  func village() throws {
    let fixture = try RecordFixture()
    let first = try fixture.add(
      "workforce.village-doctor", "village=v1", "person=张一", "qualification=villageDoctor",
      "serves-from=2021-01-01")
    try fixture.add(
      "workforce.village-doctor", "village=v1", "person=李二", "qualification=physician",
      "serves-from=2021-03-01")
    #expect(try fixture.actual("workforce.villages-covered", "2021-03", "t1") == 1)
    try fixture.set("workforce.village-doctor", first, "serves-until=2021-04-30")
    #expect(try fixture.actual("workforce.villages-covered", "2021-05", "t1") == 1)
    try fixture.set("workforce.village-doctor", first, "village=v2")
    #expect(try fixture.actual("workforce.villages-covered", "2021-02", "t1") == 1)
    #expect(try fixture.actual("workforce.villages-covered", "2021-05", "t1") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a hire follows its post: to another hospital, to another plan year")
  func drivenByThePost() throws {
    let fixture = try RecordFixture()
    let post = try fixture.add(
      "workforce.post", "code=P1", "hospital=h1", "year=2021", "title=护士", "openings=2",
      "stage=approved", "approved-on=2021-03-01")
    try fixture.add("workforce.hire", "post=P1", "person=王三", "hired-on=2021-06-01")
    #expect(try fixture.actual("workforce.hired", "2021-06", "t1") == 1)
    try fixture.set("workforce.post", post, "hospital=h2", "year=2020")
    #expect(try fixture.actual("workforce.hired", "2021-06", "t1") == 0)
    #expect(try fixture.actual("workforce.hired", "2021-06", "t2", year: 2020) == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("an opening figure gives way to the list, which then refuses numbers")
  func openingFigure() throws {
    let fixture = try RecordFixture()
    _ = try fixture.desk.log(
      "clinics.accepted", "12", unit: "c1", on: try day("2021-03-31"), year: nil, note: "期初数",
      isLevel: false)
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 1)
    #expect(throws: DeskError.reportsByList(indicator: "clinics.accepted", unit: "unit c1")) {
      try fixture.desk.log(
        "clinics.accepted", "1", unit: "c1", on: nil, year: nil, note: "", isLevel: false)
    }
    let last = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(last)", reason: "试")
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 12)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a unit that reports by number is left alone by its records")
  func byNumber() throws {
    let fixture = try RecordFixture()
    _ = try fixture.desk.setSourcing(
      "clinics.accepted", unit: "t1", byList: false, since: try day("2021-01-01"))
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 0)
    #expect(try fixture.actual("clinics.planned", "2021-04", "d") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a removed record calls for nothing, and its history stays")
  func removal() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    let shape = try fixture.shape("clinics.project")
    _ = try fixture.desk.removeRecords([id], in: shape, reason: "重复录入")
    #expect(try fixture.actual("clinics.planned", "2021-04", "d") == 0)
    let number = try #require(try fixture.desk.recordNumber(id))
    #expect(try fixture.desk.ledger.history(of: number, in: shape).count == 2)
    // Its key is free again.
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    #expect(try fixture.actual("clinics.planned", "2021-04", "d") == 1)
  }

  @Test("a key may be taken out any number of times, and what names such a record keeps its unit")
  func removedKeys() throws {
    let fixture = try RecordFixture()
    let (projects, findings) = (
      try fixture.shape("clinics.project"), try fixture.shape("clinics.finding")
    )
    var finding = ""
    for _ in 0..<3 {
      let id = try fixture.add("clinics.project", "facility=c1", "year=2021")
      finding = try fixture.add(
        "clinics.finding", "project=\(id)", "item=处置室", "found-on=2021-05-01", "due=2021-06-01")
      #expect(throws: DeskError.self) {
        try fixture.add("clinics.project", "facility=c1", "year=2021")
      }
      // As databases have it from before named records were kept.
      let old = try fixture.desk.record(id, in: projects)
      _ = try fixture.desk.changeRecords { session in
        var removed = old
        removed.isRemoved = true
        return try session.put(removed, after: old, in: projects)
      }
    }
    var query = RecordQuery()
    query.unit = try fixture.desk.unit("t1").unit.id
    #expect(try fixture.desk.ledger.records(query, in: projects).isEmpty)
    #expect(try fixture.desk.ledger.records(query, in: findings).count == 3)
    #expect(
      try fixture.desk.ledger.places(
        of: [try fixture.desk.record(finding, in: findings)], in: findings
      ).count == 1)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("permitted moves are named when another is asked for")
  func forbiddenMove() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add("clinics.project", "facility=c1", "year=2021")
    #expect(
      throws: DeskError.record(
        .forbiddenMove(
          from: Text("拟建", "Planned"), to: Text("达标", "Accepted"),
          allowed: [Text("现场评估", "Assessed"), Text("调出", "Removed")]))
    ) { try fixture.advance("clinics.project", id, "accepted", "2021-06-20") }
  }

  @Test("a removed facility needs a document number")
  func documentNumber() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add("clinics.project", "facility=c1", "year=2021")
    #expect(throws: DeskError.self) {
      try fixture.advance("clinics.project", id, "removed", "2021-06-20")
    }
    try fixture.advance("clinics.project", id, "removed", "2021-06-20", "document-no=卫健办〔2021〕77号")
    #expect(try fixture.actual("clinics.planned", "2021-05", "d") == 1)
    #expect(try fixture.actual("clinics.planned", "2021-06", "d") == 0)
  }

  @Test("a later use of a record forbids its undoing, by the transaction's number")
  func undoOfWhatIsUsed() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "workforce.post", "code=P1", "hospital=h1", "year=2021", "title=护士", "openings=2",
      "stage=approved", "approved-on=2021-03-01")
    let made = try fixture.desk.ledger.head().transaction
    try fixture.add("workforce.hire", "post=P1", "person=王三", "hired-on=2021-06-01")
    let user = try fixture.desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: user))) {
      try fixture.desk.undo("\(made)", reason: "试")
    }
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }

  @Test("a number that a list took the place of is not undone by itself")
  func undoOfAnOpeningFigure() throws {
    let fixture = try RecordFixture()
    _ = try fixture.desk.log(
      "clinics.accepted", "12", unit: "c1", on: try day("2021-03-31"), year: nil, note: "",
      isLevel: false)
    let told = try fixture.desk.ledger.head().transaction
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    let listed = try fixture.desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: listed))) {
      try fixture.desk.undo("\(told)", reason: "试")
    }
    _ = try fixture.desk.undo("\(listed)", reason: "试")
    _ = try fixture.desk.undo("\(told)", reason: "试")
    #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 0)
  }

  @Test("who is told to report by number may, also where records have posted")
  func backToNumbers() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    _ = try fixture.desk.setSourcing(
      "clinics.accepted", unit: "c1", byList: false, since: try day("2021-06-01"))
    _ = try fixture.desk.log(
      "clinics.accepted", "2", unit: "c1", on: try day("2021-06-10"), year: nil, note: "",
      isLevel: false)
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 3)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a removed record does not come back while another bears its key")
  func undoOfARemoval() throws {
    let fixture = try RecordFixture()
    let shape = try fixture.shape("clinics.project")
    let id = try fixture.add("clinics.project", "facility=c1", "year=2021")
    _ = try fixture.desk.removeRecords([id], in: shape, reason: "试")
    let removal = try fixture.desk.ledger.head().transaction
    try fixture.add("clinics.project", "facility=c1", "year=2021")
    let other = try fixture.desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: other))) {
      try fixture.desk.undo("\(removal)", reason: "试")
    }
    _ = try fixture.desk.undo("\(other)", reason: "试")
    _ = try fixture.desk.undo("\(removal)", reason: "试")
    #expect(try fixture.actual("clinics.planned", "2021-06", "d") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a rule set later lets records give way to numbers, and back, and undo goes back too")
  func ruleSetLater() throws {
    let fixture = try RecordFixture()
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "stage=accepted", "accepted-on=2021-04-10")
    let desk = fixture.desk
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "t1", byList: false, since: try day("2021-04-01"))
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 0)
    let rule = try desk.ledger.head().transaction
    #expect(try desk.ledger.check().isEmpty)
    // Under a township that says nothing the clinic's records count again.
    _ = try desk.moveUnit("c1", under: "t2")
    #expect(try fixture.actual("clinics.accepted", "2021-06", "t2") == 1)
    #expect(try desk.ledger.check().isEmpty)
    let move = try desk.ledger.head().transaction
    _ = try desk.undo("\(move)", reason: "试")
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 0)
    _ = try desk.log(
      "clinics.accepted", "5", unit: "c1", on: try day("2021-05-31"), year: nil, note: "",
      isLevel: false)
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "t1", byList: true, since: try day("2021-04-01"))
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 1)
    #expect(try desk.ledger.check().isEmpty)
    let back = try desk.ledger.head().transaction
    _ = try desk.undo("\(back)", reason: "试")
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 5)
    #expect(rule > 0)
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("nothing of a register without units belongs to a unit")
  func withoutUnits() throws {
    let fixture = try RecordFixture()
    try fixture.add("plan.document", "number=文〔2021〕1号", "title=方案")
    let shape = try fixture.shape("plan.document")
    var query = RecordQuery()
    #expect(try fixture.desk.ledger.count(query, in: shape) == 1)
    query.unit = try fixture.desk.unit("d").unit.id
    #expect(try fixture.desk.ledger.records(query, in: shape).isEmpty)
    #expect(try fixture.desk.ledger.count(query, in: shape) == 0)
  }

  @Test("a unit that a record names is not undone, nor a column that holds a value")
  func undoOfWhatRecordsUse() throws {
    let fixture = try RecordFixture()
    let desk = fixture.desk
    _ = try desk.addUnit(
      code: "x", name: "unit x", kind: .clinic, parent: "t1", opened: nil, aliases: [])
    let unit = try desk.ledger.head().transaction
    _ = try desk.addColumn("床位", "int", to: try fixture.shape("clinics.project"))
    let column = try desk.ledger.head().transaction
    try fixture.add("clinics.project", "facility=c1", "year=2021", "床位=4")
    let record = try desk.ledger.head().transaction
    try fixture.add(
      "clinics.course", "title=甲", "audience=other", "base=x", "started-on=2021-05-01")
    let course = try desk.ledger.head().transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: course))) {
      try desk.undo("\(unit)", reason: "试")
    }
    #expect(throws: DeskError.undo(.neededBy(transaction: record))) {
      try desk.undo("\(column)", reason: "试")
    }
    _ = try desk.undo("\(course)", reason: "试")
    _ = try desk.undo("\(unit)", reason: "试")
    #expect(try desk.ledger.verify().isEmpty)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a part of a text is looked for as it is written")
  func contains() throws {
    let fixture = try RecordFixture()
    for title in ["完成50%", "完成500"] {
      try fixture.add("plan.task", "title=\(title)", "owner=t1", "due=2021-12-31")
    }
    let shape = try fixture.shape("plan.task")
    let found = try fixture.desk.list(RecordSearch(conditions: ["title~50%"]), in: shape)
    #expect(found.count == 1)
  }

  @Test("an indicator that comes later counts the records that are there, however it comes")
  func laterIndicator() throws {
    for way in ["add", "install", "undo of undo"] {
      let fixture = try RecordFixture(hasIndicators: false)
      try fixture.add("clinics.project", "facility=c1", "year=2021")
      let draft = IndicatorDraft(
        code: "clinics.planned", name: "计划", kind: "flow", measure: "个")
      switch way {
      case "add": _ = try fixture.desk.addIndicator(draft)
      case "install": #expect(try fixture.desk.install([draft]).result.count == 1)
      default:
        let removed = try fixture.desk.ledger.records(
          RecordQuery(), in: try fixture.shape("clinics.project"))
        _ = try fixture.desk.removeRecords(
          ["TEST-\(removed[0].id)"], in: try fixture.shape("clinics.project"), reason: "试")
        let added = try fixture.desk.addIndicator(draft).head.transaction
        _ = try fixture.desk.undo("\(added)", reason: "试")
        try fixture.add("clinics.project", "facility=c2", "year=2021")
        _ = try fixture.desk.undo("\(added + 1)", reason: "试")
      }
      #expect(try fixture.actual("clinics.planned", "2021-06", "d") == 1, "\(way)")
      let faults = try fixture.desk.ledger.check()
      #expect(faults == [], "\(way)")
      #expect(try fixture.desk.install([draft]).result.isEmpty)
    }
  }
}
