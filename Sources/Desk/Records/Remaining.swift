public import Registers
public import Reports
internal import Storage
public import TargetEngine

/// A record behind the gap of a figure: one that has not counted for it yet.
public struct RemainingRecord: Sendable {
  public var state: RecordState
  public var shape: RegisterShape
  /// The stage that it was in on the report's day.
  public var stage: StageShape?
  /// The earliest day that it, or what it counts for, is due.
  public var due: Day?
}

extension Desk {
  /// The names behind the gaps of a report: for each unfinished figure that records with a
  /// lifecycle post to, those of its plan year and unit that had not counted by the report's day.
  public func remaining(
    _ report: MonthlyReport
  ) throws -> [(line: Line, records: [RemainingRecord])] {
    let reader = StoredRecords(ledger)
    let day = report.month.lastDay
    return try (report.lines + report.carried).compactMap { line in
      guard let gap = line.completion.gap, gap > .zero else { return nil }
      var records: [RemainingRecord] = []
      for shape in ledger.allShapes()
      where shape.measured.contains(line.indicator.code) && shape.stages.count > 1 {
        for state in try states(of: shape, below: report.unit, year: line.year) {
          guard let stage = shape.stage(named: shape.stage(of: state, on: day)),
            !stage.next.isEmpty
          else { continue }
          let counted = try shape.wanted(state, reader).filter {
            $0.indicator == line.indicator.code && $0.posting.day <= day
          }.map(\.posting.amount).reduce(0, +)
          guard counted <= 0 else { continue }
          records.append(
            RemainingRecord(
              state: state, shape: shape, stage: stage,
              due: shape.due(of: state) ?? line.plan?.due))
        }
      }
      return records.isEmpty ? nil : (line, records)
    }
  }

  private func states(
    of shape: RegisterShape, below unit: Unit, year: Int
  ) throws -> [RecordState] {
    var query = RecordQuery()
    if unit.parent != nil { query.unit = unit.id }
    if let field = shape.fields.firstIndex(where: { $0.roles.contains(.year) }) {
      query.conditions = [RecordQuery.Condition(.field(field), .equal, .int(Int64(year)))]
    }
    return try ledger.records(query, in: shape)
  }
}

extension RegisterShape {
  /// The day in a record's own field `due`.
  fileprivate func due(of state: RecordState) -> Day? {
    guard let field = field(named: "due"), case .day(let day) = state.data[field] else {
      return nil
    }
    return day
  }
}
