import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "A record has an owner: where its place is left out it is the office's own unit, else it is
/// required; a list must name it for new records."
@Suite struct OwnerTests {
  private let fixture: RecordFixture

  init() throws { fixture = try RecordFixture() }

  private let course = ["title=甲", "audience=other", "started-on=2021-05-01", "attending=3"]

  @Test("a record that posts belongs to the office's own unit where none is given")
  func leftOut() throws {
    try fixture.add("clinics.course", course)
    #expect(try fixture.actual("clinics.in-training", "2021-06", "d") == 3)
    _ = try fixture.desk.set(.unit, to: "t1")
    try fixture.add("clinics.course", course.map { $0.replacing("甲", with: "乙") })
    #expect(try fixture.actual("clinics.in-training", "2021-06", "t1") == 3)
  }

  @Test("without an own unit it has to be given, and it is not taken away")
  func required() throws {
    _ = try fixture.desk.addUnit(
      code: "e", name: "e", kind: .district, parent: nil, opened: nil, aliases: [])
    let shape = try fixture.shape("clinics.course")
    let missing = DeskError.record(
      .missing(
        register: shape.name.title,
        fields: [try #require(shape.ownerField.map { shape.fields[$0].title })]))
    #expect(throws: missing) { try fixture.add("clinics.course", course) }
    let id = try fixture.add("clinics.course", course + ["organiser=t1"])
    #expect(throws: missing) { try fixture.set("clinics.course", id, "organiser=") }
  }

  @Test("a list names it for new records, and may leave it out for known ones")
  func lists() throws {
    #expect(throws: DeskError.self) {
      try fixture.importList("clinics.course", "title,audience,started-on\n甲,other,2021-05-01")
    }
    try fixture.importList(
      "clinics.course", "title,audience,started-on,organiser\n甲,other,2021-05-01,t1")
    try fixture.importList(
      "clinics.course", "title,audience,started-on,attending\n甲,other,2021-05-01,4")
    #expect(try fixture.actual("clinics.in-training", "2021-06", "t1") == 4)
  }

  @Test("persons and documents, which post nothing, need none")
  func others() throws {
    try fixture.add("people.person", "name=张三")
    #expect(try fixture.shape("people.person").ownerField == nil)
  }
}
