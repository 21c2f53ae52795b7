import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "What `list` and `export` write as CSV can be imported": with all that a record went through.
@Suite struct RoundTripTests {
  @Test("a project accepted, relapsed and accepted again is read whole into an empty ledger")
  func relapsed() throws {
    let fixture = try RecordFixture(today: "2021-12-01")
    let id = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-02-08", "stage=整改中")
    try fixture.add("clinics.project", "facility=c2", "year=2021", "accepted-on=2021-05-01")
    try fixture.advance("clinics.project", id, "reinspected", "2021-06-01")
    try fixture.advance("clinics.project", id, "accepted", "2021-06-20")
    try fixture.advance("clinics.project", id, "rectifying", "2021-08-03", "relapsed-on=2021-08-03")
    try fixture.advance("clinics.project", id, "reinspected", "2021-09-01")
    try fixture.advance("clinics.project", id, "accepted", "2021-10-10")
    let file = try fixture.export("clinics.project")
    #expect(
      file == """
        建设机构,计划年度,机构类型,所有制,资金来源,预算,评估日期,达标日期,返潮日期,调出日期,文号,阶段,历次阶段,备注
        c1,2021,,,,,2021-02-08,2021-10-10,2021-08-03,,,达标,现场评估@2021-02-08；整改中@2021-02-08?；\
        复查@2021-06-01；达标@2021-06-20；整改中@2021-08-03；复查@2021-09-01；达标@2021-10-10,
        c2,2021,,,,,,2021-05-01,,,,达标,,

        """)
    let other = try RecordFixture(today: "2022-02-01")
    try other.importList("clinics.project", file)
    #expect(try other.figures() == fixture.figures())
    #expect(try other.export("clinics.project") == file)
    #expect(try other.actual("clinics.accepted", "2021-08", "d") == 1)
    // The same file again changes nothing; without its histories it is read like any other list.
    try other.importList("clinics.project", file, ImportOptions(again: true))
    #expect(try other.export("clinics.project") == file)
  }

  @Test("the stage and days of a file come after what its histories tell")
  func keptUp() throws {
    let fixture = try RecordFixture(today: "2021-12-01")
    let header = "facility,year,accepted-on,stage,moves\n"
    try fixture.importList(
      "clinics.project",
      header + "c1,2021,2021-10-10,达标,达标@2021-06-20；整改中@2021-08-03；复查@2021-09-01")
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 1)
    #expect(try fixture.actual("clinics.accepted", "2021-08", "d") == 0)
    #expect(try fixture.actual("clinics.accepted", "2021-10", "d") == 1)
    // One that lacks what is known is a fault; one that is part of what is known says nothing.
    let shape = try fixture.shape("clinics.project")
    #expect(throws: DeskError.self) {
      try fixture.importList("clinics.project", header + "c1,2021,,,达标@2021-06-21")
    }
    try fixture.importList("clinics.project", header + "c1,2021,,,达标@2021-06-20")
    #expect(try fixture.desk.record("c1/2021", in: shape).moves.count == 4)
    for cell in ["达标", "达标@昨天", "整改@2021-06-20", "达标@2021-06-20；拟建@2021-07-01"] {
      #expect(throws: DeskError.self, "\(cell)") {
        try fixture.importList("clinics.project", header + "c2,2021,,,\(cell)")
      }
    }
  }

  @Test("a later export is read into a ledger that has an earlier one")
  func laterExport() throws {
    let (first, second) = (
      try RecordFixture(today: "2021-12-01"), try RecordFixture(today: "2021-12-01")
    )
    try first.add(
      "workforce.trainee", "person=张一", "cohort=2020", "college=甲", "home=v1",
      "enrolled-on=2020-09-01")
    let id = try #require(
      try first.desk.ledger.records(RecordQuery(), in: first.shape("workforce.trainee")).first?.id)
    for (stage, day) in [
      ("contracted", "2021-01-13"), ("studying", "2021-01-18"), ("graduated", "2021-06-30"),
    ] {
      for register in ["people.person", "workforce.trainee"] {
        try second.importList(register, try first.export(register), ImportOptions(again: true))
      }
      try first.advance("workforce.trainee", "TEST-\(id)", stage, day)
    }
    try second.importList("workforce.trainee", try first.export("workforce.trainee"))
    #expect(try second.figures() == first.figures())
    #expect(try second.export("workforce.trainee") == first.export("workforce.trainee"))
  }

  @Test("dated values are read with their days; a number beside them counts where they lack it")
  func dated() throws {
    let fixture = try RecordFixture()
    let header = "unit,kind,category,effective-on,approved,历次核定编制数\n"
    let row = "h1,institution,general,2020-01-01,7,7@2020-01-01；9@2021-08-01\n"
    try fixture.importList("workforce.establishment", header + row)
    #expect(try fixture.actual("workforce.establishment", "2021-07", "d") == 7)
    #expect(try fixture.actual("workforce.establishment", "2021-08", "d") == 9)
    try fixture.importList(
      "workforce.establishment",
      header + "h1,institution,general,2020-01-01,8,7@2020-01-01；9@2021-08-01\n")
    #expect(try fixture.actual("workforce.establishment", "2021-06", "d") == 8)
    #expect(try fixture.actual("workforce.establishment", "2021-08", "d") == 9)
    #expect(try fixture.export("workforce.establishment").contains("7@2020-01-01；8@2021-06-30；9@"))
  }

  @Test("moves that begin a record on another day than its values were written with are refused")
  func otherStart() throws {
    let fixture = try RecordFixture()
    let header = "code,hospital,year,title,openings,moves,Openings by day\n"
    #expect(throws: DeskError.self) {
      try fixture.importList(
        "workforce.post", header + "P3,h1,2021,t,,approved@2021-02-26,4@2021-03-10\n")
    }
    try fixture.importList(
      "workforce.post", header + "P3,h1,2021,t,,approved@2021-03-10,4@2021-03-10\n")
    #expect(try fixture.actual("workforce.posts-approved", "2021-06", "d") == 4)
  }

  @Test(
    "random histories: exported, imported into an empty ledger and exported again", arguments: 1...6
  )
  func random(_ seed: Int) throws {
    var world = try RecordWorld(seed: UInt64(seed) &+ 40, hasSecrets: false)
    for _ in 0..<250 { _ = try world.act([0, 1, 2, 3, 4, 5, 6, 8, 8, 13, 14, 15]) }
    let other = try RecordFixture()
    _ = try other.desk.addColumn("床位", "int", to: try other.shape("clinics.project"))
    _ = try other.desk.addColumn("说明", "文字", to: try other.shape("workforce.hire"))
    var files: [(register: String, text: String)] = []
    for shape in world.fixture.desk.ledger.allShapes() {
      files.append((shape.id, try world.fixture.export(shape.id)))
    }
    let depth = [
      "people.person", "clinics.project", "clinics.course", "workforce.post", "plan.task",
    ]
    files.sort { a, b in
      (depth.firstIndex(of: a.register) ?? 9) < (depth.firstIndex(of: b.register) ?? 9)
    }
    #expect(files.contains { $0.text.split(separator: "\n").count > 3 })
    for (register, text) in files { try other.importList(register, text) }
    for (register, text) in files { #expect(try other.export(register) == text, "\(register)") }
    #expect(try other.figures() == world.fixture.figures())
    #expect(try other.desk.ledger.check().isEmpty)
  }
}
