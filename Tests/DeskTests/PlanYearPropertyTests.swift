import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "Everything that says 'year' for such an indicator means this year": indicators whose plan years
/// begin in any month, with entries, levels, targets, milestones, ratios, records, closings and undos
/// in random order, against a model that adds up raw entries.
///
/// Source: `engine.md`, "Indicators", "Targets", "Completion".
@Suite struct PlanYearPropertyTests {
  @Test("reports and rankings are what the raw entries and targets make them", arguments: 1...14)
  func figures(_ seed: Int) throws {
    var world = try PlanYearWorld(seed: UInt64(seed))
    for step in 0..<90 {
      try world.act()
      if step % 6 == 5 { try compare(&world, "seed \(seed), step \(step)") }
    }
    try expectJobs(world, "seed \(seed)")
    #expect(try world.desk.ledger.check().isEmpty && world.desk.ledger.verify().isEmpty)
    #expect(world.undos > 0 && world.lastClosed != nil)
  }

  private func compare(_ world: inout PlanYearWorld, _ context: String) throws {
    // The month after the last closed one is where corrections show.
    let after = world.lastClosed?.adding(1)
    let any = try world.anyDay().month
    let month = Bool.random(using: &world.random) ? after ?? any : any
    for unit in PlanYearWorld.units {
      let actual = try world.actual(unit, month)
      let expected =
        try world.reported[unit]?[month] ?? world.expected(unit, month)
      for (mine, theirs) in zip(expected, actual) where mine != theirs {
        Issue.record("\(context), \(unit) \(month):\n\(mine)\n\(theirs)")
      }
      #expect(expected.count == actual.count, "\(context), \(unit) \(month)")
    }
    try expectYears(world, context)
    if world.reported["d"]?[month] == nil { try expectRanked(world, month, context) }
  }

  /// Entries of levels and of records lie in the plan year of their day, unless a record names one.
  private func expectYears(_ world: PlanYearWorld, _ context: String) throws {
    for indicator in world.indicators where ["p.stock", "p.by-day"].contains(indicator.code) {
      for entry in try world.desk.ledger.entries(EntryQuery(indicator: indicator.id)) {
        #expect(
          entry.year == naivePlanYear(entry.day, indicator.firstMonth),
          "\(context), \(indicator.code) on \(entry.day)")
      }
    }
  }

  private func expectRanked(_ world: PlanYearWorld, _ month: Month, _ context: String) throws {
    let model = try world.model()
    let report = try world.desk.rankingReport([], month, unit: "d", level: nil)
    for ranking in report.rankings {
      for ranked in ranking.lines {
        let year = naivePlanYear(month.lastDay, ranking.indicator.firstMonth)
        var (mine, theirs) = (
          model.row(ranking.indicator, ranked.unit.id, year, month), PlanYearModel.Row(ranked.line)
        )
        (mine.corrected, theirs.corrected) = (0, 0)
        #expect(mine == theirs, "\(context), \(month) \(ranked.unit.code)")
      }
    }
  }

  /// Each job that is done stands in the ledger on its day, once in the plan year of its list, once in
  /// that of its day, and once in that of the day on which it was begun.
  private func expectJobs(_ world: PlanYearWorld, _ context: String) throws {
    struct Place: Hashable {
      var code: String
      var unit: UnitID
      var day: Day
      var year: Int
    }
    var wanted: [Place: Int64] = [:]
    for (_, job) in try StoredRecords(world.desk.ledger).records(Job.self, below: nil) {
      let unit = try #require(job.unit?.id)
      for day in job.moves.days(into: .done) {
        for code in ["p.jobs", "p.by-day", "p.begun"] {
          let first = try world.desk.indicator(code).firstMonth
          let year =
            switch code {
            case "p.jobs": try #require(job.year)
            case "p.by-day": naivePlanYear(day, first)
            default: naivePlanYear(try #require(job.begunOn), first)
            }
          wanted[Place(code: code, unit: unit, day: day, year: year), default: 0] += 1
        }
      }
    }
    var posted: [Place: Int64] = [:]
    for code in ["p.jobs", "p.by-day", "p.begun"] {
      let id = try world.desk.indicator(code).id
      for entry in try world.desk.ledger.entries(EntryQuery(indicator: id)) {
        let place = Place(code: code, unit: entry.unit, day: entry.day, year: entry.year)
        posted[place, default: 0] += entry.amount
      }
    }
    #expect(posted.filter { $0.value != 0 } == wanted, "\(context)")
  }
}
