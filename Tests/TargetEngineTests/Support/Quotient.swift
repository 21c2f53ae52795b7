@testable import TargetEngine

/// A quotient of small numbers, compared by multiplying across: the yardstick for `Fraction`.
struct Quotient: Comparable {
  var top: Int128
  var bottom: Int128

  /// Nil over 0.
  init?(_ top: Int128, _ bottom: Int128) {
    if bottom == 0 { return nil }
    self.top = bottom < 0 ? -top : top
    self.bottom = abs(bottom)
  }

  static func < (a: Quotient, b: Quotient) -> Bool { a.top * b.bottom < b.top * a.bottom }
  static func == (a: Quotient, b: Quotient) -> Bool { a.top * b.bottom == b.top * a.bottom }

  static func - (a: Quotient, b: Quotient) -> Quotient {
    Quotient(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)!
  }

  static func * (a: Quotient, b: Quotient) -> Quotient {
    Quotient(a.top * b.top, a.bottom * b.bottom)!
  }

  static func / (a: Quotient, b: Quotient) -> Quotient? {
    Quotient(a.top * b.bottom, a.bottom * b.top)
  }

  /// Half away from zero.
  var rounded: Int64 {
    let size = (2 * abs(top) + bottom) / (2 * bottom)
    return Int64(top < 0 ? -size : size)
  }

  var fraction: Fraction { Fraction(Wide(top), over: Wide(bottom))! }
}

/// The table of statuses, the derived figures and the pace of one own target, told once more in
/// the order in which `engine.md` tells them.
struct ExpectedCompletion {
  var status: Status
  var rate: Quotient?
  var pace: Quotient?
  var gap: Quotient?
  var needed: Quotient?
  var forecast: Int64?

  init(_ indicator: Indicator, _ actual: Quotient?, _ target: Target?, on day: Day) {
    status = .noTarget
    guard let target, indicator.direction == .less || target.amount != 0 else { return }
    let amount = Quotient(Int128(target.amount), 1)!
    let share = ExpectedCompletion.pace(of: target, from: indicator.firstMonth, on: day)
    pace = share
    status = .noData
    guard let actual else { return }
    rate = actual / amount
    if indicator.direction == .less {
      let isNearing = indicator.kind == .flow && actual > amount * share
      status = actual > amount ? .over : isNearing ? .nearing : .within
      return
    }
    status = ExpectedCompletion.progress(actual, amount, share, target, on: day)
    gap = max(amount - actual, Quotient(0, 1)!)
    if indicator.kind == .flow || indicator.kind == .stock, status != .overdue {
      let months = (1...24).last { day.adding(months: $0) <= target.due } ?? 1
      needed = gap.flatMap { $0 / Quotient(Int128(months), 1)! }
    }
    if indicator.kind == .flow, target.pace == .linear, share > Quotient(0, 1)!,
      share < Quotient(1, 1)!
    {
      forecast = (actual / share)?.rounded
    }
  }

  private static func progress(
    _ actual: Quotient, _ amount: Quotient, _ share: Quotient, _ target: Target, on day: Day
  ) -> Status {
    if actual > amount { return .exceeded }
    if actual == amount { return .done }
    if day > target.due { return .overdue }
    if target.pace == .deadline, day < target.due { return .notDue }
    let rate = (actual / amount)!
    if rate >= share { return .onPace }
    return share - rate <= Quotient(10, 100)! ? .slipping : .behind
  }

  /// Linear or deadline, by the months since the plan year's first day.
  private static func pace(of target: Target, from first: Int, on day: Day) -> Quotient {
    if target.pace == .deadline { return Quotient(day < target.due ? 0 : 1, 1)! }
    func position(_ day: Day) -> Quotient {
      let start = naiveStart(of: target.year, from: first)
      let months = (day.year - start.year) * 12 + day.monthOfYear - start.monthOfYear
      let days = day.daysInMonth
      return Quotient(Int128(months * days + day.dayOfMonth), Int128(days))!
    }
    return min((position(day) / position(target.due))!, Quotient(1, 1)!)
  }
}

/// "With first month m > 1, plan year Y runs from the first of m of Y − 1."
func naiveStart(of year: Int, from first: Int) -> Day {
  Day(year: first == 1 ? year : year - 1, month: first, day: 1)!
}

/// The plan year of a day, sought among all.
func naivePlanYear(of day: Day, from first: Int) -> Int {
  (2000...2040).first {
    naiveStart(of: $0, from: first) <= day && day < naiveStart(of: $0 + 1, from: first)
  }!
}
