public import TargetEngine

/// How many units stand how. Each unit is sent or missing; of those sent some are late, and some
/// returned or accepted.
public struct FormCounts: Sendable, Hashable {
  /// 应报.
  public private(set) var owed = 0
  /// 已报: whoever sent anything, be it returned since.
  public private(set) var submitted = 0
  /// 迟报: of these, who sent it first after the deadline.
  public private(set) var late = 0
  /// 未报, or 待报 while the deadline is not over: the rest, drafts among them.
  public private(set) var missing = 0
  /// 退回: whose submission is returned now.
  public private(set) var returned = 0
  /// 已审.
  public private(set) var accepted = 0

  /// Whether it is known by when they were in time.
  private let hasDeadline: Bool

  init(_ rows: [FormBoard.Row], hasDeadline: Bool = true) {
    self.hasDeadline = hasDeadline
    for row in rows where row.isOwed {
      owed += 1
      guard let lateness = row.lateness else {
        missing += 1
        continue
      }
      submitted += 1
      if lateness.isLate { late += 1 }
      if row.standing.state == .returned { returned += 1 }
      if row.standing.state == .accepted { accepted += 1 }
    }
  }

  /// Who sent it first by the deadline.
  public var onTime: Int { submitted - late }

  /// On time ÷ owed; before the deadline, on time so far. Nil where nobody owes it, or nobody
  /// knows by when.
  public var onTimeRate: Fraction? {
    hasDeadline ? Fraction(Int64(onTime), over: Int64(owed)) : nil
  }

  /// The rate for JSON; it reaches 1 only when all were on time.
  public var preciseRate: Decimal? { onTimeRate?.share(places: 6) }

  /// The rate in percent as it is printed; 100 only when all were on time.
  public func percent(decimals: Int) -> Decimal? { onTimeRate?.sharePercent(decimals: decimals) }
}
