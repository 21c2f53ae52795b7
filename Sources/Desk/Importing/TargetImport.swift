internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  func importTargets(_ path: String) throws {
    var directory = try Directory(desk.ledger, all: try isLarge(path))
    try rows(of: path, .targets) { row, map in
      guard let read = try target(row, map, path, &directory) else { return }
      let earlier = try transaction.lastTarget(
        indicator: read.indicator.id, unit: read.unit.id, year: read.year)
      do {
        let target = try Target(
          checking: read.draft, for: read.indicator, unit: read.unit, year: read.year,
          after: earlier, today: desk.context.today)
        // Revisions in one file build on each other, so they are written while faults are sought.
        try transaction.set(target)
        imported.targets += 1
      } catch let error as DeskError {
        fault(path, row.line, map.place(TargetRow.column(of: error)), .rule(error))
      }
    }
  }

  private struct TargetRow {
    var indicator: Indicator
    var unit: Unit
    var year: Int
    var draft: TargetDraft

    /// The cell that a broken rule is reported at.
    static func column(of error: DeskError) -> String {
      if case .unitClosed = error { "year" } else { "amount" }
    }
  }

  private func target(
    _ row: borrowing CSVReader, _ map: HeaderMap, _ path: String, _ directory: inout Directory
  ) throws -> TargetRow? {
    let before = faults.count
    let line = row.line
    func text(_ name: String) -> String { map.place(name).map { row.string($0) } ?? "" }
    func note(_ name: String, _ kind: ImportFault.Kind) {
      fault(path, line, map.place(name), kind)
    }
    let indicator = map.place("indicator").flatMap { directory.indicator(row.cell($0)) }
    if indicator == nil { note("indicator", indicatorFault(text("indicator"), directory)) }
    var unit: Unit?
    if let place = map.place("unit"),
      case .found(let found) = try directory.unit(row.cell(place), asking: desk.ledger)
    {
      unit = found
    } else {
      note("unit", unitFault(text("unit")))
    }
    let year = PlanYear.parse(text("year"))
    if year == nil { note("year", .rule(.badYear(text("year")))) }
    var draft = TargetDraft(amount: 0)
    if let indicator {
      do {
        draft.amount = try Amount.parse(text("amount"), decimals: indicator.decimals)
      } catch {
        note("amount", .amount(error, text: text("amount")))
      }
    }
    for (name, path) in [("effective", \TargetDraft.effective), ("due", \TargetDraft.due)] {
      let day = Day(text(name))
      if day == nil, !text(name).isEmpty { note(name, .badDay(text(name))) }
      draft[keyPath: path] = day
    }
    if !text("pace").isEmpty {
      draft.pace = Pace(text("pace"))
      if draft.pace == nil { note("pace", .badPace(text("pace"))) }
    }
    draft.document = text("document")
    draft.reason = text("reason")
    guard faults.count == before, let indicator, let unit, let year else { return nil }
    return TargetRow(indicator: indicator, unit: unit, year: year, draft: draft)
  }
}
