internal import TargetEngine

extension Ledger {
  /// Derives totals, plans and indexes anew from entries, targets and units. History itself is
  /// not touched, so that no journal transaction is written.
  public func rebuild() throws {
    try connection.transaction {
      for table in ["total", "plan", "run", "span", "unit_name"] {
        try connection.execute("DELETE FROM \(table)")
      }
      for stored in try units() {
        try ComparedUnitNames.insert(stored.comparedNames, of: stored.unit.id, connection)
      }
      try rebuildIndexes()
      let writer = try Transaction(self, author: Author(actor: "", at: "", command: ""))
      try rebuildColumns(writer)
      try connection.execute(
        """
        DELETE FROM listed;
        INSERT INTO listed (unit, indicator) SELECT e.unit, e.indicator FROM entry e
        WHERE \(EntrySource.isListed("e")) OR (e.source = 'back' AND e.source <> '')
        GROUP BY e.unit, e.indicator
        HAVING MAX(e.seq) > MAX(CASE WHEN e.source = 'back' THEN e.seq ELSE 0 END)
        """)
      for place in try listedWithNumbers() where try standingList(at: place) == nil {
        // Numbers came back here, and no record posts any more.
        try connection.run(
          "DELETE FROM listed WHERE unit = ?1 AND indicator = ?2",
          [.int(place.unit), .int(place.indicator)])
      }
      for place in try emptiedLists() where try listInForce(at: place, onceUndone: 0) == nil {
        // Every transaction that told a list here was undone.
        try connection.run(
          "DELETE FROM listed WHERE unit = ?1 AND indicator = ?2",
          [.int(place.unit), .int(place.indicator)])
      }
      try writer.upsert(try derivedCells())
      try rebuildMembers(writer)
      writer.touched = Set(try targetKeys())
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

  func targetKeys() throws(StorageError) -> [PlanKey] {
    try connection.rows("SELECT DISTINCT unit, indicator, year FROM target") {
      PlanKey(unit: $0.int(0), indicator: $0.int(1), year: Int($0.int(2)))
    }
  }

  /// The plans as they follow from the targets and the tree, for those that `include` takes:
  /// every unit with a target of its own or below it is asked.
  func derivedPlans(
    where include: (PlanKey, PlanTimeline) throws -> Bool
  ) throws -> [PlanKey] {
    let ratios = Set(try indicators().filter { $0.kind.name == "ratio" }.map(\.id))
    var keys = Set(try targetKeys())
    for key in keys where !ratios.contains(key.indicator) {
      for unit in try ancestors(of: key.unit) {
        keys.insert(PlanKey(unit: unit, indicator: key.indicator, year: key.year))
      }
    }
    keys.formUnion(
      try connection.rows("SELECT DISTINCT unit, indicator, year FROM plan") {
        PlanKey(unit: $0.int(0), indicator: $0.int(1), year: Int($0.int(2)))
      })
    var found: [PlanKey] = []
    for key in keys.sorted(by: PlanKey.precedes) {
      // Children's plans are themselves among the keys, so that one wrong below is found there.
      let children = ratios.contains(key.indicator) ? [] : try connection.childPlans(key)
      let timeline = try PlanTimeline(
        own: try connection.targets(key).map(\.target), children: children)
      if try include(key, timeline) { found.append(key) }
    }
    return found
  }
}
