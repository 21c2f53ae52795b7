import TargetEngine
import Testing

@testable import ClinicStandards
@testable import Registers

/// `registers.md`, "clinics".
@Suite struct ClinicStandardsTests {
  private func project(
    _ moves: KeyValuePairs<Project.Stage, String>, of year: Int = 2021
  ) throws -> Project {
    var project = Project()
    (project.facility, project.year) = (UnitReference(7), year)
    project.moves = try Moves(of: moves)
    return project
  }

  // MARK: project

  @Test("a project is planned from 1 January of its year until it is removed")
  func planned() throws {
    #expect(try project([:]).posts("clinics.planned") == ["+1 2021-01-01 of 2021 at 7"])
    #expect(
      try project([.assessed: "2021-04-01", .removed: "2021-07-05"]).posts("clinics.planned")
        == ["+1 2021-01-01 of 2021 at 7", "-1 2021-07-05 of 2021 at 7"])
  }

  @Test("a relapse in August takes one back from August on, acceptance in October adds it again")
  func relapse() throws {
    let project = try project([
      .assessed: "2021-05-01", .accepted: "2021-06-20", .rectifying: "2021-08-03",
      .reinspected: "2021-10-08", .accepted: "2021-10-10",
    ])
    #expect(
      try project.posts("clinics.accepted") == [
        "+1 2021-06-20 of 2021 at 7", "+1 2021-10-10 of 2021 at 7", "-1 2021-08-03 of 2021 at 7",
      ])
    #expect(try project.posts("clinics.planned") == ["+1 2021-01-01 of 2021 at 7"])
  }

  @Test("40 accepted by June are 39 from August and 40 again from October")
  func fortyThirtyNine() throws {
    let steady = try project([.assessed: "2021-05-01", .accepted: "2021-06-20"])
    let relapsed = try project([
      .assessed: "2021-05-01", .accepted: "2021-06-20", .rectifying: "2021-08-03",
      .reinspected: "2021-10-08", .accepted: "2021-10-10",
    ])
    let shape = RegisterShape(Project.self)
    let postings = try (Array(repeating: steady, count: 39) + [relapsed]).flatMap {
      try shape.wanted($0.state(), RecordsInMemory())
    }.filter { $0.indicator == "clinics.accepted" }.map(\.posting)
    let counts = try ["2021-06-30", "2021-07-31", "2021-08-31", "2021-10-31"].map { text in
      let end = try day(text)
      return postings.filter { $0.day <= end }.reduce(0) { $0 + $1.amount }
    }
    #expect(counts == [40, 40, 39, 40])
  }

  @Test("rectifying before acceptance is no relapse")
  func rectifiedFirst() throws {
    let project = try project([
      .assessed: "2021-05-01", .rectifying: "2021-05-02", .reinspected: "2021-06-01",
      .rectifying: "2021-06-02", .reinspected: "2021-07-01", .accepted: "2021-07-02",
    ])
    #expect(try project.posts("clinics.accepted") == ["+1 2021-07-02 of 2021 at 7"])
  }

  @Test("a clinic of the 2020 list accepted in February 2021 completes 2020's plan")
  func carriedOver() throws {
    let project = try project([.assessed: "2020-11-01", .accepted: "2021-02-01"], of: 2020)
    #expect(try project.posts("clinics.accepted") == ["+1 2021-02-01 of 2020 at 7"])
    #expect(try project.posts("clinics.planned") == ["+1 2020-01-01 of 2020 at 7"])
  }

  @Test("relapsed-on marks only the way back from acceptance, removal needs its document")
  func marksOfProject() throws {
    let shape = RegisterShape(Project.self)
    let relapsed = try #require(shape.field(named: "relapsed-on"))
    let mark = try #require(shape.marks.first { $0.field == relapsed })
    #expect(mark.concerns("rectifying", from: "accepted"))
    #expect(!mark.concerns("rectifying", from: "assessed"))
    let document = try #require(shape.field(named: "document-no"))
    #expect(shape.needs.contains { $0.stage == "removed" && $0.field == document })
  }

  @Test("a project with an open finding cannot be accepted, unless it has relapsed")
  func openFinding() throws {
    var records = RecordsInMemory()
    var accepted = try project([.assessed: "2021-05-01", .accepted: "2021-06-20"])
    let id = records.add(accepted)
    var finding = Finding()
    (finding.project, finding.item) = (Reference(id), "处置室未独立设置")
    finding.moves = try Moves(of: [.rectified: "2021-06-01", .closed: "2021-06-02"])
    records.add(finding)
    #expect(try accepted.faults(id, records).isEmpty)
    finding.moves = try Moves(of: [.rectified: "2021-06-01"])
    records.add(finding)
    (finding.project, finding.moves) = (Reference(id + 100), Moves())
    records.add(finding)
    #expect(
      try accepted.faults(id, records) == [
        "该项目还有 1 个问题未销号（处置室未独立设置），不能达标。请先销号；已达标后返潮的，请登记返潮（转为整改中）。"
      ])
    accepted.moves.all.append((.rectifying, try day("2021-08-03")))
    #expect(try accepted.faults(id, records).isEmpty)
  }

  @Test("a year of two digits and a budget below 0 are no such things")
  func implausibleProject() throws {
    var project = try project([:], of: 21)
    project.budget = Money(fen: -1)
    #expect(
      try project.faults() == [
        "“计划年度”为 21，应为四位年份，例如 2021。", "“预算”不能小于 0。",
      ])
    project.year = 3000
    #expect(try project.posts("clinics.planned").isEmpty)
  }

  // MARK: finding

  @Test("a finding is closed by whoever verifies it, and not due before it is found")
  func finding() throws {
    let shape = RegisterShape(Finding.self)
    let verifier = try #require(shape.field(named: "verified-by"))
    #expect(shape.needs == [StageField(stage: "closed", from: nil, field: verifier)])
    var finding = Finding()
    (finding.foundOn, finding.due) = (try day("2021-05-01"), try day("2021-04-30"))
    #expect(try finding.faults().count == 1)
    (finding.rectifiedOn, finding.verifiedOn) = (finding.due, finding.due)
    #expect(try finding.faults().count == 3)
  }

  // MARK: course

  private func course(_ audience: Course.Audience) throws -> Course {
    var course = Course()
    (course.audience, course.organiser) = (audience, UnitReference(7))
    (course.startedOn, course.endedOn) = (try day("2021-05-10"), try day("2021-06-10"))
    (course.attending, course.qualified) = (130, 120)
    return course
  }

  @Test("who qualified is trained on the last day, village doctors apart from others")
  func trained() throws {
    let doctors = try course(.villageDoctor)
    #expect(try doctors.posts("clinics.doctors-trained") == ["+120 2021-06-10 at 7"])
    #expect(try doctors.posts("clinics.staff-trained").isEmpty)
    for audience in [Course.Audience.assistantPhysician, .technician, .other] {
      let others = try course(audience)
      #expect(try others.posts("clinics.doctors-trained").isEmpty)
      #expect(try others.posts("clinics.staff-trained") == ["+120 2021-06-10 at 7"])
    }
  }

  @Test("who attends is in training, and trained only when qualified")
  func inTraining() throws {
    var course = try course(.villageDoctor)
    #expect(
      try course.posts("clinics.in-training") == ["+130 2021-05-10 at 7", "-130 2021-06-10 at 7"])
    course.qualified = nil
    #expect(try course.posts("clinics.doctors-trained").isEmpty)
    (course.endedOn, course.qualified) = (nil, 26)
    #expect(try course.posts("clinics.in-training") == ["+130 2021-05-10 at 7"])
    #expect(try course.posts("clinics.doctors-trained").isEmpty)
    course.startedOn = nil
    #expect(try course.posts("clinics.in-training").isEmpty)
  }

  @Test("no more qualify than attend, and no course ends before it starts")
  func implausibleCourse() throws {
    var course = try course(.technician)
    #expect(try course.faults().isEmpty)
    course.qualified = 131
    #expect(try course.faults() == ["“合格人数”（131）多于“参训人数”（130），最多与之相等。"])
    (course.qualified, course.endedOn, course.planned) = (130, try day("2021-05-09"), -1)
    #expect(try course.faults().count == 2)
  }

  // MARK: studio

  @Test("a studio counts from its first opening to its withdrawal, whatever is evaluated between")
  func studio() throws {
    var studio = Studio()
    studio.hospital = UnitReference(7)
    studio.moves = try Moves(of: [
      .applied: "2021-01-01", .screened: "2021-02-01", .reviewed: "2021-03-01",
    ])
    #expect(try studio.posts("clinics.studios").isEmpty)
    studio.moves = try Moves(of: [
      .opened: "2021-04-01", .evaluated: "2022-01-01", .opened: "2022-01-15",
    ])
    #expect(try studio.posts("clinics.studios") == ["+1 2021-04-01 at 7"])
    studio.moves.all.append((.withdrawn, try day("2022-06-01")))
    #expect(
      try studio.posts("clinics.studios") == ["+1 2021-04-01 at 7", "-1 2022-06-01 at 7"])
    (studio.appliedOn, studio.openedOn) = (try day("2021-01-01"), try day("2020-12-31"))
    #expect(try studio.faults().count == 1)
  }

  @Test("a studio whose opening a list does not tell counts from its evaluation, or not at all")
  func studioOfAList() throws {
    var studio = Studio()
    studio.hospital = UnitReference(7)
    studio.moves = try Moves(of: [.withdrawn: "2022-06-01"])
    #expect(try studio.posts("clinics.studios").isEmpty)
    studio.moves = try Moves(of: [.evaluated: "2022-01-01", .withdrawn: "2022-06-01"])
    #expect(
      try studio.posts("clinics.studios") == ["+1 2022-01-01 at 7", "-1 2022-06-01 at 7"])
  }
}
