/// One indicator's totals of a unit's subtree by plan year, calendar year and month.
///
/// The database keeps these rows; everything a report says of amounts is read off them.
public struct Tally: Sendable {
  public struct Row: Sendable {
    public var planYear: Int
    public var calendarYear: Int
    /// Twelve sums, January first.
    public var months: [Int64]
    /// Bit m − 1 is set when the month m has an entry, even one of 0.
    public var seen: Int

    public init(planYear: Int, calendarYear: Int, months: [Int64], seen: Int) {
      self.planYear = planYear
      self.calendarYear = calendarYear
      self.months = months
      self.seen = seen
    }
  }

  public var rows: [Row]
  /// What was taken out since it lies after the report day, by plan year.
  private var later: [Int: Int64] = [:]

  public init(rows: [Row] = []) { self.rows = rows }

  /// The sum of the rows that `include` takes, up to the end of `month`.
  /// Throws where the sum leaves 64 bits.
  private func sum(through month: Month, _ include: (Row) -> Bool) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for row in rows where row.calendarYear <= month.year && include(row) {
      let count = row.calendarYear < month.year ? 12 : month.monthOfYear
      for index in 0..<count { sum = try sum.adding(row.months[index]) }
    }
    return sum
  }

  /// The actual of a plan year for a flow; the level for a stock.
  public func actual(
    _ kind: IndicatorKind, year: Int, through month: Month
  ) throws(OverflowFault) -> Int64 {
    try sum(through: month) { kind == .stock || $0.planYear == year }
  }

  /// All that a plan year has, later than the report day too.
  func actual(ofPlanYear year: Int) throws(OverflowFault) -> Int64 {
    var sum = later[year] ?? 0
    for row in rows where row.planYear == year {
      for amount in row.months { sum = try sum.adding(amount) }
    }
    return sum
  }

  /// The month's own amount: of the plan year for a flow; the change for a stock.
  public func amount(
    _ kind: IndicatorKind, year: Int, in month: Month
  ) throws(OverflowFault) -> Int64 {
    var sum: Int64 = 0
    for row in rows where row.calendarYear == month.year {
      guard kind == .stock || row.planYear == year else { continue }
      sum = try sum.adding(row.months[month.monthOfYear - 1])
    }
    return sum
  }

  /// Whether there is any entry up to the end of `month`.
  public func hasEntries(through month: Month) -> Bool {
    rows.contains { row in
      guard row.seen != 0, row.calendarYear <= month.year else { return false }
      return row.calendarYear < month.year || row.seen & (1 << month.monthOfYear - 1) != 0
    }
  }

  /// Whether a plan year has any entry up to the end of `month`.
  func hasEntries(ofPlanYear year: Int, through month: Month) -> Bool {
    Tally(rows: rows.filter { $0.planYear == year }).hasEntries(through: month)
  }

  /// Whether a plan year has any entry: one that counts for it in a flow, one of its months in a
  /// stock.
  func hasEntries(_ kind: IndicatorKind, in year: PlanYear) -> Bool {
    rows.contains { row in
      kind == .stock
        ? row.seen & year.months(ofCalendarYear: row.calendarYear) != 0
        : row.planYear == year.label && row.seen != 0
    }
  }

  /// The plan years that have entries.
  public var planYears: Set<Int> { Set(rows.map(\.planYear)) }

  /// Takes entries out again: those of `month` that lie after the report day.
  ///
  /// - Parameter leavesEntries: whether the month has entries up to that day all the same.
  /// - Throws: where the rest leaves 64 bits.
  public mutating func subtract(
    _ amount: Int64, planYear: Int, month: Month, leavesEntries: Bool
  ) throws(OverflowFault) {
    let index = rows.firstIndex { $0.planYear == planYear && $0.calendarYear == month.year }
    guard let index else { return }
    let place = month.monthOfYear - 1
    let (rest, overflow) = rows[index].months[place].subtractingReportingOverflow(amount)
    if overflow { throw OverflowFault() }
    rows[index].months[place] = rest
    later[planYear] = try (later[planYear] ?? 0).adding(amount)
    if !leavesEntries { rows[index].seen &= ~(1 << place) }
  }
}

extension PlanYear {
  /// Its months that lie in a calendar year, as the bits of `Tally.Row.seen`.
  fileprivate func months(ofCalendarYear year: Int) -> Int {
    let before = 1 << (firstMonth - 1) - 1
    if year == start.year { return 0xFFF & ~before }
    return year == start.year + 1 ? before : 0
  }
}
