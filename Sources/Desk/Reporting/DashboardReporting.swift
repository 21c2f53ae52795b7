public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// Where a unit stands today, module by module, with those furthest behind below it.
  public func dashboard(
    module: String?, unit unitText: String?, on day: Day?
  ) throws -> Dashboard {
    try ledger.read {
      let day = day ?? context.today
      let unit = try titled(try unitOrOffice(unitText).unit)
      // A module may have registers and no indicator.
      let isRegister = ledger.slots.contains { $0.name.module == module }
      let wanted =
        isRegister
        ? try ledger.indicators().filter { $0.module == module } : try catalogue(module: module)
      let open = try ledger.openUnits(for: wanted, on: day)
      let figures = try figures(of: unit.id, on: day, inheriting: wanted.containsRatio, open)
      let builder = try builder(try ledger.indicators(), on: day)
      let ids = Set(wanted.map(\.id))
      let lines = try builder.lines(figures).filter { ids.contains($0.indicator.id) }
      let children = try UnitTitles(ledger).titled(
        try ledger.children(of: unit.id).map(\.unit).filter { $0.appears(in: day.month) })
      let below = try children.map { child in
        (
          child,
          try self.figures(of: child.id, on: day, inheriting: wanted.containsRatio, open)
        )
      }
      return Dashboard(
        head: try ledger.head().description, day: day, unit: unit,
        items: try lines.map { line in
          Dashboard.Item(
            line: line,
            months: try months(figures.tallies[line.indicator.id], line.indicator, day),
            furthestBehind: try furthestBehind(line, below, builder))
        }, standings: try standings(module: module, unit: unit, on: day),
        notes: try countedTwice(unit.id, lines.map(\.indicator)).map(\.note),
        decimals: try office().decimals)
    }
  }

  /// The months of the plan year so far; nil where none is counted.
  private func months(_ tally: Tally?, _ indicator: Indicator, _ day: Day) throws -> [Int64?] {
    guard let tally, indicator.kind.name != "ratio" else { return [] }
    let year = indicator.planYear(of: day)
    return try year.months.map { month in
      month <= day.month
        ? try tally.amount(indicator.kind, year: year.label, in: month) : nil
    }
  }

  private func furthestBehind(
    _ line: Line, _ below: [(Unit, UnitFigures)], _ builder: LineBuilder
  ) throws -> [Dashboard.Laggard] {
    guard line.indicator.direction == .more else { return [] }
    let lines = try below.map { ($0.0, try builder.line(line.indicator, $0.1)) }
    let behind = lines.compactMap { unit, line -> (Unit, Line, Fraction)? in
      guard [.red, .yellow].contains(line.completion.status.light),
        let rate = line.completion.rate, let pace = line.completion.pace
      else { return nil }
      return (unit, line, rate - pace)
    }
    return behind.sorted { $0.2 == $1.2 ? $0.0.code < $1.0.code : $0.2 < $1.2 }
      .prefix(3).map { Dashboard.Laggard(unit: $0.0, line: $0.1) }
  }
}
