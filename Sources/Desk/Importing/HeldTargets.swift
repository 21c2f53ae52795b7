internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// A row of targets that is taken when all rows are read, since others may come before it: the rows of an
/// import are one set, which is taken in the order of the days from which they hold.
///
/// Only the first target of a year is not held, since nothing comes before it.
struct HeldTarget: Sendable {
  var draft: TargetDraft
  var indicator: Indicator
  var unit: Unit
  var year: Int
  /// Which of the files has it.
  var file: Int
  /// Its amount, and the columns to which its faults may point.
  var place: TablePlace
  var yearColumn: Int
  var withoutColumn: Int
  /// Whether it gives no day and the ledger has no target of its year: it holds from the year's first day, as it
  /// does where no column asks for it to be held.
  var isFirst: Bool
  /// The units merged into its own whose targets it does not contain.
  var without: Set<UnitID>

  /// Whose target it is.
  struct Key: Hashable {
    var unit: UnitID
    var indicator: IndicatorID
    var year: Int
  }

  var key: Key { Key(unit: unit.id, indicator: indicator.id, year: year) }

  /// The day from which it holds.
  func effective(today: Day) -> Day {
    let planYear = indicator.planYear(year)
    return draft.effective ?? (isFirst ? planYear?.firstDay : planYear?.nearest(to: today)) ?? today
  }

  /// Where it names the units whose targets it does not contain.
  var withoutPlace: TablePlace { place.cell(withoutColumn - 1) }
}

extension TargetReader {
  /// Takes the rows that were held, first those from before the most mergers: of two targets the one that contains
  /// a merged unit's is recorded after the other.
  mutating func takeHeld(asking ledger: Ledger?) throws {
    let known = faults.count
    let layers = Dictionary(grouping: held, by: \.without.count).sorted { $0.key > $1.key }
    held = []
    for (_, rows) in layers {
      let start = taken
      try take(rows, asking: ledger)
      if taken == start { continue }
      for row in rows {
        for unit in row.without { before[unit] = (taken, row) }
      }
    }
    if faults.count > known { faults.putInOrder(by: files.map(\.path)) }
  }

  private mutating func take(_ rows: [HeldTarget], asking ledger: Ledger?) throws {
    let inOrder = rows.sorted {
      ($0.key.unit, $0.key.indicator, $0.year, $0.effective(today: today), $0.file, $0.place.line)
        < (
          $1.key.unit, $1.key.indicator, $1.year, $1.effective(today: today), $1.file, $1.place.line
        )
    }
    for group in inOrder.chunked(by: { $0.key == $1.key }) {
      try take(group, asking: ledger)
    }
  }

  /// Takes the rows of one target, which stand in the order of their days.
  ///
  /// A row without a day holds from today. One that says what the year's first target says may mean that one,
  /// where others of the same target give their days: it does where one of these is known, since then the
  /// rows are a list that was imported before. Else it is refused when it would change anything.
  private mutating func take(_ group: ArraySlice<HeldTarget>, asking ledger: Ledger?) throws {
    let dated = group.filter { $0.draft.effective != nil }
    let isList = dated.contains { revisions.holding($0, from: $0.effective(today: today)) != nil }
    var doubtful: [HeldTarget] = []
    for row in group {
      if row.draft.effective == nil, !dated.isEmpty, let first = row.indicator.planYear(row.year),
        let known = revisions.holding(row, from: first.firstDay)
      {
        guard isList else {
          doubtful.append(row)
          continue
        }
        revisions.note(repeated: known)
        files[row.file].unchanged += 1
        rows += 1
      } else {
        try take(row, asking: ledger)
      }
    }
    for row in doubtful { try take(row, asking: ledger, unless: dated.first) }
  }

  /// - Parameter other: the row beside which this one may say nothing new.
  private mutating func take(
    _ row: HeldTarget, asking ledger: Ledger?, unless other: HeldTarget? = nil
  ) throws {
    do {
      let target = try Target(
        checking: row.draft, for: row.indicator, unit: row.unit, year: row.year,
        after: try revisions.kept(
          indicator: row.indicator.id, unit: row.unit.id, year: row.year,
          before: row.effective(today: today), asking: ledger), today: today)
      var (document, reason) = (row.draft.document, row.draft.reason)
      var outcome = document.withUTF8 { document in
        reason.withUTF8 {
          append(
            target, row.draft, document, $0, file: row.file, line: row.place.line,
            without: row.without)
        }
      }
      if let other, outcome == .changed {
        outcome = .contradicts(file: other.file, line: other.place.line)
      }
      note(
        outcome, target, TargetNames(unit: row.unit, indicator: row.indicator), of: row.file,
        at: row.place)
    } catch let error as DeskError {
      var place = row.place
      if case .unitClosed = error { place.column = row.yearColumn }
      faults.add(.rule(error), at: place)
    }
  }
}

extension TargetRevisions {
  fileprivate func holding(_ row: HeldTarget, from day: Day) -> Int64? {
    holding(
      row.draft, from: day, indicator: row.indicator.id, unit: row.unit.id, year: row.year,
      without: row.without)
  }
}

extension Array {
  /// The stretches of neighbours that belong together.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if !isEmpty { chunks.append(self[start...]) }
    return chunks
  }
}
