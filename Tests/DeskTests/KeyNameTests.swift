import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What is printed of a record names it again, at every door: keys with paths of units and with slashes in
/// names.
@Suite struct KeyNameTests {
  /// Two clinics of one name, one whose name has a slash, a course whose title has one, and a person whose
  /// unit takes a path.
  private func office() throws -> RecordFixture {
    let fixture = try RecordFixture()
    for (code, name, parent) in [
      ("x1", "卫生室", "t1"), ("x2", "卫生室", "t2"), ("x3", "和平/团结卫生室", "t1"),
    ] {
      _ = try fixture.desk.addUnit(
        code: code, name: name, kind: .clinic, parent: parent, opened: nil, aliases: [])
      try fixture.add("clinics.project", "facility=\(code)", "year=2021", "assessed-on=2021-02-01")
      try fixture.add(
        "clinics.finding", "project=\(code)/2021", "item=墙", "found-on=2021-03-01",
        "due=2021-06-30",
        "reporter=周静")
    }
    try fixture.add(
      "clinics.course", "title=2021/上半年/一班", "audience=other", "organiser=x1",
      "started-on=2021-03-01")
    try fixture.add(
      "clinics.participant", "course=2021/上半年/一班", "person=王五/unit t2/卫生室")
    return fixture
  }

  @Test("a label is read back as its record, whatever its key is made of")
  func labels() throws {
    let fixture = try office()
    let names = try RecordNames(fixture.desk.ledger, .zh)
    var seen: [String] = []
    for shape in fixture.desk.ledger.allShapes() {
      for state in try fixture.desk.ledger.records(RecordQuery(), in: shape) {
        let label = try names.label(state, shape)
        #expect(try fixture.desk.record(label, in: shape).id == state.id, "\(label)")
        seen.append(label)
      }
    }
    #expect(seen.contains("unit t1/卫生室/2021/墙/2021-03-01"))
    #expect(seen.contains("2021/上半年/一班/2021-03-01/王五/unit t2/卫生室"))
    #expect(seen.contains("和平/团结卫生室/2021"))
  }

  @Test("commands and reference columns take what is printed")
  func doors() throws {
    let fixture = try office()
    try fixture.advance("clinics.project", "unit t2/卫生室/2021", "rectifying", "2021-03-01")
    try fixture.set("clinics.project", "和平/团结卫生室/2021", "budget=5")
    let list = "project,item,found-on,due\nunit t2/卫生室/2021,墙,2021-03-01,2021-05-31\n"
    #expect(try fixture.imported("clinics.finding", list).result.changed == 1)
    let export = try fixture.export("clinics.finding")
    #expect(
      try fixture.imported("clinics.finding", export, ImportOptions(again: true)).result.unchanged
        == 3)
    #expect(throws: DeskError.self) {
      try fixture.add("clinics.participant", "course=2021/上半年/一班", "person=赵六/卫生室")
    }
  }

  @Test("a name that means units of one name is answered with the records of all of them")
  func several() throws {
    let fixture = try office()
    let shape = try fixture.shape("clinics.project")
    let fault = DeskError.record(
      .ambiguousRecord(
        "卫生室/2021", register: shape.name.title,
        records: [
          AlikeRecord(id: "TEST-1", about: [Text("建设机构 unit t1/卫生室", "Facility unit t1/卫生室")]),
          AlikeRecord(id: "TEST-3", about: [Text("建设机构 unit t2/卫生室", "Facility unit t2/卫生室")]),
        ], count: 2))
    #expect(throws: fault) { try fixture.desk.record("卫生室/2021", in: shape) }
    _ = try fixture.desk.removeRecords(
      ["TEST-2"], in: try fixture.shape("clinics.finding"), reason: "r")
    _ = try fixture.desk.removeRecords(["TEST-1"], in: shape, reason: "r")
    #expect(try fixture.desk.record("卫生室/2021", in: shape).id == 3)
  }

  @Test("a text of many slashes is no name, and is told at once")
  func long() throws {
    let fixture = try office()
    let shape = try fixture.shape("clinics.participant")
    #expect(throws: DeskError.self) {
      try fixture.desk.record(Array(repeating: "a", count: 5_000).joined(separator: "/"), in: shape)
    }
  }

  @Test("a name is taken apart only as far as its parts mean something")
  func lookups() throws {
    let shape = try RecordFixture().shape("clinics.participant")
    let words = 40
    let text = Array(repeating: "a", count: words).joined(separator: "/")
    for known in [1, 3, words - 1] {
      var lookups = 0
      let found = KeyReading(text, in: shape)?.first(from: 0) { parts, _, text in
        lookups += 1
        // Of each field one text is known.
        return text.split(separator: "/").count == known ? parts + 1 : nil
      } end: { parts, _ in
        parts
      }
      #expect(found == nil)
      #expect(lookups <= words * shape.keyFields.count, "\(known)")
    }
  }
}
