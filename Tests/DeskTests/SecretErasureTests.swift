import Journal
import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// An erasure destroys what was kept of a person.
@Suite struct SecretErasureTests: SecretSuite {
  let office: SecretOffice

  init() throws { office = try SecretOffice() }

  @Test("an erasure destroys texts, secrets, salts and key, and history still verifies")
  func erasing() throws {
    let added = try add(
      "name=张一", "unit=v1", "id-number=\(Self.numbers[0])", "born-on=1900-03-07", "备注=住址")
    let trainee = try fixture.add(
      "workforce.trainee", "person=TEST-\(added.id)", "cohort=2021", "college=卫校", "home=v1",
      "enrolled-on=2021-06-01")
    try fixture.set("people.person", "TEST-\(added.id)", "name=张二")
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    let erased = try fixture.desk.erase(now, in: person, document: "文〔2021〕1号").result.state
    #expect(erased.data.filter { !$0.isEmpty } == [.unit(4)])
    for state in try ledger.history(of: added.id, in: person).compactMap(\.state) {
      #expect(state.data.allSatisfy { $0.isEmpty || $0 == .unit(4) })
      #expect(state.note == "")
    }
    #expect(try fixture.count("record_key") == 0)
    #expect(try fixture.count("change_text WHERE body LIKE '%张%' OR body LIKE '%1900%'") == 0)
    #expect(try fixture.count("change WHERE body LIKE '%张%' OR body LIKE '%1900%'") == 0)
    // What refers to the person counts as before.
    #expect(try fixture.actual("workforce.enrolled", "2021-06", "d") == 1)
    #expect(trainee.hasPrefix("TEST-"))
    #expect(throws: SecretsFault.alreadyErased) {
      try fixture.desk.erase(now, in: person, document: "文〔2021〕1号")
    }
    #expect(throws: DeskError.record(.erased("TEST-\(added.id)"))) {
      try fixture.set("people.person", "TEST-\(added.id)", "sex=male")
    }
    let head = try ledger.head().transaction
    for number in [head, head - 1] {
      #expect(throws: DeskError.self) { try fixture.desk.undo("\(number)", reason: "试") }
    }
    try isSound()
  }

  @Test("an erasure takes the records with it that were merged into the one that is erased")
  func doubles() throws {
    let kept = try add("name=张一", "unit=v1")
    let others = try ["张益", "张依", "王三"].map { try add("name=\($0)", "unit=v1") }
    for (one, into) in [(others[1], others[0]), (others[0], kept), (others[2], kept)] {
      _ = try fixture.desk.mergeRecord(
        "TEST-\(one.id)", into: "TEST-\(into.id)", in: person, reason: "重复")
    }
    _ = try fixture.desk.undo("\(try ledger.head().transaction)", reason: "不是一人")
    let erased = try fixture.desk.erase(kept, in: person, document: "文〔2021〕1号").result
    #expect(Set(erased.doubles) == [others[0].id, others[1].id])
    for state in [kept] + others.dropLast() {
      #expect(try ledger.erasure(of: state.id) != nil)
      #expect(try ledger.record(state.id, in: person)?.data[0] == .empty)
    }
    #expect(try fixture.desk.record("王三", in: person).id == others[2].id)
    #expect(try fixture.count("change_text WHERE body LIKE '%张益%' OR body LIKE '%张依%'") == 0)
    try isSound()
  }

  @Test("an erasure tells of files that earlier versions noted without salt")
  func plainDigests() throws {
    let author = Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "import")
    let state = try ledger.write(author) { transaction in
      try transaction.remember(file: "旧表.csv", sha256: "ab", isPersonal: false)
      var state = person.blank
      state.data[0] = .text("张一")
      return try transaction.put(state, in: person)
    }.result
    let erased = try fixture.desk.erase(state, in: person, document: "文〔2021〕1号").result
    #expect(erased.files == ["旧表.csv"])
    try isSound()
  }
}
