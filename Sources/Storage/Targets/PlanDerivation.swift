internal import Database
internal import TargetEngine

/// A unit's plan as it follows from targets and tree, beside how it is written.
struct DerivedPlan {
  let key: LineKey
  let rows: [PlanRow]
  let written: [PlanRow]

  var isWritten: Bool { rows == written }
}

/// Derives plans, one question for all lines of a unit: a question for each line is what most of the
/// time would go to.
struct PlanDerivation {
  private let connection: any Connection
  /// Percentages are never summed.
  private let summed: Set<IndicatorID>
  private let parents: Set<UnitID>

  init(_ connection: any Connection) throws(StorageError) {
    self.connection = connection
    summed = Set(
      try connection.rows("SELECT id FROM indicator WHERE kind <> 'ratio'") { $0.int(0) })
    parents = Set(
      try connection.rows("SELECT DISTINCT parent FROM unit WHERE parent IS NOT NULL") {
        $0.int(0)
      })
  }

  func isSummed(_ indicator: IndicatorID) -> Bool { summed.contains(indicator) }

  /// Whether a unit has children, or some were merged into it.
  func isParent(_ unit: UnitID) -> Bool { parents.contains(unit) }

  /// - Parameter lines: in ascending order. The plans of units below must be right.
  func plans(of unit: UnitID, _ lines: [LineKey]) throws -> [DerivedPlan] {
    guard let range = LineRange(lines) else { return [] }
    var revisions = LineRows(try connection.ownTargets(of: unit, range))
    var written = LineRows(try connection.planRows(of: unit, range))
    let own = lines.map { revisions.take($0) }
    let children = try childPlans(of: unit, lines, own, range)
    return try zip(lines, own).map { line, own in
      let timeline = try PlanTimeline(own: own, children: children[line] ?? [])
      return DerivedPlan(
        key: line, rows: timeline.steps.map { PlanRow($0) }, written: written.take(line))
    }
  }

  /// What the children count in sums, by line.
  private func childPlans(
    of unit: UnitID, _ lines: [LineKey], _ own: [[Target]], _ range: LineRange
  ) throws -> [LineKey: [PlanTimeline]] {
    guard parents.contains(unit) else { return [:] }
    var plans: [LineKey: [PlanTimeline]] = [:]
    guard try connection.mergedUnits(below: unit).isEmpty else {
      for line in lines where summed.contains(line.indicator) {
        plans[line] = try connection.childPlans(
          PlanKey(unit: unit, indicator: line.indicator, year: line.year))
      }
      return plans
    }
    // Where an own target holds, sums have ended.
    let ends = zip(lines, own).filter { summed.contains($0.0.indicator) }.map { _, own in
      own.map(\.effective).min()
    }
    guard !ends.isEmpty else { return [:] }
    let end = ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    for (line, timelines) in try connection.childTimelines(of: unit, range, before: end)
    where summed.contains(line.indicator) {
      plans[line] = timelines.map(\.timeline)
    }
    return plans
  }
}

/// Rows in ascending order of their lines, which are taken in the same order.
private struct LineRows<Row> {
  private let rows: [(line: LineKey, row: Row)]
  private var next = 0

  init(_ rows: [(line: LineKey, row: Row)]) { self.rows = rows }

  mutating func take(_ line: LineKey) -> [Row] {
    while next < rows.count, rows[next].line < line { next += 1 }
    var taken: [Row] = []
    while next < rows.count, rows[next].line == line {
      taken.append(rows[next].row)
      next += 1
    }
    return taken
  }
}

extension Connection {
  /// A unit's revisions in force by line, in the order in which they were recorded, without texts.
  fileprivate func ownTargets(
    of unit: UnitID, _ range: LineRange
  ) throws(StorageError) -> [(line: LineKey, row: Target)] {
    try rows(
      """
      SELECT indicator, year, amount, effective, due, pace FROM target
      WHERE unit = ?1 AND withdrawn = 0 AND \(LineRange.condition) ORDER BY indicator, year, seq
      """, [.int(unit)] + range.values
    ) { row -> (line: LineKey, row: Target)? in
      guard let effective = row.day(3), let due = row.day(4), let pace = PlanText.pace(row.bytes(5))
      else { return nil }
      let line = LineKey(indicator: row.int(0), year: Int(row.int(1)))
      return (
        line,
        Target(
          indicator: line.indicator, unit: unit, year: line.year, amount: row.int(2),
          effective: effective, due: due, pace: pace)
      )
    }.compactMap { $0 }
  }

  /// A unit's plans as they are written, by line.
  fileprivate func planRows(
    of unit: UnitID, _ range: LineRange
  ) throws(StorageError) -> [(line: LineKey, row: PlanRow)] {
    try rows(
      "SELECT indicator, year, \(PlanRow.columns) FROM plan WHERE unit = ?1 AND \(LineRange.condition)"
        + " ORDER BY indicator, year, since", [.int(unit)] + range.values
    ) { (LineKey(indicator: $0.int(0), year: Int($0.int(1))), PlanRow($0, at: 2)) }
  }
}
