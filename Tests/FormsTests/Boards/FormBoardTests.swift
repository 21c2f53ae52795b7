import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Board".
@Suite struct FormBoardTests {
  private let due = FormDeadline.day(day("2021-11-11"))

  private func history(_ steps: (FormAction, String)...) throws -> FormHistory {
    try FormHistory(
      steps.enumerated().map { index, step in
        FormStep(step.0, by: "\(index)", at: moment("\(step.1) 10:00"))
      })
  }

  /// Twelve units of which nine sent, one of them late, as in the specification's example.
  private func histories() throws -> [UnitID: FormHistory] {
    var all: [UnitID: FormHistory] = [:]
    for unit in UnitID(1)...7 {
      all[unit] = try history((.submit(), "2021-11-09"), (.accept, "2021-11-10"))
    }
    all[8] = try history((.submit(), "2021-11-11"), (.return(reason: "改"), "2021-11-12"))
    all[9] = try history((.draft, "2021-11-10"), (.submit(isNil: true), "2021-11-13"))
    all[10] = try history((.draft, "2021-11-10"))
    all[99] = try history((.submit(), "2021-11-09"))
    return all
  }

  private func board(on text: String) throws -> FormBoard {
    FormBoard(Array(1...12), try histories(), due, asOf: day(text).lastMinute)
  }

  @Test("the counts of the specification's example")
  func counts() throws {
    let board = try board(on: "2021-11-30")
    let counts = board.counts
    #expect((counts.owed, counts.submitted, counts.late) == (12, 9, 1))
    #expect((counts.missing, counts.returned, counts.accepted) == (3, 1, 7))
    #expect(counts.onTimeRate == Fraction(8, over: 12))
    #expect(counts.preciseRate?.description == "0.666667")
    #expect(counts.percent(decimals: 0)?.description == "67")
    #expect(board.isOver)
  }

  @Test("asked on the due day what is missing may still come, and who sent so far was in time")
  func before() throws {
    let board = try board(on: "2021-11-11")
    let counts = board.counts
    #expect(!board.isOver)
    #expect((counts.owed, counts.submitted, counts.late, counts.missing) == (12, 8, 0, 4))
    #expect((counts.returned, counts.accepted) == (0, 7))
    #expect(counts.onTimeRate == Fraction(8, over: 12))
    #expect(try self.board(on: "2021-11-12").isOver)
  }

  @Test("each row has its state, days late, versions, returns and nil")
  func rows() throws {
    let rows = try board(on: "2021-11-30").rows
    #expect(rows.map(\.unit) == Array(1...12))
    #expect(rows[0].lateness == .onTime)
    #expect((rows[7].lateness, rows[7].standing.state) == (.onTime, .returned))
    #expect(rows[7].standing.returns == 1)
    #expect((rows[8].lateness, rows[8].standing.isNil) == (.days(2), true))
    #expect((rows[9].lateness, rows[9].standing.state) == (nil, .draft))
    #expect((rows[11].lateness, rows[11].standing.state) == (nil, .missing))
  }

  @Test("what a unit had sent that ended stays on the board and is not owed")
  func ended() throws {
    let board = FormBoard(
      Array(1...9), try histories(), due, asOf: day("2021-11-30").lastMinute, ended: [7, 8, 9])
    #expect(board.rows.map(\.isOwed) == (1...9).map { $0 < 7 })
    let counts = board.counts
    #expect((counts.owed, counts.submitted, counts.late) == (6, 6, 0))
    #expect((counts.returned, counts.accepted) == (0, 6))
    #expect(counts.onTimeRate == Fraction(6, over: 6))
  }

  @Test("a return does not make it late, whenever the next version comes")
  func returned() throws {
    let history = try history(
      (.submit(), "2021-11-11"), (.return(reason: "改"), "2021-11-20"), (.submit(), "2021-11-25"))
    let counts = FormBoard([1], [1: history], due, asOf: day("2021-11-30").lastMinute).counts
    #expect((counts.late, counts.onTime, counts.submitted, counts.returned) == (0, 1, 1, 0))
    let late = try self.history((.submit(), "2021-11-12"), (.return(reason: "改"), "2021-11-20"))
    let now = FormBoard([1], [1: late], due, asOf: day("2021-11-30").lastMinute).counts
    #expect((now.late, now.onTime, now.submitted, now.returned) == (1, 0, 1, 1))
  }

  @Test("a deadline to the minute is judged to the minute")
  func minutes() throws {
    let deadline = FormDeadline.minute(moment("2021-07-26 08:00"))
    let times: [UnitID: String] = [1: "08:00", 2: "10:30"]
    let histories = try times.mapValues { time in
      try FormHistory([FormStep(.submit(), by: "甲", at: moment("2021-07-26 \(time)"))])
    }
    let board = FormBoard([1, 2, 3], histories, deadline, asOf: moment("2021-07-26 09:00"))
    #expect(board.isOver)
    #expect((board.counts.submitted, board.counts.missing) == (1, 2))
    let later = FormBoard([1, 2, 3], histories, deadline, asOf: moment("2021-07-26 11:00"))
    #expect(later.rows.map(\.lateness) == [.onTime, .minutes(150), nil])
    #expect(later.rows[1].lateness?.hours == 3)
  }

  @Test("where nobody owes it there is no rate")
  func nobody() {
    let counts = FormBoard([], [:], due, asOf: day("2021-11-30").lastMinute).counts
    #expect(counts.owed == 0 && counts.onTimeRate == nil && counts.preciseRate == nil)
  }

  @Test("the rate reaches 1 only when all were on time")
  func almost() throws {
    let sent = try history((.submit(), "2021-11-09"))
    let units = Array(UnitID(1)...3_000)
    let some = Dictionary(uniqueKeysWithValues: units.dropLast().map { ($0, sent) })
    let counts = FormBoard(units, some, due, asOf: day("2021-11-30").lastMinute).counts
    #expect(counts.preciseRate?.description == "0.999667")
    #expect(counts.percent(decimals: 0)?.description == "99")
  }
}
