import Reports
import Storage
import TargetEngine

@testable import Desk

/// The plan year that contains a day, counted without `PlanYear`.
func naivePlanYear(_ day: Day, _ first: Int) -> Int {
  first > 1 && day.monthOfYear >= first ? day.year + 1 : day.year
}

/// Reports computed from the raw entries and targets, sentence by sentence of `engine.md`, with plan
/// years that begin in any month.
struct PlanYearModel {
  let indicators: [Indicator]
  let parents: [UnitID: UnitID]
  let entries: [Entry]
  /// In the order in which they were recorded.
  let targets: [Target]
  /// The flow that an indicator has as its target where none is set.
  let planned: [IndicatorID: IndicatorID]
  /// What the closed months said of a unit.
  var reported: [Month: [Row]] = [:]

  struct Row: Equatable {
    var code: String
    var year: Int
    var actual: Int64?
    var month: Int64?
    var previous: Int64?
    var lastYear: Int64?
    var corrected: Int64
    var target: Int64?
    var source: TargetSource?
    var due: Day?
    var pace: Fraction?

    init(_ code: String, _ year: Int) { (self.code, self.year, corrected) = (code, year, 0) }

    init(_ line: Line) {
      self.init(line.indicator.code, line.year)
      if case .amount(let amount) = line.actual { actual = amount }
      (month, previous, lastYear) = (line.month, line.previousMonth, line.sameMonthLastYear)
      (corrected, target, source) = (line.corrected, line.plan?.amount, line.plan?.source)
      (due, pace) = (line.plan?.due, line.completion.pace)
    }
  }

  struct Plan {
    var source: TargetSource
    var parts: [Target]
    var amount: Int64 { parts.reduce(0) { $0 + $1.amount } }
  }

  // MARK: Days

  func year(_ indicator: Indicator, _ day: Day) -> Int {
    naivePlanYear(day, indicator.firstMonth)
  }

  func start(_ indicator: Indicator, _ year: Int) -> Day {
    let first = indicator.firstMonth
    return Day(year: first == 1 ? year : year - 1, month: first, day: 1)!
  }

  func lastDay(_ indicator: Indicator, _ year: Int) -> Day {
    Day(number: start(indicator, year + 1).number - 1)!
  }

  func firstDay(_ indicator: Indicator, _ year: Int) -> Day { start(indicator, year) }

  /// m − 1 + d ÷ days in month m, m counted month by month from the year's first.
  private func position(_ day: Day, _ start: Day) -> Fraction {
    var (months, month) = (Int64(0), start.month)
    while month < day.month { (months, month) = (months + 1, month.adding(1)) }
    while month > day.month { (months, month) = (months - 1, month.adding(-1)) }
    return Fraction(months) + Fraction(
      Int64(day.dayOfMonth), over: Int64(month.lastDay.dayOfMonth))!
  }

  func pace(_ target: Target, _ indicator: Indicator, _ day: Day) -> Fraction {
    if day >= target.due { return .one }
    let start = start(indicator, target.year)
    let here = position(day, start)
    var (from, share) = (Fraction.zero, Fraction.zero)
    var stops: [(Fraction, Fraction)] = []
    switch target.pace {
    case .deadline, .planned: return .zero
    case .linear: break
    case .milestones(let milestones):
      for milestone in milestones {
        let days = [start.year, start.year + 1].compactMap {
          Day(year: $0, month: milestone.month, day: milestone.day)
        }
        let date = days.first { $0 >= start && $0 <= lastDay(indicator, target.year) }!
        stops.append((position(date, start), Fraction(milestone.share, over: 10_000)!))
      }
    }
    stops.append((position(target.due, start), .one))
    for (stop, goal) in stops {
      if here <= stop {
        return max(.zero, share + (goal - share) * ((here - from) / (stop - from))!)
      }
      (from, share) = (stop, goal)
    }
    return .one
  }

  // MARK: Amounts

  private func isIn(_ unit: UnitID, _ above: UnitID) -> Bool {
    unit == above || parents[unit].map { isIn($0, above) } ?? false
  }

  func mine(_ id: IndicatorID, _ unit: UnitID) -> [Entry] {
    entries.filter { $0.indicator == id && isIn($0.unit, unit) }
  }

  func actual(_ indicator: Indicator, _ unit: UnitID, _ year: Int, _ day: Day) -> Int64 {
    mine(indicator.id, unit).filter {
      $0.day <= day && (indicator.kind == .stock || $0.year == year)
    }.reduce(0) { $0 + $1.amount }
  }

  func amount(_ indicator: Indicator, _ unit: UnitID, _ year: Int, _ month: Month) -> Int64 {
    mine(indicator.id, unit).filter {
      $0.day.month == month && (indicator.kind == .stock || $0.year == year)
    }.reduce(0) { $0 + $1.amount }
  }

  // MARK: Targets

  private func own(_ id: IndicatorID, _ unit: UnitID, _ year: Int, _ day: Day) -> Target? {
    let holding = targets.filter {
      $0.indicator == id && $0.unit == unit && $0.year == year && $0.effective <= day
    }
    let last = holding.map(\.effective).max()
    return holding.last { $0.effective == last }
  }

  private func set(_ indicator: Indicator, _ unit: UnitID, _ year: Int, _ day: Day) -> Plan? {
    if let own = own(indicator.id, unit, year, day) { return Plan(source: .own, parts: [own]) }
    if case .ratio = indicator.kind {
      return parents[unit].flatMap { set(indicator, $0, year, day) }.map {
        Plan(source: .inherited, parts: $0.parts)
      }
    }
    let below = parents.filter { $0.value == unit }.keys.sorted()
      .compactMap { set(indicator, $0, year, day) }
    return below.isEmpty ? nil : Plan(source: .sum, parts: below.flatMap(\.parts))
  }

  func plan(_ indicator: Indicator, _ unit: UnitID, _ year: Int, _ day: Day) -> Plan? {
    if let set = set(indicator, unit, year, day) { return set }
    guard let flow = planned[indicator.id] else { return nil }
    let counted = mine(flow, unit).filter { $0.year == year && $0.day <= day }
    guard !counted.isEmpty else { return nil }
    let amount = counted.reduce(0) { $0 + $1.amount }
    return Plan(
      source: .planned,
      parts: [
        Target(
          indicator: indicator.id, unit: unit, year: year, amount: amount,
          effective: start(indicator, year), due: lastDay(indicator, year), pace: .linear)
      ])
  }
}
