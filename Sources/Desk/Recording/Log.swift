public import Storage
public import TargetEngine

extension Desk {
  /// What was logged, and where its unit stands at that month's end.
  public struct Logged: Sendable {
    /// The entry's, if one was written.
    public var id: String
    /// The entry as it was written.
    public var entry: Entry
    /// The unit that it counts for.
    public var unit: Unit
    /// Where the unit stands afterwards.
    public var line: Line
    /// The day up to which the line counts; nil where the entry is of today.
    public var asOf: Day?
    /// What a level that was said came to, in place of a number.
    public var level: SaidLevel?
    /// An entry that says the same and counts too, by its id.
    public var equal: String?
  }

  /// Logs one number.
  ///
  /// - Parameters:
  ///   - amount: as typed, in the indicator's unit.
  ///   - isLevel: `amount` is the level of a stock's whole subtree on that day.
  public func log(
    _ indicatorText: String, _ amount: String, unit unitText: String?, on day: Day?, year: Int?,
    note: String, isLevel: Bool
  ) throws -> Written<Logged> {
    let day = day ?? context.today
    let note = note.trimmed
    let site = try ledger.site()
    return try write(reason: "") { transaction in
      let indicator = try self.indicator(indicatorText)
      let unit = try unitOrOffice(unitText).unit
      let place = ListedPlace(indicator: indicator.id, unit: unit.id)
      let rules = try EntryRules(ledger, only: place)
      try rules.check(indicator, unit, on: day, ancestors: ledger.ancestors(of:))
      var entry = Entry(
        unit: unit.id, indicator: indicator.id, day: day,
        year: try EntryRules.planYear(year, of: indicator, on: day),
        amount: try parse(amount, as: indicator), note: note)
      var level: SaidLevel?
      if isLevel {
        try EntryRules.checkLevel(of: indicator)
        level = try transaction.say([
          LevelStatement(place, on: day, level: entry.amount, note: note)
        ]).first
        entry.amount = level?.missing ?? 0
      } else {
        try transaction.post([entry])
      }
      let equal = try isLevel ? nil : transaction.standingEqual(to: [entry]).first?.other
      return Logged(
        id: "\(site)-\(transaction.number).1", entry: entry, unit: try titled(unit),
        line: try latestLine(indicator, of: unit, day.month, year: entry.year),
        asOf: day == context.today ? nil : day.month.lastDay, level: level,
        equal: try equal.flatMap { try traced([$0]).first?.id })
    }
  }
}
