public import TargetEngine

/// Where a unit stands on a day, module by module.
public struct Dashboard: Sendable {
  public var head: String
  public var day: Day
  public var unit: Unit
  /// In the catalogue's order.
  public var items: [Item]
  /// Where the registers of each module stand.
  public var standings: [Standing]
  /// What must be known beside the figures.
  public var notes: [ReportNote]
  /// Decimal places of printed percentages.
  public var decimals: Int

  public init(
    head: String, day: Day, unit: Unit, items: [Item], standings: [Standing] = [],
    notes: [ReportNote] = [], decimals: Int
  ) {
    self.notes = notes
    self.standings = standings
    self.head = head
    self.day = day
    self.unit = unit
    self.items = items
    self.decimals = decimals
  }

  /// An indicator with the year's course and the units furthest behind.
  public struct Item: Sendable {
    public var line: Line
    /// The amounts of the year's months; nil for those to come, empty for a ratio.
    public var months: [Int64?]
    public var furthestBehind: [Laggard]

    public init(line: Line, months: [Int64?], furthestBehind: [Laggard]) {
      self.line = line
      self.months = months
      self.furthestBehind = furthestBehind
    }
  }

  /// A unit below that lags.
  public struct Laggard: Sendable {
    public var unit: Unit
    public var line: Line

    public init(unit: Unit, line: Line) {
      self.unit = unit
      self.line = line
    }
  }

  public var json: JSONValue {
    .object([
      ("report", "dashboard"), ("version", 1), ("head", .string(head)),
      ("asOf", .string(day.description)), ("unit", unit.json),
      ("lines", .array(items.map(\.json))), ("modules", .array(standings.map(\.json))),
      ("countedTwice", .array(notes.compactMap(\.indicator?.code).map { .string($0) })),
    ])
  }
}

extension Dashboard.Item {
  var json: JSONValue {
    guard case .object(let fields) = line.json else { return .null }
    return .object(
      fields + [
        ("months", .array(months.map { JSONValue(line.amount($0)) })),
        (
          "furthestBehind",
          .array(
            furthestBehind.map { laggard in
              .object([
                ("unit", laggard.unit.json),
                ("rate", JSONValue(laggard.line.completion.preciseRate)),
                ("gap", JSONValue(laggard.line.gapDecimal)),
                ("neededPerMonth", JSONValue(laggard.line.neededDecimal)),
              ])
            })
        ),
      ])
  }
}
