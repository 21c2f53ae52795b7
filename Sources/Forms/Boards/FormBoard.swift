public import TargetEngine

/// Who owes a form for a period, and what each of them did, at a moment. Source: `forms.md`, "Board".
///
/// ```swift
/// let board = FormBoard([洪林镇, 水阳镇], histories, deadline, asOf: day.lastMinute)
/// board.counts.submitted     // 1
/// board.counts.onTimeRate    // 1/2
/// ```
public struct FormBoard: Sendable {
  /// By when it is in time; nil where that depends on a year whose holidays are not known: nobody is late
  /// then, and nothing overdue.
  public let deadline: FormDeadline?
  /// The moment asked about; of a day its `lastMinute`.
  public let asOf: Moment
  /// One for each unit that owes it or had sent it, in the order given.
  public let rows: [Row]

  /// A unit of the board.
  public struct Row: Sendable, Hashable {
    public let unit: UnitID
    /// Its state, versions, returns and whether it is a nil return.
    public let standing: FormStanding
    /// How late the first version came; nil where none did.
    public let lateness: FormLateness?
    /// Whether it owes the form. What a unit had sent that ended before the period's last day waits to be accepted or
    /// returned, and is owed no more.
    public let isOwed: Bool
  }

  /// - Parameters:
  ///   - owing: in the order in which they are shown.
  ///   - histories: of those that did anything.
  ///   - ended: of these units, those that are there only because they had sent it.
  public init(
    _ owing: [UnitID], _ histories: [UnitID: FormHistory], _ deadline: FormDeadline?, asOf: Moment,
    ended: Set<UnitID> = []
  ) {
    self.deadline = deadline
    self.asOf = asOf
    rows = owing.map { unit in
      let standing = histories[unit]?.standing(at: asOf) ?? FormStanding()
      let lateness = standing.firstSubmitted.map { deadline?.lateness(of: $0) ?? .onTime }
      return Row(
        unit: unit, standing: standing, lateness: lateness, isOwed: !ended.contains(unit))
    }
  }

  /// Whether what is missing is 未报, and no longer 待报.
  public var isOver: Bool { deadline?.isOver(at: asOf) ?? false }

  /// The counts under the board.
  public var counts: FormCounts { FormCounts(rows, hasDeadline: deadline != nil) }
}
