import Foundation
import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "Names (units, aliases, persons, text fields of keys, document numbers, who signed) are compared …;
/// they are kept as typed."
@Suite struct ComparedNameTests {
  @Test("a unit is found by its name however it is written, and keeps its own writing")
  func units() throws {
    let desk = try Fixture().desk
    let clinic = try desk.addUnit(
      code: "３４１", name: "王 庄•卫生室", kind: .clinic, parent: "t1", opened: nil,
      aliases: ["ＡＢ 站"]
    ).result.unit
    #expect(clinic.code == "341")
    for text in ["王庄·卫生室", "王　庄．卫生室", "AB 站", "\u{FEFF}王庄・卫生室", "３４１", "341"] {
      #expect(try desk.unit(text).unit.id == clinic.id, "\(text)")
    }
    #expect(try desk.unit("341").unit.name == "王 庄•卫生室")
    #expect(throws: DeskError.self) { try desk.unit("王庄卫生室") }
  }

  @Test("a name that several bear is answered with the paths of all")
  func ambiguous() throws {
    let desk = try Fixture().desk
    for (code, parent, name) in [("x", "v1", "东 站"), ("y", "v3", "东站")] {
      _ = try desk.addUnit(
        code: code, name: name, kind: .clinic, parent: parent, opened: nil, aliases: [])
    }
    #expect(
      throws: DeskError.ambiguousUnit(
        "东　站",
        candidates: [
          .init(code: "x", name: "东 站", path: "unit d/unit t1/unit v1"),
          .init(code: "y", name: "东站", path: "unit d/unit t2/unit v3"),
        ])
    ) { try desk.unit("东　站") }
  }

  @Test("a unit that was merged into another leaves its name to it, in commands and in files")
  func mergedUnits() throws {
    let desk = try Fixture().desk
    for code in ["x", "y"] {
      _ = try desk.addUnit(
        code: code, name: "东站", kind: .clinic, parent: code == "x" ? "v1" : "v3", opened: nil,
        aliases: [])
    }
    _ = try desk.mergeUnit("y", into: "x", on: try day("2021-06-01"))
    #expect(try desk.unit("东站").unit.code == "x")
    for all in [true, false] {
      var directory = try Directory(desk.ledger, all: all)
      var name = "东 站"
      let found = try name.withUTF8 { try directory.unit($0, asking: desk.ledger) }
      #expect(found.map { directory.units[$0].code } == "x")
    }
    let names = try UnitNames(desk.ledger)
    var name = "东　站"
    #expect(name.withUTF8 { names[$0] } == (try desk.unit("x").unit.id))
  }

  @Test("two open units under one parent never get the same name, at any door")
  func doors() throws {
    let desk = try Fixture().desk
    let head = try desk.ledger.head()
    let taken = DeskError.duplicateName(
      "unit　v1", of: .init(code: "v1", name: "unit v1", path: "unit d/unit t1"))
    #expect(throws: taken) {
      try desk.addUnit(
        code: "n", name: "unit　v1", kind: .village, parent: "t1", opened: nil, aliases: [])
    }
    #expect(throws: taken) {
      try desk.addUnit(
        code: "n", name: "new", kind: .village, parent: "t1", opened: nil, aliases: ["unit　v1"])
    }
    #expect(throws: taken) { try desk.renameUnit("v2", to: "unit　v1") }
    #expect(throws: taken) { try desk.addAlias("unit　v1", to: "v2") }
    for text in ["n,t1,unit　v1,village\n", "n,t1,新 村,village\nm,t1,新村,village\n"] {
      #expect(throws: DeskError.self) { try importUnits(desk, text) }
    }
    #expect(try desk.ledger.head() == head)
    // Elsewhere, or once the other is closed, the name is free.
    try importUnits(desk, "n,t2,unit　v1,village\n")
    _ = try desk.closeUnit("v1", on: try day("2021-06-01"))
    try importUnits(desk, "m,t1,unit　v1,village\n")
  }

  private func importUnits(_ desk: Desk, _ rows: String) throws {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
    try ("code,parent,name,kind\n" + rows).write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try desk.importFiles([path])
  }

  @Test("a number of a document is the same however it is written")
  func documents() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add(
      "plan.document", "number=卫健办〔2021〕７７号", "title=方案", "issued-on=2021-01-01")
    #expect(throws: DeskError.self) {
      try fixture.add(
        "plan.document", "number=卫健办 (2021) 77号".replacing(" ", with: ""), "title=x",
        "issued-on=2021-01-01")
    }
    var draft = TargetDraft(amount: 0)
    draft.document = "卫健办[2021]77号"
    _ = try fixture.desk.setTarget(
      "clinics.accepted", amount: "3", unit: "t1", year: 2021, draft: draft)
    let shape = try fixture.shape("plan.document")
    let document = try fixture.desk.record(id, in: shape)
    #expect(try fixture.desk.referrers(of: document, in: shape).targets.count == 1)
    #expect(try fixture.desk.record("卫健办【2021】77号", in: shape).id == document.id)
  }

  @Test("outside of keys a name is found however it is written, too")
  func otherNames() throws {
    let fixture = try RecordFixture()
    let shape = try fixture.shape("clinics.project")
    let numbers = ["文é1号", "文e\u{301}1号", "文ｅ\u{301}1号"]
    for (clinic, number) in zip(["c1", "c2", "c3"], numbers) {
      try fixture.add("clinics.project", "facility=\(clinic)", "year=2021", "document-no=\(number)")
    }
    for number in numbers {
      let search = RecordSearch(conditions: ["document-no=\(number)"])
      #expect(try fixture.desk.list(search, in: shape).records.count == 3)
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
    try fixture.execute("UPDATE clinics_project SET document_no_compared = 'x' WHERE id = 1")
    #expect(try !fixture.desk.ledger.check().isEmpty)
    try fixture.desk.ledger.rebuild()
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("who signs is the same person however the name is written")
  func signing() throws {
    let fixture = try RecordFixture()
    let project = try fixture.add("clinics.project", "facility=c1", "year=2021")
    let finding = try fixture.add(
      "clinics.finding", "project=\(project)", "item=x", "found-on=2021-05-01", "due=2021-06-01",
      "reporter=张 三")
    try fixture.advance("clinics.finding", finding, "rectified", "2021-05-02")
    #expect(throws: DeskError.self) {
      try fixture.advance("clinics.finding", finding, "closed", "2021-05-03", "verified-by=张三")
    }
    try fixture.advance("clinics.finding", finding, "closed", "2021-05-03", "verified-by=李四")
  }

  @Test("a list that writes a key otherwise tells of the same record, whose name stays as it was")
  func lists() throws {
    let fixture = try RecordFixture()
    let id = try fixture.add("people.person", "name=阿依古丽·买买提", "unit=c1")
    try fixture.importList("people.person", "name,unit,sex\n阿依古丽•买买提,c1,female\n")
    let shape = try fixture.shape("people.person")
    let person = try fixture.desk.record("阿依古丽．买买提/c1", in: shape)
    #expect("TEST-\(person.id)" == id)
    #expect(person.data[0] == .text("阿依古丽·买买提"))
    #expect(person.data[1] == .text("female"))
    for search in ["name=阿依古丽・买买提", "name~丽•买"] {
      let found = try fixture.desk.list(RecordSearch(conditions: [search]), in: shape)
      #expect(found.records.map(\.id) == [person.id], "\(search)")
    }
    let error = #expect(throws: DeskError.self) {
      try fixture.importList(
        "people.person", "name,unit\n买买提・艾力,c2\n买买提･艾力,c2\n")
    }
    guard case .faults = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "equal in the form of comparison, refused as twice the same and found are one", arguments: 1...6
  )
  func property(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let fixture = try RecordFixture(hasIndicators: false)
    let desk = fixture.desk
    let people = try fixture.shape("people.person")
    for round in 0..<12 {
      let (one, other) = ComparedNameTests.names(round, &random)
      let isSame = one.compared == other.compared
      let unit = try desk.addUnit(
        code: "u\(round)", name: one, kind: .clinic, parent: "v1", opened: nil, aliases: []
      ).result.unit
      #expect((try? desk.unit(other).unit.id) == (isSame ? unit.id : nil), "\(one) \(other)")
      let table = try UnitNames(desk.ledger)
      var bytes = other
      #expect(bytes.withUTF8 { table[$0] } == (isSame ? unit.id : nil), "\(one) \(other)")
      try expectRefused(isSame, desk) {
        try importUnits(desk, "n\(round),v1,\"\(other)\",clinic\n")
      }
      for (code, name) in [("p\(round)", one), ("q\(round)", "Q\(round)")] {
        _ = try desk.addUnit(
          code: code, name: name, kind: .clinic, parent: "v2", opened: nil, aliases: [])
      }
      try expectRefused(isSame, desk) { _ = try desk.addAlias(other, to: "q\(round)") }

      let person = try fixture.add("people.person", "name=\(one)", "unit=c1")
      let known = try? desk.record("\(other)/c1", in: people)
      #expect(known.map { "TEST-\($0.id)" } == (isSame ? person : nil), "\(one) \(other)")
      let helper = try fixture.add("people.person", "name=H\(round)", "unit=c1")
      try expectRefused(isSame, desk) { try fixture.set("people.person", helper, "name=\(other)") }
      try fixture.set("people.person", helper, "name=H\(round)")
      if isSame {
        try expectRefused(true, desk) {
          try fixture.add("people.person", "name=\(other)", "unit=c1")
        }
      }
      let count = try desk.ledger.count(RecordQuery(), in: people)
      try fixture.importList("people.person", "name,unit\n\"\(other)\",c1\n\"\(one)\",c2\n")
      #expect(
        try desk.ledger.count(RecordQuery(), in: people) == count + (isSame ? 1 : 2),
        "\(one) \(other)")
    }
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.advice(today: desk.context.today).isEmpty)
  }

  private func expectRefused(_ isRefused: Bool, _ desk: Desk, _ body: () throws -> Void) throws {
    let head = try desk.ledger.head()
    do {
      try body()
      #expect(!isRefused)
    } catch let error as DeskError {
      #expect(isRefused, "\(error)")
      #expect(try desk.ledger.head() == head)
    }
  }

  /// Two writings of one name, or of two.
  private static func names(
    _ round: Int, _ random: inout SplitMix
  ) -> (String, String) {
    let alike = [
      ["·", "•", "・", "．", "･"], ["张", "张\u{FE0F}", "\u{FEFF}张"], ["三", " 三", "　三", "\u{200B}三"],
      ["é", "e\u{301}", "e\u{200D}\u{301}"], ["ガ", "ｶﾞ", "カ\u{3099}"],
      ["한", "\u{1112}\u{1161}\u{11AB}"],
      ["A", "Ａ"], ["a"], ["一", "⼀"], ["(1)", "⑴"], ["葛", "葛\u{E0100}"], ["1", "１", "①"],
    ]
    var names = ["N\(round)x", "N\(round)x"]
    let differs = Bool.random(using: &random)
    for place in 0..<Int.random(in: 1...4, using: &random) {
      let group = alike.randomElement(using: &random) ?? [""]
      for index in names.indices {
        let other = differs && place == 0 && index == 1 ? alike.randomElement(using: &random) : nil
        names[index] += (other ?? group).randomElement(using: &random) ?? ""
      }
    }
    return (names[0], names[1])
  }
}
