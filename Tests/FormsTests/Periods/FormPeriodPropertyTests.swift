import TargetEngine
import Testing

@testable import Forms

/// Whatever the cycle and the first month, the periods tile the time.
@Suite struct FormPeriodPropertyTests {
  private static let cycles = FormCycle.allCases.filter { $0 != .once }

  @Test("each day of some years lies in one period, and each period follows the one before")
  func tiling() {
    for cycle in FormPeriodPropertyTests.cycles {
      for month in 1...12 {
        if let gap = gap(every(cycle, from: month)) {
          Issue.record("\(cycle) from \(month): \(gap)")
        }
      }
    }
  }

  /// The first day on which something is wrong.
  private func gap(_ calendar: FormCalendar) -> Day? {
    guard var current = calendar.period(of: day("2018-12-20")) else { return day("2018-12-20") }
    for number in day("2018-12-20").number...day("2024-03-10").number {
      guard let day = Day(number: number), let found = calendar.period(of: day) else { return nil }
      if found != current {
        // It begins on the day after the one before, and both know each other.
        guard found.firstDay == day, current.lastDay.number == number - 1, current < found,
          calendar.period(after: current) == found, calendar.period(before: found) == current
        else { return day }
        current = found
      }
      guard found.contains(day), found.cycle == calendar.cycle,
        (try? calendar.period(found.description)) == found
      else { return day }
    }
    return nil
  }

  @Test("the name of a part is that of its year, counted from the first month")
  func parts() {
    for month in 1...12 {
      for (cycle, letter, length) in [(FormCycle.quarter, "Q", 3), (.half, "H", 6)] {
        for part in 1...(12 / length) {
          let period = period("2021-\(letter)\(part)", cycle, from: month)
          let start = month == 1 ? 2021 * 12 : 2020 * 12 + month - 1
          let expected = start + (part - 1) * length
          #expect(period.firstDay.year * 12 + period.firstDay.monthOfYear - 1 == expected)
          #expect(period.firstDay.dayOfMonth == 1)
          #expect(period.lastDay.adding(days: 1).dayOfMonth == 1)
          #expect(period.year == 2021)
        }
      }
    }
  }

  @Test("weeks are those of a naive count from the first Thursday of each year")
  func weeks() throws {
    for year in 1949...2199 {
      let days = try (1...7).map { try #require(Day(year: year, month: 1, day: $0)) }
      let thursday = try #require(days.first { $0.weekday == 3 })
      #expect(period("\(year)-W01", .week).firstDay == thursday.adding(days: -3))
      let last = Day(year: year, month: 12, day: 28).flatMap { every(.week).period(of: $0) }
      let next = try #require(last).lastDay.adding(days: 1)
      #expect(next.adding(days: 3).year == year + 1)
    }
  }

  @Test("random events keep their text")
  func events() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<500 {
      let name = (0..<dice.int(1...6)).map { _ in
        dice.pick(["烟", "花", "/", "7", "-", "T", "Q", "2021", "．", "·", "A"])
      }.joined()
      let date = try #require(Day(year: 2021, month: dice.int(1...12), day: dice.int(1...28)))
      let time = dice.pick(["", "T0\(dice.int(0...9))", " 1\(dice.int(0...9)):5\(dice.int(0...9))"])
      let period = period("\(name)/\(date)\(time)", .once)
      #expect(try every(.once).period(period.description) == period)
      #expect(period.lastDay == date)
    }
  }
}
