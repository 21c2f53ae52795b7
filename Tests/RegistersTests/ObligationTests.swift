import TargetEngine
import Testing

@testable import ClinicStandards
@testable import HealthWorkforce
@testable import Registers
@testable import WorkPlan

/// What the registers say is owed, and by when.
@Suite struct ObligationTests {
  private func finding(_ moves: KeyValuePairs<Finding.Stage, String> = [:]) throws -> Finding {
    var finding = Finding()
    finding.foundOn = try day("2021-05-12")
    finding.due = try day("2021-06-20")
    finding.firstDue = try day("2021-05-31")
    finding.moves = try Moves(of: moves)
    finding.rectifiedOn = finding.moves.days(into: .rectified).last
    finding.verifiedOn = finding.moves.days(into: .closed).last
    return finding
  }

  @Test("a finding is on time by its first due day, whenever it is verified")
  func findings() throws {
    #expect(try duties(finding(), on: "2021-06-20") == ["2021-06-20 first 2021-05-31 open"])
    #expect(try duties(finding(), on: "2021-06-21") == ["2021-06-20 first 2021-05-31 missed"])
    let inTime = try finding([.rectified: "2021-05-31", .closed: "2021-07-20"])
    #expect(try duties(inTime, on: "2021-08-01") == ["2021-06-20 first 2021-05-31 done"])
    let late = try finding([.rectified: "2021-06-01"])
    #expect(try duties(late) == ["2021-06-20 first 2021-05-31 late"])
  }

  @Test("sent back, it is not done; as of a day gone by it stands as it stood")
  func sentBack() throws {
    let back = try finding([.rectified: "2021-05-20", .open: "2021-06-05"])
    #expect(try duties(back) == ["2021-06-20 first 2021-05-31 missed"])
    #expect(try duties(back, on: "2021-06-01") == ["2021-06-20 first 2021-05-31 done"])
    let again = try finding([
      .rectified: "2021-05-20", .open: "2021-06-05", .rectified: "2021-06-25",
    ])
    #expect(try duties(again) == ["2021-06-20 first 2021-05-31 late"])
    #expect(try duties(again, on: "2021-06-01") == ["2021-06-20 first 2021-05-31 done"])
    #expect(try duties(again, on: "2021-06-10") == ["2021-06-20 first 2021-05-31 open"])
  }

  @Test("a list that only says closed tells by the day of verifying, or nothing")
  func listed() throws {
    var closed = try finding([.closed: "2021-05-30"])
    #expect(try duties(closed) == ["2021-06-20 first 2021-05-31 done"])
    closed.moves = Moves()
    closed.verifiedOn = nil
    var state = closed.state()
    state.moves = [StageMove(stage: "closed", day: try day("2021-05-30"))]
    let shape = RegisterShape(Finding.self)
    let scope = DueScope(
      start: try day("2021-01-01"), day: try day("2021-06-30"), end: try day("2021-07-30"))
    #expect(
      try shape.obligations[0].duties(of: state, in: shape, scope, RecordsInMemory()).count == 1)
    state.isRemoved = true
    #expect(try shape.obligations[0].duties(of: state, in: shape, scope, RecordsInMemory()) == [])
  }

  @Test("a cancelled task is owed no more")
  func tasks() throws {
    var task = Task()
    task.due = try day("2021-06-01")
    #expect(try duties(task) == ["2021-06-01 missed"])
    task.moves = try Moves(of: [.cancelled: "2021-06-10"])
    #expect(try duties(task) == [])
    #expect(try duties(task, on: "2021-06-05") == ["2021-06-01 missed"])
    task.moves = try Moves(of: [.doing: "2021-05-01", .done: "2021-06-02", .closed: "2021-06-09"])
    task.doneOn = try day("2021-06-02")
    #expect(try duties(task) == ["2021-06-01 late"])
  }

  @Test("who leaves within probation need not be confirmed")
  func hires() throws {
    var hire = Hire()
    hire.hiredOn = try day("2020-06-15")
    hire.probationUntil = try day("2021-06-15")
    #expect(try duties(hire) == ["2021-06-15 missed"])
    hire.leftOn = try day("2021-06-15")
    #expect(try duties(hire) == [])
    hire.leftOn = try day("2021-06-16")
    #expect(try duties(hire) == ["2021-06-15 missed"])
    hire.confirmedOn = try day("2021-06-10")
    #expect(try duties(hire) == ["2021-06-15 done"])
  }

  @Test("each evaluation of a studio makes the next one due")
  func studios() throws {
    var studio = Studio()
    #expect(try duties(studio) == [])
    studio.moves = try Moves(of: [.opened: "2019-05-10"])
    #expect(try duties(studio) == ["2020-05-10 missed"])
    studio.moves = try Moves(of: [
      .opened: "2019-05-10", .evaluated: "2020-05-01", .opened: "2020-05-20",
    ])
    #expect(try duties(studio) == ["2020-05-10 done", "2021-05-01 missed"])
    studio.moves = try Moves(of: [
      .opened: "2019-05-10", .evaluated: "2020-06-01", .withdrawn: "2021-01-01",
    ])
    #expect(try duties(studio) == ["2020-05-10 late"])
  }

  @Test("a recurrence is owed by its unit, and done by what is recorded for it")
  func recurrences() throws {
    var task = RecurringTask()
    task.title = "信息"
    task.unit = UnitReference(7)
    task.cycle = .monthly
    task.first = try day("2021-05-31")
    task.times = 2
    var others = RecordsInMemory()
    let id = others.add(task)
    for (unit, text) in [(7, "2021-05-20"), (7, "2021-06-25"), (8, "2021-06-26")] {
      var fulfilment = Fulfilment()
      fulfilment.recurrence = Reference(id)
      fulfilment.unit = UnitReference(UnitID(unit))
      fulfilment.doneOn = try day(text)
      others.add(fulfilment)
    }
    #expect(
      try duties(task, others, id: id) == [
        "2021-05-31 done by 7", "2021-05-31 missed by 7", "2021-06-30 done by 7",
        "2021-06-30 open by 7",
      ])
    var stray = Fulfilment()
    stray.recurrence = Reference(id)
    stray.unit = UnitReference(8)
    stray.doneOn = try day("2021-06-26")
    // The other one is among those above.
    #expect(try stray.faults(0, others).count == 2)
    stray.unit = UnitReference(7)
    #expect(try stray.faults(0, others).count == 1)
  }

  @Test("a plan is to be filed within 20 working days; its filing makes an evaluation due")
  func plans() throws {
    var plan = EmergencyPlan()
    plan.issuedOn = try day("2021-09-10")
    #expect(try duties(plan, on: "2021-10-14") == ["2021-10-14 open"])
    plan.filedOn = try day("2021-10-15")
    #expect(try duties(plan, on: "2021-10-31") == ["2021-10-14 late", "2024-10-15 open"])
    plan.evaluatedOn = try day("2024-10-10")
    #expect(try duties(plan, on: "2024-10-31") == ["2021-10-14 late", "2024-10-15 done"])
    // Into a year without holidays: an error that names it.
    plan.issuedOn = try day("2026-12-20")
    #expect(throws: CalendarFault.noHolidays(of: 2027)) { try duties(plan) }
  }

  @Test("a default follows what it was computed from, until someone gives another")
  func defaults() throws {
    let shape = RegisterShape(Hire.self)
    let until = try #require(shape.field(named: "probation-until"))
    let from = try #require(shape.field(named: "hired-on"))
    let others = RecordsInMemory()
    var state = Hire().state()
    state.data[from] = .day(try day("2021-03-01"))
    try shape.fillDefaults(&state, after: nil, others)
    #expect(state.data[until] == .day(try day("2022-03-01")))
    var moved = state
    moved.data[from] = .day(try day("2021-04-01"))
    try shape.fillDefaults(&moved, after: state, others)
    #expect(moved.data[until] == .day(try day("2022-04-01")))
    var given = moved
    given.data[until] = .day(try day("2021-10-01"))
    try shape.fillDefaults(&given, after: moved, others)
    var later = given
    later.data[from] = .day(try day("2021-05-01"))
    try shape.fillDefaults(&later, after: given, others)
    #expect(later.data[until] == .day(try day("2021-10-01")))
    later.data[until] = .empty
    try shape.fillDefaults(&later, after: given, others)
    #expect(later.data[until] == .day(try day("2022-05-01")))
  }

  @Test("the first day stays; an error is corrected in both; an older record has the one it has")
  func firsts() throws {
    let shape = RegisterShape(Finding.self)
    let due = try #require(shape.field(named: "due"))
    let first = try #require(shape.field(named: "first-due"))
    func set(_ old: RecordState, _ text: String, isTypo: Bool = false) throws -> RecordState {
      var state = old
      state.data[due] = .day(try day(text))
      shape.keepFirsts(&state, after: old, isTypo: isTypo)
      return state
    }
    let empty = Finding().state()
    let made = try set(empty, "2021-06-20")
    #expect(made.data[first] == .day(try day("2021-06-20")))
    let moved = try set(made, "2021-07-20")
    #expect(moved.data[first] == .day(try day("2021-06-20")))
    #expect(try set(moved, "2021-08-20", isTypo: true).data[first] == .day(try day("2021-06-20")))
    #expect(try set(made, "2021-06-02", isTypo: true).data[first] == .day(try day("2021-06-02")))
    var older = made
    older.data[first] = .empty
    #expect(try set(older, "2021-07-20").data[first] == .day(try day("2021-06-20")))
  }

  @Test(
    "the version of a rule in force on a day; before the first, that one; the office's own wins")
  func rules() throws {
    let rule = Rule(
      "x.y", zh: "甲", en: "A",
      [
        RuleVersion(20, .workingDays, since: (2020, 1, 1), citation: "乙", .checked),
        RuleVersion(30, .days, since: (2010, 1, 1), citation: "甲", .common),
      ])
    #expect(rule.version(on: try day("2009-06-01"))?.count == 30)
    #expect(rule.version(on: try day("2019-12-31"))?.term == Term(30, .days))
    #expect(rule.version(on: try day("2020-01-01"))?.term == Term(20, .workingDays))
    let own = rule.with([
      RuleVersion(10, .days, since: try day("2020-01-01"), citation: ""),
      RuleVersion(5, .people, since: try day("2022-01-01"), citation: ""),
    ])
    #expect(own.versions.map(\.count) == [30, 10, 5])
    #expect(own.version(on: try day("2021-01-01"))?.certainty == .office)
    #expect(own.version(on: try day("2022-01-01"))?.term == nil)
    #expect(rule.end(after: try day("2021-09-10")) == (try day("2021-10-14")))
  }
}

/// An example of obligations that the law sets and that follow from each other.
private struct EmergencyPlan: Register {
  static let name = RegisterName("emergency", "plan", zh: "应急预案", en: "Emergency plan")

  var issuedOn: Day?
  var filedOn: Day?
  var evaluatedOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<EmergencyPlan>] = [
    Field("issued-on", \.issuedOn, zh: "印发日期", en: "Issued on"),
    Field("filed-on", \.filedOn, zh: "备案日期", en: "Filed on"),
    Field("evaluated-on", \.evaluatedOn, zh: "评估日期", en: "Evaluated on"),
  ]

  static let filing = Rule(
    "emergency.filing", zh: "预案备案", en: "Filing of plans",
    [RuleVersion(20, .workingDays, since: (2024, 1, 31), citation: "国办发〔2024〕5号第二十六条", .checked)])

  static let evaluation = Rule(
    "emergency.evaluation", zh: "预案评估", en: "Evaluation of plans",
    [RuleVersion(3, .years, since: .first, citation: "", .common)])

  static let obligations: [Obligation<EmergencyPlan>] = [
    Obligation("file", zh: "预案备案", en: "Filing") { plan, _, _, others in
      try plan.issuedOn.flatMap { try others.deadline(of: filing, after: $0) }
        .map { [Duty(Occurrence(due: $0, done: plan.filedOn))] } ?? []
    },
    Obligation("evaluate", zh: "预案评估", en: "Evaluation") { plan, _, _, others in
      try plan.filedOn.flatMap { try others.end(of: evaluation, after: $0) }
        .map { [Duty(Occurrence(due: $0, done: plan.evaluatedOn))] } ?? []
    },
  ]
}
