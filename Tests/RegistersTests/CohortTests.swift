import People
import TargetEngine
import Testing

@testable import HealthWorkforce
@testable import Registers

/// `domain.md`, acceptance example 3: "Enrolment 64/yr: 2020 13 → 20.3%; 2021 53 → 82.8%; two years
/// 66/128 → 51.6%; three-year plan 66/192 → 34.4%; 同比 +307.7%".
@Suite struct CohortTests {
  private func value(_ row: [Datum], _ name: String, _ answer: Answer) throws -> String {
    let column = try #require(answer.columns.firstIndex { $0.name == name })
    guard case .int(let number) = row[column] else { return "—" }
    guard case .share = answer.columns[column].content else { return "\(number)" }
    return "\(try #require(Fraction(number, over: 1_000_000)?.percent(decimals: 1)))"
  }

  @Test("66 of three years' 192")
  func acceptance() throws {
    var others = RecordsInMemory()
    others.figures["workforce.enrolled"] = [
      2020: YearFigure(target: 64, actual: 13), 2021: YearFigure(target: 64, actual: 53),
      2022: YearFigure(target: 64),
    ]
    let answer = try Question.cohorts.answer(
      QuestionScope(day: try day("2021-06-30"), year: 2021), others)
    let figures = try ["enrolment-rate", "quota-so-far", "rate-so-far", "growth"].map { name in
      try answer.rows.map { try value($0, name, answer) }
    }
    #expect(
      figures == [
        ["20.3", "82.8", "0.0"], ["64", "128", "192"], ["20.3", "51.6", "34.4"],
        ["—", "307.7", "—"],
      ])
  }

  @Test("growth is against the year before; a cohort without a quota is in no rate of all quotas")
  func gaps() throws {
    var others = RecordsInMemory()
    others.figures["workforce.enrolled"] = [
      2018: YearFigure(actual: 6), 2020: YearFigure(target: 10, actual: 3),
      2021: YearFigure(target: 10, actual: 6),
    ]
    let answer = try Question.cohorts.answer(
      QuestionScope(day: try day("2021-06-30"), year: 2021), others)
    let figures = try ["enrolled-so-far", "rate-so-far", "growth"].map { name in
      try answer.rows.map { try value($0, name, answer) }
    }
    #expect(figures == [["6", "9", "15"], ["—", "30.0", "45.0"], ["—", "—", "100.0"]])
    #expect(answer.notes.count == 1)
  }

  @Test("199 of 200 is no 100 %, nothing of nothing no rate")
  func shares() {
    #expect(Answer.share(199, of: 200) == .int(995_000))
    #expect(Answer.share(1_999_999, of: 2_000_000) == .int(999_499))
    #expect(Answer.share(2, of: 2) == .int(1_000_000))
    #expect(Answer.share(0, of: 0) == .empty)
    #expect(Answer.share(3, of: nil) == .empty)
  }

  @Test("a breach owes what the agreement says, less what was paid")
  func breaches() throws {
    var trainee = Trainee()
    #expect(try trainee.owed == nil)
    (trainee.refund, trainee.penalty) = (Money(fen: 1_800_000), Money(fen: 900_000))
    #expect(try trainee.owed == 2_700_000)
    trainee.repaid = Money(fen: 2_000_000)
    #expect(try trainee.owed == 700_000)
    trainee.repaid = Money(fen: 3_000_000)
    #expect(try trainee.owed == 0)
    (trainee.postedOn, trainee.leftOn) = (try day("2023-08-01"), try day("2025-02-10"))
    #expect(trainee.monthsServed == 18)
  }
}
