import Testing

@testable import TargetEngine

@Suite struct OccurrenceTests {
  private func status(
    _ due: String, first: String? = nil, done: String? = nil, on text: String
  ) -> DueStatus {
    Occurrence(
      due: day(due), firstDue: first.map { day($0) }, done: done.map { day($0) }
    ).status(on: day(text))
  }

  @Test("done by its day, late after it, open through it, missed when it is over")
  func statuses() throws {
    #expect(status("2021-06-30", on: "2021-06-29") == .open)
    #expect(status("2021-06-30", on: "2021-06-30") == .open)
    #expect(status("2021-06-30", on: "2021-07-01") == .missed)
    #expect(status("2021-06-30", done: "2021-06-30", on: "2021-06-30") == .done)
    #expect(status("2021-06-30", done: "2021-07-01", on: "2021-07-01") == .late)
    // What is done afterwards was not done on that day.
    #expect(status("2021-06-30", done: "2021-07-02", on: "2021-07-01") == .missed)
    #expect(status("2021-06-30", done: "2021-06-29", on: "2021-06-28") == .open)
  }

  @Test("a day moved back keeps it open and makes it late all the same; one moved forward counts")
  func moved() throws {
    #expect(status("2021-07-31", first: "2021-06-30", on: "2021-07-15") == .open)
    #expect(
      status("2021-07-31", first: "2021-06-30", done: "2021-07-10", on: "2021-07-15") == .late)
    #expect(
      status("2021-06-15", first: "2021-06-30", done: "2021-06-20", on: "2021-06-30") == .late)
  }

  @Test("the rate is on time ÷ due so far; what may still be on time does not count")
  func rate() throws {
    var punctuality = Punctuality()
    let (start, today) = (day("2021-01-01"), day("2021-06-30"))
    func add(_ due: String, first: String? = nil, done: String? = nil, count: Int = 1) throws {
      punctuality.add(
        Occurrence(
          due: day(due), firstDue: first.map { day($0) },
          done: done.map { day($0) }), count: count, from: start, on: today,
        through: day("2021-07-31"))
    }
    #expect(punctuality.rate == nil)
    // Last year's: missed still, but not this year's rate.
    try add("2020-12-31")
    // Ahead of time, due in July: not so far.
    try add("2021-07-05", done: "2021-06-01")
    // Due today and open.
    try add("2021-06-30")
    #expect(punctuality.rate == nil)
    try add("2021-06-30", done: "2021-06-30", count: 3)
    try add("2021-05-31", done: "2021-06-02")
    try add("2021-05-31")
    // Extended into July: open, and yet not on time.
    try add("2021-07-31", first: "2021-05-31", count: 2)
    #expect(punctuality.onTime == 3)
    #expect(punctuality.due == 7)
    #expect(punctuality.rate == Fraction(3, over: 7))
    // Due after the days that are looked at.
    try add("2021-08-01")
    #expect(punctuality.open == 3)
    #expect(punctuality.missed == 2)
  }
}
