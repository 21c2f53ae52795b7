import Reports
import TargetEngine
import Testing

@testable import Desk

/// Forms of three cycles, sent in time, late or never, returned, accepted, and months that close in between: who is
/// ranked as not having reported is what a list of plain facts says, and of a closed month what it said then.
///
/// Sources: `engine.md`, "Ranking"; `forms.md`, "Reading".
@Suite struct FormReportingTests {
  @Test("who has not reported is what plain facts say", arguments: 1...10)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 6271)
    var model = try ReportingModel()
    for step in 0..<40 {
      try model.step(&random)
      try model.compare("seed \(seed) step \(step)")
    }
    #expect(!model.closed.isEmpty && model.met > 10)
    #expect(try model.ledger.verify().isEmpty)
  }

  @Test("what is due is what the boards of the forms say", arguments: 1...4)
  func dueOfBoards(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &* 9001)
    var model = try ReportingModel()
    for _ in 0..<30 { try model.step(&random) }
    let report = try model.desk.due(DueQuestion(within: 0), try model.desk.names(in: .zh))
    for line in report.lines {
      let owed = try #require(line.owed)
      let board = try model.desk.formStatus(owed.form, owed.period).board
      #expect(owed.missing.count == board.counts.missing && owed.owed == board.counts.owed)
      #expect(owed.returned.count == board.counts.returned)
    }
    let open = try model.periods.filter { form, period in
      guard period.due <= model.today else { return false }
      let counts = try model.desk.formStatus(form, period.text).board.counts
      return counts.missing + counts.returned > 0
    }
    let burden = try model.desk.formBurden(year: 2021)
    #expect(burden.total.forms == model.sent)
    #expect(burden.total.typed == burden.total.forms && burden.total.prefilled == 0)
    #expect(burden.rows.filter { $0.month != nil }.map(\.count.forms).reduce(0, +) == model.sent)
    #expect(report.lines.count == open.count && report.count == open.count)
    for rate in report.rates {
      let counts = try model.periods.filter { $0.0 == rate.obligation && $0.1.due < model.today }
        .map { try model.desk.formStatus($0.0, $0.1.text).board.counts }
      #expect(rate.punctuality.missed == counts.map(\.missing).reduce(0, +))
    }
  }
}
