import People
import TargetEngine
import Testing

@testable import HealthWorkforce
@testable import Registers

/// `registers.md`, "workforce".
@Suite struct HealthWorkforceTests {
  private let hospital = UnitReference(7)

  private func post(_ openings: Int64 = 1) throws -> Post {
    var post = Post()
    (post.code, post.hospital, post.year) = ("A01", hospital, 2021)
    post.openings = try dated(["2021-01-10": openings])
    post.moves = try Moves(of: [.approved: "2021-02-01", .announced: "2021-03-01"])
    return post
  }

  private func hire(
    _ post: RecordID, _ person: RecordID, _ from: String, left: String? = nil
  ) throws -> Hire {
    var hire = Hire()
    (hire.post, hire.person) = (Reference(post), Reference(person))
    (hire.hiredOn, hire.leftOn) = (try day(from), try left.map { try day($0) })
    return hire
  }

  // MARK: post

  @Test("a draft posts nothing; approved, its openings; a second round adds nothing")
  func approvedOnce() throws {
    var post = try post(19)
    let approved = ["+19 2021-02-01 of 2021 at 7"]
    #expect(try post.posts("workforce.posts-approved") == approved)
    post.moves = try Moves(of: [
      .approved: "2021-02-01", .announced: "2021-03-01", .selecting: "2021-04-01",
      .publicised: "2021-05-01", .closed: "2021-06-01", .announced: "2021-09-01",
      .selecting: "2021-10-01",
    ])
    #expect(try post.posts("workforce.posts-approved") == approved)
    post.moves = Moves()
    #expect(try post.posts("workforce.posts-approved").isEmpty)
  }

  @Test("openings that are cut post the difference on their day, those before approval nothing")
  func cutOpenings() throws {
    var post = try post()
    post.openings = try dated(["2021-01-10": 5, "2021-01-20": 4, "2021-07-01": 3])
    #expect(
      try post.posts("workforce.posts-approved")
        == ["+4 2021-02-01 of 2021 at 7", "-1 2021-07-01 of 2021 at 7"])
  }

  @Test("openings first written down after their approval count from the approval on")
  func backfilledOpenings() throws {
    var post = try post()
    post.openings = try dated(["2021-06-10": 3, "2021-07-01": 2])
    #expect(
      try post.posts("workforce.posts-approved")
        == ["+3 2021-02-01 of 2021 at 7", "-1 2021-07-01 of 2021 at 7"])
  }

  @Test("a cancelled post takes back the openings then in force, and later cuts post nothing")
  func cancelled() throws {
    var post = try post()
    post.openings = try dated(["2021-01-10": 5, "2021-07-01": 3, "2021-09-01": 2])
    post.moves.all.append((.cancelled, try day("2021-08-01")))
    #expect(
      try post.posts("workforce.posts-approved") == [
        "+5 2021-02-01 of 2021 at 7", "-2 2021-07-01 of 2021 at 7", "-3 2021-08-01 of 2021 at 7",
      ])
    post.moves = try Moves(of: [.cancelled: "2021-01-20"])
    #expect(try post.posts("workforce.posts-approved").isEmpty)
  }

  @Test("a full post cannot be announced again, a post with a vacancy can")
  func nextRound() throws {
    var records = RecordsInMemory()
    var post = try post(2)
    post.moves = try Moves(of: [
      .approved: "2021-02-01", .announced: "2021-03-01", .closed: "2021-06-01",
      .announced: "2021-09-01",
    ])
    let id = records.add(post)
    records.add(try hire(id, 91, "2021-06-01"))
    #expect(try post.faults(id, records).isEmpty)
    records.add(try hire(id, 92, "2021-07-01"))
    #expect(
      try post.faults(id, records) == [
        "2021-09-01 该岗位核准 2 人，已聘 2 人在岗，没有空缺。有空缺的岗位才能再次公告。"
      ])
  }

  @Test("openings cannot be cut below the people in post")
  func cutBelowHires() throws {
    var records = RecordsInMemory()
    var post = try post(2)
    let id = records.add(post)
    records.add(try hire(id, 91, "2021-06-01"))
    records.add(try hire(id, 92, "2021-06-01", left: "2021-08-01"))
    post.openings = try dated(["2021-01-10": 2, "2021-08-01": 1])
    #expect(try post.faults(id, records).isEmpty)
    post.openings = try dated(["2021-01-10": 2, "2021-07-31": 1])
    #expect(
      try post.faults(id, records) == [
        "2021-07-31 起该岗位核准 1 人，而有 2 人在岗。请先登记离岗，或核增、改正核准人数。"
      ])
  }

  @Test("counts of applicants, rounds, years and days of publicity are checked")
  func implausiblePost() throws {
    var post = try post(-1)
    (post.year, post.round, post.applied, post.qualified, post.examined) = (21, 0, 5, 6, 7)
    (post.publicityFrom, post.publicityTo) = (try day("2021-05-08"), try day("2021-05-01"))
    #expect(
      try post.faults() == [
        "“计划年度”为 21，应为四位年份，例如 2021。", "“核准人数”不能小于 0。",
        "“招聘轮次”为 0，应为 1 或以上。",
        "“资格审查合格人数”（6）多于“报名人数”（5），最多与之相等。",
        "“参加考试人数”（7）多于“资格审查合格人数”（6），最多与之相等。",
        "“公示结束日期”（2021-05-01）早于“公示开始日期”（2021-05-08），应在同日或之后。",
      ])
  }

  // MARK: hire

  @Test("a hire posts at the hospital and in the plan year of its post")
  func hired() throws {
    var records = RecordsInMemory()
    let id = records.add(try post())
    let hire = try hire(id, 91, "2022-02-10")
    #expect(try hire.posts("workforce.hired", records) == ["+1 2022-02-10 of 2021 at 7"])
    records.remove(id)
    #expect(try hire.posts("workforce.hired", records).isEmpty)
  }

  @Test(
    "who leaves on the last day of probation reopens the post, a day later no more",
    arguments: [
      ("2022-06-01", nil, true), ("2022-06-02", nil, false), ("2021-09-01", "2021-09-01", true),
      ("2021-09-02", "2021-09-01", false),
    ] as [(String, String?, Bool)])
  func left(on leaving: String, probation: String?, reopens: Bool) throws {
    var records = RecordsInMemory()
    var hire = try hire(records.add(try post()), 91, "2021-06-01", left: leaving)
    hire.probationUntil = try probation.map { try day($0) }
    let back = reopens ? ["-1 \(leaving) of 2021 at 7"] : []
    #expect(
      try hire.posts("workforce.hired", records) == ["+1 2021-06-01 of 2021 at 7"] + back)
  }

  @Test("a second person is refused until the first has left")
  func fullPost() throws {
    var records = RecordsInMemory()
    let id = records.add(try post())
    let first = try hire(id, 91, "2021-06-01")
    let own = records.add(first)
    #expect(try first.faults(own, records).isEmpty)
    let second = try hire(id, 92, "2021-08-01")
    #expect(
      try second.faults(0, records)
        == ["2021-08-01 起该岗位核准 1 人，而有 2 人在岗。请先登记离岗，或核增、改正核准人数。"])
    records.remove(own)
    records.add(try hire(id, 91, "2021-06-01", left: "2021-08-01"))
    #expect(try second.faults(0, records).isEmpty)
  }

  @Test("a hire before another's is refused where the two overlap")
  func earlierHire() throws {
    var records = RecordsInMemory()
    let id = records.add(try post())
    records.add(try hire(id, 91, "2021-08-01"))
    #expect(try hire(id, 92, "2021-06-01").faults(0, records).count == 1)
    #expect(try hire(id, 92, "2021-06-01", left: "2021-08-01").faults(0, records).isEmpty)
  }

  @Test("nobody is hired for a cancelled post")
  func hiredForCancelled() throws {
    var records = RecordsInMemory()
    var post = try post()
    post.moves.all.append((.cancelled, try day("2021-04-01")))
    let id = records.add(post)
    #expect(
      try hire(id, 91, "2021-06-01").faults(0, records) == [
        "该岗位已于 2021-04-01 取消，此后不能有人在岗。请改选岗位或登记离岗日期。"
      ])
  }

  @Test("nobody leaves before being hired")
  func leftBeforeHired() throws {
    var records = RecordsInMemory()
    let id = records.add(try post())
    #expect(try hire(id, 91, "2021-06-01", left: "2021-05-01").faults(0, records).count == 1)
  }

  // MARK: trainee

  @Test("each step of a trainee posts in the cohort's year at home")
  func trainee() throws {
    var trainee = Trainee()
    (trainee.cohort, trainee.home) = (2020, UnitReference(9))
    trainee.enrolledOn = try day("2020-09-01")
    trainee.moves = try Moves(of: [
      .contracted: "2020-09-10", .studying: "2020-09-15", .deferred: "2022-09-01",
      .studying: "2023-03-01", .graduated: "2024-01-15", .posted: "2024-02-01",
      .serving: "2024-03-01", .breached: "2025-01-01",
    ])
    #expect(try trainee.posts("workforce.enrolled") == ["+1 2020-09-01 of 2020 at 9"])
    #expect(try trainee.posts("workforce.contracted") == ["+1 2020-09-10 of 2020 at 9"])
    #expect(try trainee.posts("workforce.graduated") == ["+1 2024-01-15 of 2020 at 9"])
    #expect(try trainee.posts("workforce.posted") == ["+1 2024-02-01 of 2020 at 9"])
  }

  @Test("withdrawal is for those before graduation, breach for those from contracting on")
  func waysOut() {
    func ways(to stage: Trainee.Stage) -> [Trainee.Stage] {
      Trainee.Stage.allCases.filter { $0.next.contains(stage) }
    }
    #expect(ways(to: .withdrawn) == [.enrolled, .contracted, .studying, .deferred])
    #expect(
      ways(to: .breached) == [.contracted, .studying, .deferred, .graduated, .posted, .serving])
  }

  @Test("a trainee does not graduate before enrolling")
  func traineeDays() throws {
    var trainee = Trainee()
    trainee.enrolledOn = try day("2020-09-01")
    trainee.graduatedOn = try day("2020-06-30")
    trainee.postedOn = try day("2020-06-01")
    trainee.leftOn = try day("2020-08-31")
    trainee.serviceYears = -6
    #expect(try trainee.faults().count == 4)
  }

  // MARK: village doctor

  private func doctor(
    _ from: String, _ until: String? = nil, _ qualification: VillageDoctor.Qualification?
  ) throws -> VillageDoctor {
    var doctor = VillageDoctor()
    (doctor.village, doctor.qualification) = (UnitReference(9), qualification)
    (doctor.servesFrom, doctor.servesUntil) = (try day(from), try until.map { try day($0) })
    return doctor
  }

  private func covers(_ doctors: [VillageDoctor]) throws -> [String] {
    let group = try #require(RegisterShape(VillageDoctor.self).groups.first)
    return try group.wanted(.unit(9), doctors.map { $0.state() }, RecordsInMemory())
      .map(\.posting.line)
  }

  @Test("two doctors cover a village once")
  func coveredOnce() throws {
    let two = [
      try doctor("2021-01-01", nil, .villageDoctor), try doctor("2021-03-01", nil, .physician),
    ]
    #expect(try covers(two) == ["+1 2021-01-01 at 9"])
  }

  @Test("who serves from the day after another's last day leaves no gap")
  func succession() throws {
    let first = try doctor("2021-01-01", "2021-05-31", .villageDoctor)
    #expect(try covers([first]) == ["+1 2021-01-01 at 9", "-1 2021-06-01 at 9"])
    let next = try doctor("2021-06-01", nil, .assistantPhysician)
    #expect(try covers([next, first]) == ["+1 2021-01-01 at 9"])
    let late = try doctor("2021-06-02", nil, .assistantPhysician)
    #expect(
      try covers([first, late])
        == ["+1 2021-01-01 at 9", "-1 2021-06-01 at 9", "+1 2021-06-02 at 9"])
  }

  @Test("a doctor without a qualification covers nothing")
  func unqualified() throws {
    #expect(try covers([doctor("2021-01-01", nil, nil)]).isEmpty)
    #expect(try covers([doctor("2021-01-01", nil, VillageDoctor.Qualification.none)]).isEmpty)
  }

  @Test("nobody serves until a day before the first")
  func serviceDays() throws {
    #expect(try doctor("2021-06-01", "2021-05-31", .physician).faults().count == 1)
  }

  // MARK: establishment and staff

  private func establishment(
    _ unit: UnitID, _ category: Establishment.Category, _ approved: Int64
  ) throws -> Establishment {
    var establishment = Establishment()
    (establishment.unit, establishment.category) = (UnitReference(unit), category)
    establishment.approved = try dated(["2020-01-01": approved])
    return establishment
  }

  private func staff(
    _ person: RecordID, _ from: String, _ until: String? = nil, _ kind: Staff.Kind? = .established,
    unit: UnitID = 7, _ category: Establishment.Category = .general
  ) throws -> Staff {
    var staff = Staff()
    (staff.unit, staff.person, staff.kind) = (UnitReference(unit), Reference(person), kind)
    (staff.from, staff.until, staff.category) = (
      try day(from), try until.map { try day($0) }, category
    )
    return staff
  }

  @Test("an establishment posts what is approved and each change of it")
  func approved() throws {
    var establishment = try establishment(7, .general, 7)
    establishment.approved.set(9, from: try day("2021-07-01"))
    #expect(
      try establishment.posts("workforce.establishment")
        == ["+7 2020-01-01 at 7", "+2 2021-07-01 at 7"])
    establishment.internalBodies = -1
    #expect(try establishment.faults() == ["“内设机构数”不能小于 0。"])
  }

  @Test("staff are in post to the end of their last day; retired and contract staff never")
  func inPost() throws {
    #expect(
      try staff(91, "2021-01-01", "2021-06-30").posts("workforce.in-post")
        == ["+1 2021-01-01 at 7", "-1 2021-07-01 at 7"])
    #expect(try staff(91, "2021-01-01", nil, .contract).posts("workforce.in-post").isEmpty)
    #expect(try staff(91, "2021-01-01", nil, .retired).posts("workforce.in-post").isEmpty)
  }

  @Test("one person holds one establishment at a time")
  func oneEstablishment() throws {
    var records = RecordsInMemory()
    let first = try staff(91, "2021-01-01", "2021-06-30")
    let own = records.add(first)
    #expect(try first.faults(own, records).isEmpty)
    #expect(
      try staff(91, "2021-06-30", unit: 8).faults(0, records) == [
        "该人员自 2021-01-01 至 2021-06-30 已有在岗记录，一人同一时间只占一个编制。"
          + "请改正起止日期。"
      ])
    records.add(try staff(93, "2021-01-01"))
    #expect(
      try staff(93, "2021-05-01").faults(0, records) == [
        "该人员自 2021-01-01 至今已有在岗记录，一人同一时间只占一个编制。请先登记该记录的截止日期。"
      ])
    #expect(try staff(91, "2020-01-01", unit: 8).faults(0, records).count == 1)
    #expect(try staff(91, "2021-07-01", unit: 8).faults(0, records).isEmpty)
    #expect(try staff(91, "2020-01-01", "2020-12-31", unit: 8).faults(0, records).isEmpty)
    #expect(try staff(91, "2021-02-01", nil, .retired).faults(0, records).isEmpty)
    #expect(try staff(91, "2021-02-01", nil, .contract).faults(0, records).isEmpty)
    #expect(try staff(92, "2021-02-01").faults(0, records).isEmpty)
    #expect(try staff(92, "2021-02-01", "2021-01-31").faults(0, records).count == 1)
  }

  @Test("over and vacant are two facts: 3 + 6 of 3 + 4 and 8 of 9 are over 2 and vacant 1")
  func overAndVacant() throws {
    let establishments = [
      try establishment(7, .leader, 3), try establishment(7, .general, 4),
      try establishment(8, .general, 9),
    ]
    let people =
      try (1...3).map { try staff($0, "2020-01-01", unit: 7, .leader) }
      + (4...9).map { try staff($0, "2020-01-01", unit: 7) }
      + (10...17).map { try staff($0, "2020-01-01", unit: 8) }
      + [staff(18, "2020-01-01", "2021-06-29", unit: 8)]
      + [staff(19, "2020-01-01", nil, .contract, unit: 8), staff(1, "2021-01-01", nil, .contract)]
    let rows = try Staffing.rows(establishments, people, on: try day("2021-06-30"))
    #expect(rows.map(\.approved) == [3, 4, 9])
    #expect(rows.map(\.inPost) == [3, 6, 8])
    #expect(rows.map(\.outside) == [0, 1, 1])
    #expect(rows.map(\.over) == [0, 2, 0])
    #expect(rows.map(\.vacant) == [0, 0, 1])
  }
}
