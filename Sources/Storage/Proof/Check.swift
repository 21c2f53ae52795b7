internal import Database
internal import Registers
internal import TargetEngine

extension Ledger {
  /// How much is listed of each kind that `check` finds, and of advice.
  public static var mostFound: Int { 100 }

  /// Proves that everything derived follows from entries, targets and units.
  ///
  /// - Parameter limit: how many findings of each kind are listed.
  public func check(limit: Int = mostFound) throws -> [Inconsistency] {
    // One transaction: else each of the many questions would lock the file again.
    try read { try findings(limit) }
  }

  private func findings(_ limit: Int) throws -> [Inconsistency] {
    let damage = try connection.integrityFaults().map { Inconsistency.file($0) }
    guard damage.isEmpty else { return damage }
    let tree = try treeFaults()
    guard tree.isEmpty else { return tree }
    return try schemaFaults() + entryFaults(limit) + totalFaults(limit) + planFaults(limit)
      + indexFaults(limit)
      + recordFaults(limit) + placeFaults(limit) + secretFaults(limit) + levelFaults(limit)
      + formFaults(limit)
  }

  private func treeFaults() throws -> [Inconsistency] {
    let parents = Dictionary(
      try units().map { ($0.unit.id, $0.unit.parent) }
    ) { first, _ in first }
    return parents.keys.sorted().filter { unit in
      var steps = 0
      var next: UnitID? = unit
      while let id = next, steps <= parents.count {
        guard let parent = parents[id] else { return true }
        next = parent
        steps += 1
      }
      return next != nil
    }.map { .tree(unit: $0) }
  }

  /// Of a unit or an indicator that was undone, and of a unit after its closing, what was entered and undone
  /// stays.
  private func entryFaults(_ limit: Int) throws -> [Inconsistency] {
    let joins = """
      entry e LEFT JOIN unit u ON u.id = e.unit LEFT JOIN indicator i ON i.id = e.indicator
      """
    let strange = try connection.rows(
      """
      SELECT e.seq FROM \(joins)
      WHERE i.kind = 'ratio' OR \(EntryDay.isNone("e"))
        OR e.year NOT BETWEEN 1900 AND 2999
      UNION SELECT MIN(e.seq) FROM \(joins) WHERE u.id IS NULL OR i.id IS NULL
      GROUP BY e.unit, e.indicator, e.day, e.year HAVING SUM(e.amount) <> 0
      ORDER BY 1 LIMIT ?1
      """, [Value(limit)]
    ) { $0.int(0) }
    return Set(strange + (try entriesAfterClosing())).sorted().prefix(limit).map {
      .entry(seq: $0)
    }
  }

  private func totalFaults(_ limit: Int) throws -> [Inconsistency] {
    var wrong: Set<Cells.Key> = []
    // Rows of which no key can be made.
    var strange: [Inconsistency] = []
    let cells = try derivedCells()
    var found = 0
    let statement = try connection.statement(
      "SELECT t.unit, t.indicator, t.plan_year, t.year, t.seen, \(TotalColumns.qualified)"
        + " FROM total t")
    while try statement.step() {
      let key = Cells.Key(
        unit: statement.int(0), indicator: statement.int(1), planYear: statement.int(2),
        year: statement.int(3))
      found += 1
      guard key.isWhole(statement.int(0), statement.int(1), statement.int(2), statement.int(3))
      else {
        strange.append(
          .total(
            unit: statement.int(0), indicator: statement.int(1), planYear: Int(statement.int(2)),
            year: Int(statement.int(3))))
        continue
      }
      let isRight =
        cells.index(of: key).map { cell in
          cells.seen(cell) == Int(statement.int(4))
            && (0..<12).allSatisfy { cells.month($0, of: cell) == statement.int(5 + $0) }
        } ?? false
      if !isRight { wrong.insert(key) }
    }
    if found - strange.count < cells.count + wrong.count {
      let present = Set(
        try connection.rows("SELECT unit, indicator, plan_year, year FROM total") {
          Cells.Key(unit: $0.int(0), indicator: $0.int(1), planYear: $0.int(2), year: $0.int(3))
        })
      wrong.formUnion(cells.keys.filter { !present.contains($0) })
    }
    return strange.prefix(limit)
      + wrong.sorted().prefix(limit).map {
        .total(
          unit: $0.unit, indicator: $0.indicator, planYear: Int($0.planYear), year: Int($0.year))
      }
  }

  private func planFaults(_ limit: Int) throws -> [Inconsistency] {
    try wrongPlans().prefix(limit).map {
      .plan(unit: $0.unit, indicator: $0.indicator, year: $0.year)
    }
  }

  private func indexFaults(_ limit: Int) throws -> [Inconsistency] {
    var faults: [Inconsistency] = try connection.rows(
      """
      SELECT DISTINCT r.unit FROM run r LEFT JOIN entry e
        ON e.seq >= r.first AND e.seq < r.first + r.entries
      WHERE e.seq IS NULL OR e.unit <> r.unit LIMIT ?1
      """, [Value(limit)]
    ) { .run(unit: $0.int(0)) }
    for (table, fault) in [("run", Inconsistency.run(unit: 0)), ("span", .span)] {
      let counts = try connection.first(
        """
        SELECT (SELECT COUNT(*) FROM entry), (SELECT COALESCE(SUM(entries), 0) FROM \(table)),
          (SELECT COUNT(*) FROM (
            SELECT first, entries, LAG(first + entries) OVER (ORDER BY first) AS due FROM \(table)
          ) s WHERE entries < 1 OR first <> COALESCE(due, 1))
        """
      ) { ($0.int(0), $0.int(1), $0.int(2)) }
      if let counts, counts.0 != counts.1 || counts.2 > 0 { faults.append(fault) }
    }
    let spans = try connection.first(
      """
      SELECT COUNT(*) FROM (
        SELECT s.first FROM span s JOIN entry e ON e.seq >= s.first AND e.seq < s.first + s.entries
        GROUP BY s.first, s.first_day, s.last_day
        HAVING MIN(e.day) <> s.first_day OR MAX(e.day) <> s.last_day
      ) f
      """
    ) { $0.int(0) }
    if spans ?? 0 > 0 { faults.append(.span) }
    let names = Set(
      try connection.rows("SELECT unit, name FROM unit_name") { "\($0.int(0)) \($0.text(1))" })
    let wanted = Set(
      try units().flatMap { stored in
        stored.comparedNames.map { "\(stored.unit.id) \($0)" }
      })
    if names != wanted { faults.append(.unitNames) }
    return faults
  }
}
