public import Registers
public import Reports
internal import Storage
public import TargetEngine

/// A record behind the gap of a figure: one that does not count for it yet.
public struct RemainingRecord: Sendable {
  /// The record that is left to be done.
  public var state: RecordState
  /// Its register.
  public var shape: RegisterShape
  /// The unit that it belongs to.
  public var unit: UnitID?
  /// The stage that it was in on the report's day.
  public var stage: StageShape?
  /// The earliest day on which it, or the figure's target, is due.
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
    let agenda = try Agenda(
      ledger, DueScope(start: day, day: day, end: .last), unit: report.unit, today: context.today)
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
              state: state, shape: shape, unit: try shape.place(of: state, reader), stage: stage,
              due: line.plan?.due))
        }
        try agenda.setDue(of: &records, in: shape)
      }
      return records.isEmpty ? nil : (line, records)
    }
  }

  private func states(
    of shape: RegisterShape, below unit: Unit, year: Int
  ) throws -> [RecordState] {
    var query = RecordQuery()
    query.unit = try ledger.choice(unit)
    if let field = shape.fields.firstIndex(where: { $0.roles.contains(.year) }) {
      query.conditions = [RecordQuery.Condition(.field(field), .equal, .int(Int64(year)))]
    }
    return try ledger.records(query, in: shape)
  }
}

extension Agenda {
  /// Sets the first day on which records of a register, or records that name them, owe something
  /// that is not done.
  fileprivate func setDue(
    of records: inout [RemainingRecord], in shape: RegisterShape
  ) throws {
    var days: [RecordID: Day] = [:]
    func note(_ id: RecordID, _ day: Day) { days[id] = min(days[id] ?? day, day) }
    for obligation in shape.obligations {
      for item in try items(obligation, in: shape).items {
        note(item.state.id, item.duty.occurrence.due)
      }
    }
    for slot in ledger.slots where slot.hasObligations && slot.id != shape.id {
      guard try ledger.hasRecords(slot), let other = ledger.shape(slot.id) else { continue }
      for mention in other.mentions(of: shape.id) where !mention.isByKey {
        for obligation in other.obligations {
          for item in try items(obligation, in: other).items {
            for id in item.state.data[mention.field].values.compactMap(\.record) {
              note(id, item.duty.occurrence.due)
            }
          }
        }
      }
    }
    for index in records.indices where records[index].shape.id == shape.id {
      if let day = days[records[index].state.id] { records[index].due = day }
    }
  }
}
