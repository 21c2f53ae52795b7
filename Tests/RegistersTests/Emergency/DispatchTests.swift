import TargetEngine
import Testing

@testable import EmergencyReadiness
@testable import Registers

/// `emergency.md`, 4.
@Suite struct DispatchTests {
  private func call(
    _ cycle: Dispatch.Cycle = .weekly, _ result: Dispatch.Result? = nil, at answered: String? = nil
  ) throws -> Dispatch {
    var call = Dispatch()
    (call.unit, call.cycle, call.due) = (UnitReference(7), cycle, try day("2021-06-27"))
    (call.result, call.answeredAt) = (result, try answered.map { try moment($0) })
    return call
  }

  @Test("a call is expected on its day and answered when somebody answers")
  func calls() throws {
    let open = try call()
    #expect(try open.posts("emergency.dispatch-expected") == ["+1 2021-06-27 at 7"])
    #expect(try open.posts("emergency.dispatch-answered") == [])
    for result in [Dispatch.Result.noAnswer, .fault] {
      let missed = try call(.quarterly, result)
      #expect(try missed.posts("emergency.dispatch-expected") == ["+1 2021-06-27 at 7"])
      #expect(try missed.posts("emergency.dispatch-answered") == [])
    }
    let answered = try call(.quarterly, .online)
    #expect(try answered.posts("emergency.dispatch-answered") == ["+1 2021-06-27 of 2021 at 7"])
    #expect(try answered.posts("emergency.checks") == [])
    #expect(try answered.posts("emergency.checks-passed") == [])
  }

  @Test("answered early it counts when it is due, answered late when it is answered")
  func days() throws {
    let early = try call(.weekly, .online, at: "2021-06-24 09:00")
    #expect(try early.posts("emergency.dispatch-answered") == ["+1 2021-06-27 of 2021 at 7"])
    let late = try call(.weekly, .online, at: "2022-01-02 09:00")
    #expect(try late.posts("emergency.dispatch-answered") == ["+1 2022-01-02 of 2021 at 7"])
  }

  @Test("maintenance leaves the denominator when a document approves it")
  func maintenance() throws {
    var call = try call(.weekly, .maintenance)
    #expect(try call.posts("emergency.dispatch-expected") == ["+1 2021-06-27 at 7"])
    call.documentNo = "宣应急〔2021〕12号"
    #expect(try call.posts("emergency.dispatch-expected") == [])
    call.result = .noAnswer
    #expect(try call.posts("emergency.dispatch-expected") == ["+1 2021-06-27 at 7"])
  }

  @Test("spot checks have figures of their own; passed is who answers with the leader there")
  func checks() throws {
    var check = try call(.spot, .online)
    #expect(try check.posts("emergency.dispatch-expected") == [])
    #expect(try check.posts("emergency.dispatch-answered") == [])
    #expect(try check.posts("emergency.checks") == ["+1 2021-06-27 at 7"])
    #expect(try check.posts("emergency.checks-passed") == ["+1 2021-06-27 at 7"])
    check.leaderPresent = false
    #expect(try check.posts("emergency.checks-passed") == [])
    (check.leaderPresent, check.result) = (true, .noAnswer)
    #expect(try check.posts("emergency.checks-passed") == [])
    #expect(try check.posts("emergency.checks") == ["+1 2021-06-27 at 7"])
  }

  // MARK: slots

  private func proposed(_ text: String, _ records: RecordsInMemory) throws -> [String] {
    let scope = QuestionScope(day: try day(text), year: 2021)
    return try Action.slots.propose(scope, records).map { proposal in
      proposal.line.map { datum in
        switch datum {
        case .unit(let unit): "\(unit)"
        case .text(let text): text
        case .day(let day): "\(day)"
        default: "?"
        }
      }.joined(separator: " ")
    }
  }

  @Test("each unit with equipment is called once a week and once a quarter, due on their last days")
  func slots() throws {
    var records = RecordsInMemory()
    for (unit, name) in [(8, "终端"), (7, "终端"), (7, "电话")] {
      var equipment = Equipment()
      (equipment.unit, equipment.name) = (UnitReference(UnitID(unit)), name)
      records.add(equipment)
    }
    let may = [2, 9, 16, 23, 30].flatMap { day in
      [7, 8].map { "\($0) weekly 2021-05-\(day < 10 ? "0" : "")\(day)" }
    }
    let quarter = ["7 quarterly 2021-06-30", "8 quarterly 2021-06-30"]
    #expect(try proposed("2021-05-17", records) == may + quarter)
    #expect(try proposed("2021-06-01", records).suffix(2) == quarter[...])
    #expect(try proposed("2021-12-31", records).last == "8 quarterly 2021-12-31")
    // What is on the list already is not made again.
    var known = Dispatch()
    (known.unit, known.cycle, known.due) = (UnitReference(7), .weekly, try day("2021-05-02"))
    records.add(known)
    #expect(try proposed("2021-05-01", records) == may.dropFirst() + quarter)
    #expect(try proposed("2199-12-01", records).count < 13)
  }

  @Test("without equipment nobody is called")
  func nobody() throws {
    #expect(try proposed("2021-05-01", RecordsInMemory()) == [])
  }

  // MARK: equipment

  @Test("an inspection makes the next one due; one that was never inspected owes none")
  func inspections() throws {
    var equipment = Equipment()
    #expect(try duties(equipment) == [])
    equipment.inspectedOn = try day("2021-03-10")
    #expect(try duties(equipment) == ["2021-06-10 missed"])
    #expect(try duties(equipment, on: "2021-06-10") == ["2021-06-10 open"])
    equipment.inspectedOn = try day("2021-07-01")
    #expect(try equipment.faults() == ["“巡检日期”（2021-07-01）晚于今天（2021-06-30）。"])
  }
}
