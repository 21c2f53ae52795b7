import Testing

@testable import TargetEngine

/// "Setting it again adds a revision; all stay visible."
@Suite struct TargetRevisionTests {
  private func target(
    _ draft: TargetDraft, _ indicator: Indicator = .flow(), after earlier: Target? = nil,
    today: String = "2021-07-05"
  ) throws(TargetFault) -> Target {
    try Target(
      draft, for: indicator, unit: 7, year: 2021, after: earlier?.kept, today: day(today))
  }

  @Test("the first target of a year is effective from 1 January; due day 31 December")
  func first() throws {
    let first = try target(TargetDraft(amount: 79))
    #expect(first.effective == day("2021-01-01"))
    #expect(first.due == day("2021-12-31"))
    #expect(first.amount == 79)
    #expect((first.indicator, first.unit, first.year) == (1, 7, 2021))
  }

  @Test("unless it says otherwise")
  func stated() throws {
    var draft = TargetDraft(
      amount: 79, effective: day("2021-03-01"), due: day("2021-10-31"), pace: .deadline)
    draft.document = "宣卫〔2021〕5号"
    draft.reason = "年度任务"
    let first = try target(draft)
    #expect(first.effective == day("2021-03-01"))
    #expect(first.due == day("2021-10-31"))
    #expect(first.pace == .deadline)
    #expect(first.document == "宣卫〔2021〕5号")
    #expect(first.reason == "年度任务")
  }

  @Test("linear is the default for flow, deadline for stock and ratio")
  func defaultPaces() throws {
    #expect(try target(TargetDraft(amount: 1), .flow()).pace == .linear)
    #expect(try target(TargetDraft(amount: 1), .stock()).pace == .deadline)
    #expect(try target(TargetDraft(amount: 1), .ratio()).pace == .deadline)
  }

  @Test("a later revision is effective from the day it is entered")
  func revision() throws {
    let first = try target(TargetDraft(amount: 79))
    let second = try target(TargetDraft(amount: 75), after: first)
    #expect(second.effective == day("2021-07-05"))
    let stated = TargetDraft(amount: 75, effective: day("2021-07-01"))
    #expect(try target(stated, after: first).effective == day("2021-07-01"))
  }

  @Test("a revision keeps the earlier revision's due day and pace unless it states them")
  func kept() throws {
    let pace = Pace("03-31:20%")!
    let first = try target(TargetDraft(amount: 79, due: day("2021-10-31"), pace: pace))
    let second = try target(TargetDraft(amount: 75), after: first)
    #expect(second.due == day("2021-10-31"))
    #expect(second.pace == pace)
    let third = try target(
      TargetDraft(amount: 75, due: day("2021-11-30"), pace: .linear), after: second)
    #expect(third.due == day("2021-11-30"))
    #expect(third.pace == .linear)
    #expect(second.document.isEmpty && second.reason.isEmpty)
  }

  @Test("the due day lies in the target's year", arguments: ["2020-12-31", "2022-01-01"])
  func dueOutside(text: String) {
    #expect(throws: TargetFault.dueOutside(PlanYear(2021)!)) {
      try target(TargetDraft(amount: 1, due: day(text)))
    }
  }

  @Test(
    "the first and the last day of the year may be due", arguments: ["2021-01-01", "2021-12-31"])
  func dueInside(text: String) throws {
    #expect(try target(TargetDraft(amount: 1, due: day(text))).due == day(text))
  }

  @Test("milestones which do not ascend or lie before the due day are an error")
  func milestones() throws {
    let pace = Pace("03-31:20%;06-30:70%")!
    let first = try target(TargetDraft(amount: 1, pace: pace))
    #expect(throws: TargetFault.milestones(due: day("2021-06-30"))) {
      try target(TargetDraft(amount: 1, due: day("2021-06-30")), after: first)
    }
    #expect(throws: TargetFault.milestones(due: day("2021-12-31"))) {
      try target(TargetDraft(amount: 1, pace: Pace("06-30:70%;03-31:80%")!))
    }
  }

  @Test("a target is not below 0")
  func negative() throws {
    #expect(throws: TargetFault.negative) { try target(TargetDraft(amount: -1)) }
    #expect(try target(TargetDraft(amount: 0)).amount == 0)
  }

  @Test("79 cut to 75 on 5 July leaves June's report at 79 and July's at 75")
  func cut() throws {
    let first = try target(TargetDraft(amount: 79))
    let second = try target(TargetDraft(amount: 75), after: first)
    let timeline = try PlanTimeline(own: [first, second], children: [])
    #expect(timeline.plan(on: day("2021-06-30"))?.amount == 79)
    #expect(timeline.plan(on: day("2021-07-04"))?.amount == 79)
    #expect(timeline.plan(on: day("2021-07-05"))?.amount == 75)
    #expect(timeline.plan(on: day("2021-07-31"))?.amount == 75)
    #expect(timeline.plan(on: day("2022-02-28"))?.amount == 75)
  }

  @Test("of equal effective days, the one recorded last")
  func equalDays() throws {
    let own: [Target] = [
      .of(79), .of(75, effective: "2021-07-05"), .of(70, effective: "2021-07-05"),
    ]
    let timeline = try PlanTimeline(own: own, children: [])
    #expect(timeline.plan(on: day("2021-07-05"))?.amount == 70)
    let reversed = try PlanTimeline(own: own.reversed(), children: [])
    #expect(reversed.plan(on: day("2021-07-05"))?.amount == 75)
    #expect(reversed.plan(on: day("2021-07-04"))?.amount == 79)
  }

  @Test("the latest effective day not after that day, in whatever order they were recorded")
  func latestEffective() throws {
    let own: [Target] = [
      .of(79), .of(60, effective: "2021-09-01"), .of(75, effective: "2021-07-05"),
    ]
    let timeline = try PlanTimeline(own: own, children: [])
    #expect(timeline.plan(on: day("2021-08-31"))?.amount == 75)
    #expect(timeline.plan(on: day("2021-09-01"))?.amount == 60)
    #expect(timeline.plan(on: day("2020-12-31")) == nil)
  }

  @Test("the first effective day and the due day are those of a plan year from October")
  func statisticalYear() throws {
    var indicator = Indicator.flow()
    indicator.firstMonth = 10
    let first = try target(TargetDraft(amount: 79), indicator)
    #expect((first.effective, first.due) == (day("2020-10-01"), day("2021-09-30")))
    let milestones = Pace("10-31:20%;03-31:60%")!
    #expect(try target(TargetDraft(amount: 1, pace: milestones), indicator).pace == milestones)
    #expect(throws: TargetFault.milestones(due: day("2021-09-30"))) {
      try target(TargetDraft(amount: 1, pace: Pace("03-31:20%;10-31:60%")!), indicator)
    }
    #expect(throws: TargetFault.dueOutside(PlanYear(2021, firstMonth: 10)!)) {
      try target(TargetDraft(amount: 1, due: day("2021-10-01")), indicator)
    }
    let timeline = try PlanTimeline(own: [first], children: [])
    let plan = try #require(timeline.plan(on: day("2021-03-31")))
    #expect(plan.pace(on: day("2021-03-31"), in: PlanYear(2021, firstMonth: 10)!) == fraction(1, 2))
  }

  @Test("both days lie in the plan year: what is revised before it or after it, too")
  func effectiveInside() throws {
    #expect(throws: TargetFault.effectiveOutside(PlanYear(2021)!)) {
      try target(TargetDraft(amount: 1, effective: day("2022-01-01")))
    }
    let first = try target(TargetDraft(amount: 79))
    for (today, effective) in [("2020-11-05", "2021-01-01"), ("2022-02-03", "2021-12-31")] {
      let revised = try Target(
        TargetDraft(amount: 75), for: .flow(), unit: 1, year: 2021, after: first.kept,
        today: day(today))
      #expect(revised.effective == day(effective))
    }
  }
}
