import Testing

@testable import TargetEngine

@Suite struct RecurrenceTests {
  private func days(_ recurrence: Recurrence, _ start: String, _ end: String) throws -> [String] {
    recurrence.dueDays(from: day(start), through: day(end)).map(\.description)
  }

  @Test("each cycle counts from the first day")
  func cycles() throws {
    let first = day("2021-01-08")
    #expect(
      try days(Recurrence(from: first, .weekly), "2021-02-01", "2021-02-28")
        == ["2021-02-05", "2021-02-12", "2021-02-19", "2021-02-26"])
    #expect(
      try days(Recurrence(from: first, .quarterly), "2021-01-01", "2021-12-31")
        == ["2021-01-08", "2021-04-08", "2021-07-08", "2021-10-08"])
    #expect(
      try days(Recurrence(from: first, .halfYearly), "2021-01-01", "2022-01-08")
        == ["2021-01-08", "2021-07-08", "2022-01-08"])
    #expect(
      try days(Recurrence(from: first, .yearly), "2020-01-01", "2023-12-31")
        == ["2021-01-08", "2022-01-08", "2023-01-08"])
    #expect(try days(Recurrence(from: first, .once), "2020-01-01", "2030-01-01") == ["2021-01-08"])
    #expect(try days(Recurrence(from: first, .once), "2021-01-09", "2030-01-01") == [])
  }

  @Test("a day that a month lacks is its last, and comes back in the next")
  func monthEnds() throws {
    let monthly = Recurrence(from: day("2020-12-31"), .monthly)
    #expect(
      try days(monthly, "2021-01-01", "2021-06-30")
        == ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31", "2021-06-30"])
    let leap = Recurrence(from: day("2020-02-29"), .yearly)
    #expect(
      try days(leap, "2020-01-01", "2024-12-31")
        == ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"])
  }

  @Test("nothing before the first day or after the last")
  func ends() throws {
    let ended = Recurrence(
      from: day("2021-03-05"), .monthly, until: day("2021-05-04"))
    #expect(try days(ended, "2021-01-01", "2021-12-31") == ["2021-03-05", "2021-04-05"])
    #expect(try days(ended, "2022-01-01", "2021-12-31") == [])
    let far = Recurrence(from: day("2998-06-01"), .yearly)
    #expect(try days(far, "2021-01-01", "2999-12-31") == ["2998-06-01", "2999-06-01"])
  }

  @Test("any start gives the days that a count from the beginning gives")
  func skipping() throws {
    let first = day("2021-01-31")
    let end = day("2023-12-31")
    for cycle in Cycle.allCases {
      let recurrence = Recurrence(from: first, cycle)
      let all = recurrence.dueDays(from: first, through: end)
      for offset in 0..<1100 {
        let start = try #require(Day(number: first.number - 20 + offset))
        #expect(
          recurrence.dueDays(from: start, through: end) == all.filter { $0 >= start },
          "\(cycle) from \(start)")
      }
    }
  }

  private func statuses(
    _ recurrence: Recurrence, _ doings: [(String, String?)], through end: String
  ) throws -> [String] {
    let end = day(end)
    return recurrence.turns(
      doings.map { Recurrence.Doing(day($0), for: $1.map { day($0) }) },
      from: day("2021-01-01"), through: end
    ).flatMap(\.occurrences).map { "\($0.due) \($0.status(on: end))" }
  }

  @Test("what is done counts for the period in which it was done")
  func periods() throws {
    let publicity = Recurrence(from: day("2021-03-08"), .yearly)
    #expect(
      try statuses(publicity, [("2021-02-20", nil)], through: "2021-06-30") == ["2021-03-08 done"])
    #expect(
      try statuses(publicity, [("2021-03-10", nil)], through: "2021-06-30") == ["2021-03-08 late"])
    #expect(
      try statuses(publicity, [("2020-12-31", nil)], through: "2021-06-30") == ["2021-03-08 missed"]
    )
    #expect(
      try statuses(publicity, [("2020-12-31", "2021-03-08")], through: "2021-06-30")
        == ["2021-03-08 done"])
  }

  @Test("a week runs from Monday to Sunday; a missed one is not made up by the next")
  func weeks() throws {
    let weekly = Recurrence(from: day("2021-06-04"), .weekly)
    #expect(
      try statuses(
        weekly,
        [("2021-06-01", nil), ("2021-06-12", nil), ("2021-06-21", nil), ("2021-06-22", nil)],
        through: "2021-06-30")
        == ["2021-06-04 done", "2021-06-11 late", "2021-06-18 missed", "2021-06-25 done"])
  }

  @Test("two a month: the first takes what was done first, a third counts for none")
  func severalTimes() throws {
    let bulletins = Recurrence(from: day("2021-05-31"), .monthly, times: 2)
    #expect(
      try statuses(
        bulletins,
        [
          ("2021-05-20", nil), ("2021-05-03", nil), ("2021-05-28", nil), ("2021-06-15", nil),
          ("2021-07-02", "2021-06-01"),
        ], through: "2021-07-05")
        == ["2021-05-31 done", "2021-05-31 done", "2021-06-30 done", "2021-06-30 late"])
  }

  @Test("once may be done at any time")
  func once() throws {
    let drill = Recurrence(from: day("2021-06-10"), .once)
    #expect(
      try statuses(drill, [("2020-11-01", nil)], through: "2021-12-31") == ["2021-06-10 done"])
    #expect(
      try statuses(drill, [("2022-11-01", nil)], through: "2022-12-31") == ["2021-06-10 late"])
  }

  @Test("a due day may be moved past holidays, and keeps its period")
  func moved() throws {
    let monthly = Recurrence(from: day("2021-09-30"), .monthly)
    let moved = { (day: Day) throws(CalendarFault) in
      try WorkCalendar.shipped.workingDay(from: day)
    }
    let turns = Recurrence(from: day("2021-07-31"), .monthly).turns(
      [Recurrence.Doing(day("2021-07-30"))], from: day("2021-07-01"),
      through: day("2021-07-31"), moved: moved)
    #expect(
      turns.flatMap(\.occurrences) == [Occurrence(due: day("2021-08-02"), done: day("2021-07-30"))])
    // Of a year without holidays only what has to be moved is not known.
    let unknown = monthly.turns(
      [], from: day("2026-12-01"), through: day("2027-01-31"), moved: moved)
    #expect(unknown.map(\.unknownYear) == [nil, 2027])
    #expect(unknown.map(\.occurrences.count) == [1, 0])
  }

  @Test("what is done by a day that was moved into the next period counts for the earlier one")
  func movedOn() {
    let monthly = Recurrence(from: day("2021-10-31"), .monthly)
    let moved = { (day: Day) throws(CalendarFault) in
      try WorkCalendar.shipped.workingDay(from: day)
    }
    let days = { (doings: [String], start: String) in
      monthly.turns(
        doings.map { Recurrence.Doing(day($0)) }, from: day(start), through: day("2021-12-31"),
        moved: moved
      ).flatMap(\.occurrences).map { $0.done?.description ?? "—" }
    }
    // The 31st of October was a Sunday, so that it is due on 1 November.
    #expect(days(["2021-11-01"], "2021-10-01") == ["2021-11-01", "—", "—"])
    #expect(days(["2021-11-01", "2021-11-15"], "2021-10-01") == ["2021-11-01", "2021-11-15", "—"])
    #expect(days(["2021-11-02"], "2021-10-01") == ["—", "2021-11-02", "—"])
    #expect(days(["2021-10-20", "2021-11-01"], "2021-10-01") == ["2021-10-20", "2021-11-01", "—"])
    // Asked from November on it is not there for November either.
    #expect(days(["2021-11-01"], "2021-11-01") == ["—", "—"])
    #expect(!monthly.counts(Recurrence.Doing(day("2021-08-20")), moved: moved))
    #expect(monthly.counts(Recurrence.Doing(day("2021-11-01")), moved: moved))
  }
}
