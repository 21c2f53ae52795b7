import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Life of a submission".
@Suite struct FormHistoryTests {
  private func step(_ action: FormAction, _ actor: String, _ at: String) -> FormStep {
    FormStep(action, by: actor, at: moment(at))
  }

  @Test(
    "each state has its steps and no others",
    arguments: [
      (FormState.missing, [FormAction.Kind.draft: FormState.draft, .submit: .submitted]),
      (.draft, [.draft: .draft, .submit: .submitted]),
      (.submitted, [.accept: .accepted, .return: .returned]),
      (.returned, [.draft: .returned, .submit: .submitted]),
      (.accepted, [.reopen: .returned]),
    ])
  func steps(state: FormState, expected: [FormAction.Kind: FormState]) {
    for kind in FormAction.Kind.allCases { #expect(state.after(kind) == expected[kind]) }
  }

  @Test("the whole life, asked day by day")
  func life() throws {
    let history = try FormHistory([
      step(.draft, "洪林镇", "2021-11-08 09:00"), step(.submit(), "洪林镇", "2021-11-09 10:00"),
      step(.return(reason: "第4行"), "总工会", "2021-11-10 09:00"),
      step(.draft, "洪林镇", "2021-11-12 09:00"),
      step(.submit(isNil: true), "李四", "2021-11-13 09:00"),
      step(.accept, "总工会", "2021-11-14 09:00"),
      step(.reopen(reason: "漏报"), "总工会", "2021-11-20 09:00"),
      step(.submit(), "洪林镇", "2021-11-21 09:00"),
    ])
    let expected: [(String, FormState, Int, Int, Bool)] = [
      ("2021-11-07", .missing, 0, 0, false), ("2021-11-08", .draft, 0, 0, false),
      ("2021-11-09", .submitted, 1, 0, false), ("2021-11-10", .returned, 1, 1, false),
      ("2021-11-12", .returned, 1, 1, false), ("2021-11-13", .submitted, 2, 1, true),
      ("2021-11-14", .accepted, 2, 1, true), ("2021-11-20", .returned, 2, 2, true),
      ("2021-11-30", .submitted, 3, 2, false),
    ]
    for (text, state, versions, returns, isNil) in expected {
      let standing = history.standing(at: day(text).lastMinute)
      #expect(standing.state == state, "\(text)")
      #expect((standing.versions, standing.returns) == (versions, returns), "\(text)")
      #expect(standing.isNil == isNil, "\(text)")
      #expect(standing.firstSubmitted == (versions > 0 ? moment("2021-11-09 10:00") : nil))
    }
    #expect(history.standing(at: moment("2021-11-09 09:59")).state == .draft)
    #expect(history.standing(at: moment("2021-11-09 10:00")).state == .submitted)
    #expect(history.standing(at: moment("2021-11-13 09:00")).submitter == "李四")
  }

  @Test("steps are in the order in which they were taken, whatever clocks said")
  func clocks() throws {
    let history = try FormHistory([
      step(.submit(), "洪林镇", "2021-11-09 10:00"), step(.accept, "总工会", "2021-11-09 09:50"),
    ])
    #expect(history.standing.state == .accepted)
    #expect(history.standing(at: moment("2021-11-09 09:55")).state == .missing)
    #expect(history.standing(at: moment("2021-11-09 10:00")).state == .accepted)
  }

  @Test("what a state has no step for is refused, and nothing is taken")
  func refused() throws {
    var history = try FormHistory([step(.submit(), "洪林镇", "2021-11-09 10:00")])
    let before = history
    let again = step(.submit(), "洪林镇", "2021-11-10 10:00")
    #expect(throws: FormStepFault.noStep(.submit, from: .submitted)) { try history.take(again) }
    #expect(throws: FormStepFault.noStep(.reopen, from: .submitted)) {
      try history.take(step(.reopen(reason: "x"), "总工会", "2021-11-10 10:00"))
    }
    #expect(throws: FormStepFault.noReason(.return)) {
      try history.take(step(.return(reason: " "), "总工会", "2021-11-10 10:00"))
    }
    #expect(history == before)
    try history.take(step(.accept, "总工会", "2021-11-09 10:00"))
    #expect(throws: FormStepFault.noReason(.reopen)) {
      try history.take(step(.reopen(reason: ""), "总工会", "2021-11-10 10:00"))
    }
  }

  @Test("who submitted the version at hand does not accept it, however the name is typed")
  func twoPeople() throws {
    var history = try FormHistory([step(.submit(), "张 三", "2021-11-09 10:00")])
    #expect(throws: FormStepFault.sameActor("张三")) {
      try history.take(step(.accept, "张三", "2021-11-10 10:00"))
    }
    try history.take(step(.return(reason: "改"), "张三", "2021-11-10 10:00"))
    try history.take(step(.submit(), "李四", "2021-11-10 11:00"))
    #expect(throws: FormStepFault.sameActor("李四")) {
      try history.take(step(.accept, "李四", "2021-11-10 12:00"))
    }
    try history.take(step(.accept, "张三", "2021-11-10 12:00"))
  }
}
