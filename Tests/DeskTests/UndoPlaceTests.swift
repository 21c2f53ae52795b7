import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// An undo is refused where what came between has made its place impossible, naming that.
///
/// Source: `engine.md`, "Undo".
@Suite struct UndoPlaceTests {
  let fixture: RecordFixture
  var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture() }

  func head() throws -> Int64 { try desk.ledger.head().transaction }

  func undo(_ number: Int64) throws { _ = try desk.undo("\(number)", reason: "试") }

  func log(_ unit: String, _ on: String) throws {
    _ = try desk.log(
      "clinics.doctors-trained", "4", unit: unit, on: try day(on), year: nil, note: "",
      isLevel: false)
  }

  func close(_ unit: String, _ on: String) throws {
    _ = try desk.closeUnit(unit, on: try day(on))
  }

  func person(_ name: String) throws -> String {
    try fixture.add("people.person", "name=\(name)", "unit=t1")
  }

  func merge(_ old: String, _ kept: String) throws {
    _ = try desk.mergeRecord(
      old, into: kept, in: try fixture.shape("people.person"), reason: "重复")
  }

  /// What is undone is refused, since the transaction after it, or another one, was in its place.
  func expectRefused(
    _ number: Int64, for others: Int64..., line: Int = #line
  ) throws {
    let last = try head()
    let fault = #expect(throws: DeskError.self, "line \(line)") { try undo(number) }
    #expect(fault == .undo(.neededBy(others.isEmpty ? [last] : others)), "line \(line)")
    #expect(try head() == last)
    #expect(try desk.ledger.check().isEmpty, "line \(line)")
  }

  @Test("entries do not come back after the last day of a unit that was closed meanwhile")
  func entries() throws {
    try log("c1", "2021-06-05")
    let number = try head()
    try undo(number)
    try close("c1", "2021-05-31")
    try expectRefused(number + 1)
  }

  @Test("a correction of the day, of the unit is not undone into a closed unit")
  func corrections() throws {
    try log("c1", "2021-06-05")
    let number = try head()
    _ = try desk.correct(
      "\(number).1", amount: nil, unit: nil, on: try day("2021-05-05"), reason: "日期")
    try close("c1", "2021-05-31")
    try expectRefused(number + 1)
    try log("c2", "2021-06-05")
    _ = try desk.correct("\(number + 3).1", amount: nil, unit: "c3", on: nil, reason: "单位")
    try close("c2", "2021-05-31")
    try expectRefused(number + 4)
  }

  @Test("a closing does not come back before entries that came meanwhile, a merge neither")
  func closings() throws {
    try close("c1", "2021-05-31")
    let number = try head()
    try undo(number)
    try log("c1", "2021-06-05")
    try expectRefused(number + 1)
    _ = try desk.mergeUnit("c2", into: "c3", on: try day("2021-05-31"))
    try undo(number + 3)
    try log("c2", "2021-06-05")
    try expectRefused(number + 4)
  }

  @Test("what records of a unit count for together does not begin after its closing")
  func together() throws {
    let person = try person("甲")
    let shape = try fixture.shape("workforce.village-doctor")
    let serve = { (village: String, from: String) in
      try fixture.add(
        "workforce.village-doctor", "village=\(village)", "person=\(person)",
        "qualification=physician", "serves-from=\(from)")
    }
    // The closing comes back before a doctor who came meanwhile.
    try close("v1", "2021-03-01")
    let closing = try head()
    try undo(closing)
    let doctor = try serve("v1", "2021-04-14")
    try expectRefused(closing + 1)
    // The doctor comes back into a village that was closed meanwhile: by day, village, removal, and anew.
    let deeds: [() throws -> Void] = [
      { try fixture.set("workforce.village-doctor", doctor, "serves-from=2021-02-01") },
      { try fixture.set("workforce.village-doctor", doctor, "village=v3") },
      { _ = try desk.removeRecords([doctor], in: shape, reason: "试") },
      { try undo(closing + 2) },
    ]
    for deed in deeds {
      try deed()
      let number = try head()
      try close("v1", "2021-03-01")
      try expectRefused(number)
      try undo(number + 1)
      try undo(number)
      #expect(try fixture.actual("workforce.villages-covered", "2021-06", "v1") == 1)
    }
    // Who counts for nothing in a village that was closed already stood there before, and may again.
    let other = try fixture.add(
      "workforce.village-doctor", "village=v2", "person=\(person)", "qualification=none",
      "serves-from=2021-06-10")
    try close("v2", "2021-05-31")
    _ = try desk.removeRecords([other], in: shape, reason: "试")
    try undo(head())
    // One who served before counts up to the closing, and may come back so.
    try fixture.set("workforce.village-doctor", doctor, "serves-from=2021-02-01")
    _ = try desk.removeRecords([doctor], in: shape, reason: "试")
    let removal = try head()
    try close("v1", "2021-03-01")
    try undo(removal)
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("a unit comes back under one that was closed already when it was moved away")
  func closedBefore() throws {
    try close("t1", "2021-05-31")
    _ = try desk.moveUnit("v1", under: "t2")
    try undo(head())
    #expect(try desk.unit("v1").unit.parent == desk.unit("t1").unit.id)
    try undo(head())
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("of two numbers of one day the one is named that still stands")
  func standing() throws {
    try close("c1", "2021-05-31")
    let closing = try head()
    try undo(closing)
    for _ in 0..<2 { try log("c1", "2021-06-05") }
    try undo(closing + 3)
    try expectRefused(closing + 1, for: closing + 2)
    // One that was brought back stands by its undo's undo.
    try undo(closing + 2)
    try undo(closing + 5)
    try expectRefused(closing + 1, for: closing + 2)
    try undo(closing + 2)
    try undo(closing + 1)
  }

  @Test("records post no more where their unit was closed: days, removals, fields, rules")
  func records() throws {
    let project = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-06-01")
    let shape = try fixture.shape("clinics.project")
    let deeds: [() throws -> Void] = [
      { try fixture.redate("clinics.project", project, "accepted", "2021-05-01") },
      { _ = try desk.removeRecords([project], in: shape, reason: "试") },
      { try fixture.set("clinics.project", project, "facility=c2") },
      {
        _ = try desk.setSourcing(
          "clinics.accepted", unit: "c1", byList: false, since: try day("2021-01-01"))
      },
    ]
    for deed in deeds {
      try deed()
      let number = try head()
      try close("c1", "2021-05-31")
      try expectRefused(number)
      try undo(number + 1)
      try undo(number)
      #expect(try fixture.actual("clinics.accepted", "2021-06", "c1") == 1)
    }
  }

  @Test("a number does not come back after the last day of its unit when its list goes")
  func givenBack() throws {
    _ = try desk.log(
      "clinics.accepted", "2", unit: "c1", on: try day("2021-06-05"), year: nil, note: "",
      isLevel: false)
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-03-01")
    let number = try head()
    try close("c1", "2021-05-31")
    try expectRefused(number)
  }

  @Test("a level does not move its difference beyond the closing")
  func levels() throws {
    for (amount, on) in [("5", "2021-03-01"), ("7", "2021-06-20")] {
      _ = try desk.log(
        "clinics.in-training", amount, unit: "c1", on: try day(on), year: nil, note: "",
        isLevel: true)
    }
    let number = try head()
    try undo(number)
    try close("c1", "2021-05-31")
    try expectRefused(number + 1)
  }

  @Test("a target of a later year does not come back, a unit not under a closed one")
  func targets() throws {
    _ = try desk.setTarget(
      "clinics.accepted", amount: "4", unit: "c1", year: 2022, draft: TargetDraft(amount: 0))
    let number = try head()
    try undo(number)
    try close("c1", "2021-05-31")
    try expectRefused(number + 1)
    _ = try desk.moveUnit("c2", under: "v1")
    try close("v2", "2021-05-31")
    try expectRefused(number + 3)
  }

  @Test("a record does not get back a name of one that was removed, merged or erased meanwhile")
  func references() throws {
    let (one, other, third) = (try person("甲"), try person("乙"), try person("丙"))
    let staff = try fixture.add(
      "workforce.staff", "unit=h1", "person=乙", "category=general", "kind=established",
      "from=2021-01-05")
    let people = try fixture.shape("people.person")
    try fixture.set("workforce.staff", staff, "person=甲")
    let number = try head()
    _ = try desk.removeRecords([other], in: people, reason: "试")
    try expectRefused(number)
    try undo(number + 1)
    try merge(other, third)
    try expectRefused(number)
    try undo(number + 3)
    // And where the name comes back by the undo of an undo.
    try undo(number)
    _ = try desk.removeRecords([one], in: people, reason: "试")
    try expectRefused(number + 5)
  }

  @Test("a removal does not come back where something names the record by now")
  func removals() throws {
    let person = try person("甲")
    _ = try desk.removeRecords([person], in: try fixture.shape("people.person"), reason: "试")
    let number = try head()
    try undo(number)
    try fixture.add(
      "workforce.staff", "unit=h1", "person=甲", "category=general", "kind=established",
      "from=2021-01-05")
    try expectRefused(number + 1)
    try undo(number + 2)
    try undo(number + 1)
  }

  @Test("a document stays while a target rests on it that was set when it was there")
  func documents() throws {
    let set = { (amount: String) in
      var draft = TargetDraft(amount: 0)
      draft.document = "某〔2021〕1号"
      _ = try desk.setTarget(
        "clinics.accepted", amount: amount, unit: "c1", year: 2021, draft: draft)
    }
    try set("4")
    try fixture.add("plan.document", "number=某〔2021〕1号", "title=一")
    let number = try head()
    try undo(number)
    try undo(number + 1)
    try set("5")
    try expectRefused(number)
  }

  @Test("persons are not merged in a ring, nor into one that is gone; both would be")
  func mergers() throws {
    let (one, other, third) = (try person("甲"), try person("乙"), try person("丙"))
    try merge(one, other)
    let number = try head()
    try undo(number)
    try merge(other, one)
    try expectRefused(number + 1)
    try undo(number + 2)
    try merge(other, third)
    try expectRefused(number + 1)
    try undo(number + 4)
    _ = try desk.removeRecords([other], in: try fixture.shape("people.person"), reason: "试")
    try expectRefused(number + 1)
  }

  @Test("the record into which another was merged is not undone")
  func mergedInto() throws {
    let kept = try person("甲")
    let made = try head()
    let other = try person("乙")
    try merge(other, kept)
    try expectRefused(made)
    try undo(made + 2)
    try undo(made)
  }

  @Test("a column does not get back a title that another has by now")
  func titles() throws {
    let shape = try fixture.shape("clinics.project")
    _ = try desk.addColumn("床位", "int", to: shape)
    _ = try desk.renameColumn("床位", to: "面积", in: try fixture.shape("clinics.project"))
    let number = try head()
    try undo(number)
    _ = try desk.addColumn("面积", "int", to: try fixture.shape("clinics.project"))
    try expectRefused(number + 1)
  }

  @Test("a rule on sources stays while a number rests on it; a list takes away none told later")
  func sources() throws {
    let log = {
      _ = try desk.log(
        "clinics.accepted", "3", unit: "c1", on: try day("2021-05-05"), year: nil, note: "",
        isLevel: false)
    }
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-03-01")
    let record = try head()
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "c1", byList: false, since: try day("2021-05-01"))
    try log()
    try expectRefused(record + 1)
    try undo(record + 2)
    try undo(record + 1)
    try undo(record)
    try log()
    try expectRefused(record + 5)
  }

  @Test("an import does not come back whose rows another file has brought meanwhile")
  func toldAgain() throws {
    let header = "date,indicator,unit,amount\n"
    let row = "2021-06-10,clinics.doctors-trained,c1,3\n"
    _ = try desk.take([header + row])
    let number = try head()
    try undo(number)
    _ = try desk.take([header + row + "2021-06-11,clinics.doctors-trained,c1,5\n"])
    try expectRefused(number + 1)
    try undo(number + 2)
    try undo(number + 1)
    #expect(try fixture.actual("clinics.doctors-trained", "2021-06", "c1") == 3)
  }

  @Test("where a rule would break, the change of the record that the group shares is named")
  func sharedRecord() throws {
    let project = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-01")
    let finding = try fixture.add(
      "clinics.finding", "project=\(project)", "item=甲", "found-on=2021-02-02",
      "due=2021-06-01")
    _ = try desk.removeRecords([finding], in: try fixture.shape("clinics.finding"), reason: "试")
    let number = try head()
    try fixture.advance("clinics.project", project, "accepted", "2021-06-01")
    let last = try head()
    let fault = #expect(throws: DeskError.self) { try undo(number) }
    guard case .undo(.breaks(_, let others)) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(others == [last])
  }

  @Test("advice names what an earlier version left with the name of a removed record")
  func advice() throws {
    let person = try person("甲")
    let staff = try fixture.add(
      "workforce.staff", "unit=h1", "person=甲", "category=general", "kind=established",
      "from=2021-01-05")
    let advice = {
      try desk.ledger.advice(today: desk.context.today).compactMap {
        if case .namesRemoved(_, let record, let field, let named) = $0 {
          "TEST-\(record) \(field.name) TEST-\(named)"
        } else {
          nil
        }
      }
    }
    #expect(try advice() == [])
    try fixture.execute("UPDATE people_person SET removed = id")
    #expect(try advice() == ["\(staff) person \(person)"])
  }
}
