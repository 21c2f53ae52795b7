internal import Database
internal import Journal
internal import TargetEngine

extension Ledger {
  /// Derives totals, plans and indexes again from entries, targets and units. History itself is
  /// not touched, so that no journal transaction is written.
  public func rebuild() throws {
    try connection.transaction {
      for table in ["total", "plan", "run", "span"] {
        try connection.execute("DELETE FROM \(table)")
      }
      try ComparedUnitNames.rewrite(connection)
      try rebuildIndexes()
      let writer = try Transaction(self, author: Author(actor: "", at: "", command: ""))
      try rebuildColumns(writer)
      let places = try derivedPlaces()
      try connection.execute("DELETE FROM listed")
      try writer.list(places.sorted())
      try writer.upsert(try derivedCells())
      try rebuildMembers(writer)
      writer.touched = try targetKeys()
      try writer.replan()
    }
  }

  /// Gives records the stage and the last values by which they are found.
  private func rebuildColumns(_ writer: Transaction) throws(StorageError) {
    for shape in allShapes() {
      let table = self.table(shape)
      let wrong = try connection.rows("SELECT \(table.list) FROM \(table.name)") { row in
        let state = table.state(row)
        return table.isDerived(row, state) ? nil : state
      }.compactMap { $0 }
      for state in wrong { try writer.store(state, in: shape) }
    }
  }

  private func rebuildIndexes() throws(StorageError) {
    // A stretch ends with its transaction, as it does when it is written.
    let starts = Set(
      try connection.rows("SELECT first_entry FROM journal WHERE entries > 0") { $0.int(0) })
    let entries = try connection.statement("SELECT seq, unit FROM entry ORDER BY seq")
    let insert = try connection.statement(
      "INSERT INTO run (unit, first, entries) VALUES (?1, ?2, ?3)")
    var run: (unit: Int64, first: Int64, count: Int64)?
    func write() throws(StorageError) {
      guard let run else { return }
      insert.bind(1, run.unit)
      insert.bind(2, run.first)
      insert.bind(3, run.count)
      _ = try insert.step()
    }
    while try entries.step() {
      if let current = run, current.unit == entries.int(1), !starts.contains(entries.int(0)) {
        run?.count += 1
      } else {
        try write()
        run = (entries.int(1), entries.int(0), 1)
      }
    }
    try write()
    try connection.execute(
      """
      INSERT INTO span (first, entries, first_day, last_day)
      SELECT j.first_entry, j.entries, MIN(e.day), MAX(e.day) FROM journal j
      JOIN entry e ON e.seq >= j.first_entry AND e.seq < j.first_entry + j.entries
      WHERE j.entries > 0 GROUP BY j.tx, j.first_entry, j.entries
      """)
  }

  /// The totals as they follow from the entries and the tree.
  func derivedCells() throws -> Cells {
    var cells = Cells()
    let statement = try connection.statement(
      "SELECT unit, indicator, year, day, amount FROM entry")
    while try statement.step() {
      let day = statement.int(3)
      try cells.add(
        statement.int(4),
        to: Cells.Key(
          unit: statement.int(0), indicator: statement.int(1), planYear: statement.int(2),
          year: day / 10_000), month: Int(day / 100 % 100))
    }
    var tree = UnitTree()
    try cells.rollUp(in: &tree) { try connection.parents(of: $0) }
    return cells
  }

  func targetKeys() throws(StorageError) -> PlanKeys { try planKeys(in: "target") }

  private func planKeys(in table: String) throws(StorageError) -> PlanKeys {
    var keys = PlanKeys()
    let statement = try connection.statement(
      "SELECT DISTINCT unit, indicator, year FROM \(table) ORDER BY unit, indicator, year")
    while try statement.step() {
      let line = LineKey(indicator: statement.int(1), year: Int(statement.int(2)))
      keys.insert(CollectionOfOne(line), of: statement.int(0))
    }
    return keys
  }

  /// The plans that are not written as they follow from the targets and the tree: every unit with a
  /// target of its own or below it is asked.
  func wrongPlans() throws -> [PlanKey] {
    let derivation = try PlanDerivation(connection)
    var keys = try targetKeys()
    var tree = UnitTree()
    try tree.learn(keys.units) { try connection.parents(of: $0) }
    for unit in keys.units {
      let lines = keys[unit].filter { derivation.isSummed($0.indicator) }
      for above in tree.path(from: unit).dropFirst() { keys.insert(lines, of: above) }
    }
    let written = try planKeys(in: "plan")
    for unit in written.units { keys.insert(written[unit], of: unit) }
    // Children's plans are themselves among the keys, so that one wrong below is found there.
    return try keys.units.flatMap { unit in
      try derivation.plans(of: unit, keys[unit]).filter { !$0.isWritten }.map {
        PlanKey(unit: unit, indicator: $0.key.indicator, year: $0.key.year)
      }
    }
  }
}
