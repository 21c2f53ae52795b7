import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// "A record that others name is not removed (and not merged away) without saying so": who was
/// entered twice becomes one, with everything that names either.
@Suite struct RecordMergeTests {
  private func merge(
    _ fixture: RecordFixture, _ register: String, _ id: String, into other: String
  ) throws -> MergedRecords {
    try fixture.desk.mergeRecord(
      id, into: other, in: try fixture.shape(register), reason: "重复登记"
    ).result
  }

  private func record(
    _ fixture: RecordFixture, _ register: String, _ id: String
  ) throws -> RecordState {
    try fixture.desk.record(id, in: try fixture.shape(register), isRead: true)
  }

  private func isSound(_ fixture: RecordFixture) throws -> Bool {
    try fixture.desk.ledger.check().isEmpty && fixture.desk.ledger.verify().isEmpty
  }

  @Test("nothing is merged into what was erased, or out of it")
  func erased() throws {
    let fixture = try RecordFixture()
    let gone = try fixture.add("people.person", "name=张三", "unit=c1")
    let here = try fixture.add("people.person", "name=李四", "unit=c2")
    let shape = try fixture.shape("people.person")
    _ = try fixture.desk.erase(
      try record(fixture, "people.person", gone), in: shape, document: "卫健办〔2021〕77号")
    for (old, kept) in [(here, gone), (gone, here)] {
      #expect(throws: DeskError.record(.erased(gone))) {
        try merge(fixture, "people.person", old, into: kept)
      }
    }
    #expect(try record(fixture, "people.person", here).isRemoved == false)
  }

  @Test("nor by undoing that a merger was undone")
  func erasedMeanwhile() throws {
    let fixture = try RecordFixture()
    let old = try fixture.add("people.person", "name=张三", "unit=c1")
    let kept = try fixture.add("people.person", "name=李四", "unit=c2")
    _ = try merge(fixture, "people.person", old, into: kept)
    let merger = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(merger)", reason: "r")
    _ = try fixture.desk.erase(
      try record(fixture, "people.person", kept), in: try fixture.shape("people.person"),
      document: "卫健办〔2021〕77号")
    #expect(throws: DeskError.undo(.keptBy(transaction: merger + 2, .erasure))) {
      try fixture.desk.undo("\(merger + 1)", reason: "r")
    }
    #expect(try isSound(fixture))
  }

  @Test("what names a person names the other from then on, and undo takes all of it back")
  func person() throws {
    let fixture = try RecordFixture()
    let kept = try fixture.add("people.person", "name=张三", "unit=c1")
    let twice = try fixture.add("people.person", "name=张三", "unit=c2")
    let doctor = try fixture.add(
      "workforce.village-doctor", "village=v1", "person=\(twice)", "serves-from=2021-01-01",
      "qualification=physician")
    let staff = try fixture.add(
      "workforce.staff", "unit=h1", "person=\(twice)", "category=general", "from=2021-02-01")
    let before = try [doctor, staff].map {
      try record(fixture, $0 == doctor ? "workforce.village-doctor" : "workforce.staff", $0)
    }
    let merged = try merge(fixture, "people.person", twice, into: kept)
    #expect(merged.removed.isRemoved)
    #expect(merged.referrers.map { "TEST-\($0.state.id)" }.sorted() == [doctor, staff].sorted())
    let id = try #require(merged.kept.id as RecordID?)
    for state in merged.referrers.map(\.state) {
      #expect(state.data.compactMap(\.record).contains(id))
    }
    #expect(try fixture.actual("workforce.villages-covered", "2021-06", "d") == 1)
    #expect(try fixture.actual("workforce.in-post", "2021-06", "d") == 1)
    #expect(try fixture.desk.history("people.person", twice, fixture).last == "重复登记")
    #expect(throws: DeskError.record(.removed(twice))) {
      try fixture.desk.record(twice, in: try fixture.shape("people.person"))
    }
    #expect(try isSound(fixture))
    let number = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(number)", reason: "两个人")
    #expect(try record(fixture, "people.person", twice).isRemoved == false)
    #expect(try record(fixture, "workforce.village-doctor", doctor) == before[0])
    #expect(try record(fixture, "workforce.staff", staff) == before[1])
    #expect(try isSound(fixture))
  }

  @Test("refused where a record that names it has a twin that names the other")
  func collision() throws {
    let fixture = try RecordFixture()
    let kept = try fixture.add("people.person", "name=张三", "unit=c1")
    let twice = try fixture.add("people.person", "name=张三", "unit=c2")
    let ids = try [kept, twice].map {
      try fixture.add(
        "workforce.village-doctor", "village=v1", "person=\($0)", "serves-from=2021-01-01")
    }
    let head = try fixture.desk.ledger.head()
    let title = try fixture.shape("workforce.village-doctor").name.title
    #expect(
      throws: DeskError.record(.inRecord(ids[1], .duplicateKey(register: title, id: ids[0])))
    ) { try merge(fixture, "people.person", twice, into: kept) }
    #expect(try fixture.desk.ledger.head() == head)
  }

  @Test("refused where a rule over records would break")
  func rule() throws {
    let fixture = try RecordFixture()
    let kept = try fixture.add("people.person", "name=张三", "unit=c1")
    let twice = try fixture.add("people.person", "name=张三", "unit=c2")
    for (person, unit, from) in [(kept, "h1", "2021-01-01"), (twice, "h2", "2021-02-01")] {
      try fixture.add(
        "workforce.staff", "unit=\(unit)", "person=\(person)", "category=general", "from=\(from)")
    }
    let head = try fixture.desk.ledger.head()
    let error = #expect(throws: DeskError.self) {
      try merge(fixture, "people.person", twice, into: kept)
    }
    guard case .record(.inRecord(_, .rules)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try fixture.desk.ledger.head() == head)
  }

  @Test("refused where a secret tells them apart or would be lost")
  func secrets() throws {
    let fixture = try RecordFixture()
    try fixture.makeKey()
    let (first, second) = ("110101199003070011", "11010119900307002X")
    let numbers = [first, second].compactMap { text in
      (0..<11).lazy.map { String(text.dropLast()) + ($0 == 10 ? "X" : "\($0)") }.first {
        (try? SecretForm.identityNumber.normalized($0, today: fixture.desk.context.today)) != nil
      }
    }
    #expect(numbers.count == 2)
    let a = try fixture.add("people.person", "name=张三", "unit=c1", "id-number=\(numbers[0])")
    let b = try fixture.add("people.person", "name=张三", "unit=c2", "id-number=\(numbers[1])")
    let c = try fixture.add("people.person", "name=张三", "unit=c3")
    let field = Text("身份证号", "Identity number")
    #expect(throws: DeskError.record(.mergesDiffer(field: field, id: a, into: b))) {
      try merge(fixture, "people.person", a, into: b)
    }
    #expect(throws: DeskError.record(.mergeLoses(field: field, id: a, into: c))) {
      try merge(fixture, "people.person", a, into: c)
    }
    #expect(throws: DeskError.record(.mergesItself(a))) {
      try merge(fixture, "people.person", a, into: a)
    }
    #expect(try merge(fixture, "people.person", c, into: a).removed.isRemoved)
    #expect(try isSound(fixture))
  }

  @Test("documents are named by their number: records follow, targets stay where they are")
  func documents() throws {
    let fixture = try RecordFixture()
    let add = { (number: String) in
      try fixture.add("plan.document", "number=\(number)", "title=方案", "issued-on=2021-01-01")
    }
    let (kept, twice) = (try add("文〔2021〕1号"), try add("文〔2021〕01号"))
    let project = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "document-no=文[2021]01号")
    let shape = try fixture.shape("clinics.project")
    let field = try #require(shape.field(named: "document-no"))
    _ = try merge(fixture, "plan.document", twice, into: kept)
    #expect(try record(fixture, "clinics.project", project).data[field] == .text("文〔2021〕1号"))
    let again = try add("文〔2021〕001号")
    var draft = TargetDraft(amount: 0)
    draft.document = "文〔2021〕001号"
    _ = try fixture.desk.setTarget(
      "clinics.accepted", amount: "3", unit: "t1", year: 2021, draft: draft)
    let error = #expect(throws: DeskError.self) {
      try merge(fixture, "plan.document", again, into: kept)
    }
    guard case .record(.named) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("lists have the other in its place, once")
  func lists() throws {
    let fixture = try RecordFixture(registers: ListRegisters.all + Suite.registers)
    let names = ["甲厂", "甲 工厂", "乙厂"]
    let shops = try names.map { try fixture.add("union.shop", "name=\($0)", "unit=h1") }
    let agreement = try fixture.add(
      "union.agreement", "title=x", "payer=\(shops[1])",
      "employers=\(shops[0])@2021-01-01~2021-03-31；\(shops[2])；\(shops[1])@2021-03-01~")
    let old = try record(fixture, "union.agreement", agreement)
    _ = try merge(fixture, "union.shop", shops[1], into: shops[0])
    let new = try record(fixture, "union.agreement", agreement)
    #expect(try isSound(fixture))
    let number = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(number)", reason: "r")
    #expect(try record(fixture, "union.agreement", agreement) == old)
    let shape = try fixture.shape("union.agreement")
    let employers = try #require(shape.field(named: "employers"))
    let payer = try #require(shape.field(named: "payer"))
    let ids = try shops.map { try record(fixture, "union.shop", $0).id }
    #expect(new.data[payer] == .record(ids[0]))
    #expect(
      new.data[employers]
        == .list([
          Datum.Member(.record(ids[0]), since: try day("2021-01-01")),
          Datum.Member(.record(ids[2])),
        ]))
    #expect(try isSound(fixture))
  }
}

extension Desk {
  /// The reasons in a record's history.
  fileprivate func history(
    _ register: String, _ id: String, _ fixture: RecordFixture
  ) throws -> [String] {
    let shape = try fixture.shape(register)
    let record = try record(id, in: shape, isRead: true)
    return try ledger.history(of: record.id, in: shape).map(\.row.reason)
  }
}
