@testable import TargetEngine

func day(_ text: String) -> Day { Day(text)! }
func month(_ text: String) -> Month { Month(text)! }
func fraction(_ numerator: Int64, _ denominator: Int64) -> Fraction {
  Fraction(numerator, over: denominator)!
}

let tenPoints = fraction(10, 100)

extension Indicator {
  static func flow(
    _ id: IndicatorID = 1, _ direction: Direction = .more, decimals: Int = 0,
    code: String = "clinics.accepted"
  ) -> Indicator {
    Indicator(
      id: id, code: code, name: "标准化建设达标", kind: .flow, measure: "个", decimals: decimals,
      direction: direction)
  }

  static func stock(
    _ id: IndicatorID = 2, _ direction: Direction = .more, code: String = "workforce.inPost"
  ) -> Indicator {
    Indicator(
      id: id, code: code, name: "实有人数", kind: .stock, measure: "人", direction: direction)
  }

  static func ratio(
    _ id: IndicatorID = 3, of numerator: IndicatorID = 1, to denominator: IndicatorID = 2,
    _ direction: Direction = .more, decimals: Int = 0, code: String = "unions.coverage"
  ) -> Indicator {
    Indicator(
      id: id, code: code, name: "签订率", kind: .ratio(numerator: numerator, denominator: denominator),
      measure: "%", decimals: decimals, direction: direction)
  }
}

extension Target {
  static func of(
    _ amount: Int64, effective: String = "2021-01-01", due: String = "2021-12-31",
    pace: Pace = .linear
  ) -> Target {
    Target(
      indicator: 1, unit: 1, year: day(due).year, amount: amount, effective: day(effective),
      due: day(due), pace: pace)
  }
}

extension Plan {
  /// An own target as it holds once it is effective.
  static func own(
    _ amount: Int64, due: String = "2021-12-31", pace: Pace = .linear
  ) -> Plan {
    Plan(.of(amount, due: due, pace: pace))
  }
}

/// A completion in plan year 2021; a report of June unless it says otherwise.
func completion(
  _ actual: Int64?, of plan: Plan?, _ indicator: Indicator = .flow(),
  on text: String = "2021-06-30",
  tolerance: Fraction = tenPoints
) -> Completion {
  Completion(
    of: indicator, actual: actual.map { Fraction($0) }, plan: plan, year: 2021, on: day(text),
    tolerance: tolerance)
}

func completion(_ actual: Int64, of target: Int64) -> Completion {
  completion(actual, of: .own(target))
}

/// One entry of a ledger, before anything has been added up.
struct RawEntry {
  var indicator: IndicatorID
  var day: Day
  var amount: Int64
  var planYear: Int

  init(_ indicator: IndicatorID = 1, _ day: Day, _ amount: Int64, year: Int? = nil) {
    self.indicator = indicator
    self.day = day
    self.amount = amount
    planYear = year ?? day.year
  }
}

/// The rows that a ledger of `entries` keeps.
func tallies(_ entries: [RawEntry]) -> [IndicatorID: Tally] {
  var result: [IndicatorID: Tally] = [:]
  for entry in entries {
    var rows = result[entry.indicator]?.rows ?? []
    let year = entry.day.year
    var index = rows.firstIndex { $0.planYear == entry.planYear && $0.calendarYear == year }
    if index == nil {
      index = rows.count
      let months = [Int64](repeating: 0, count: 12)
      rows.append(
        Tally.Row(planYear: entry.planYear, calendarYear: year, months: months, seen: 0))
    }
    rows[index!].months[entry.day.monthOfYear - 1] += entry.amount
    rows[index!].seen |= 1 << (entry.day.monthOfYear - 1)
    result[entry.indicator] = Tally(rows: rows)
  }
  return result
}
