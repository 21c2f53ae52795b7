internal import Registers
internal import Storage
internal import TargetEngine

/// What changes of records bring with them, noted for the receipt.
extension RecordSession {
  /// Notes what a change of a record's first day took away, to be said in the receipt.
  func noteLost(_ state: RecordState, after old: RecordState, in shape: RegisterShape) throws {
    guard let start = shape.valuesStart(of: state) else { return }
    for (field, steps) in shape.stepsLost(in: state, after: old) {
      notices.lost.append(
        LostSteps(
          record: "\(try desk.ledger.site())-\(state.id)", field: field, steps: steps, start: start)
      )
    }
  }

  /// A person is what has an identity.
  func notePerson(_ record: RecordState, in shape: RegisterShape) {
    guard !shape.identityFields.isEmpty, let field = shape.requiredFields.first,
      case .text(let name) = record.data[field]
    else { return }
    persons.append(name)
  }

  /// The names of persons that were made since they were taken last.
  func takePersons() -> [String] {
    defer { persons = [] }
    return persons
  }

  /// Notes which days of known moves a row of a list corrected.
  func noteRedated(_ state: RecordState, after old: RecordState, in shape: RegisterShape) throws {
    if state.moves == old.moves { return }
    var added = state.moves.filter { !old.moves.contains($0) && !$0.isUndated }
    for move in old.moves where !state.moves.contains(move) && !move.isUndated {
      guard let place = added.firstIndex(where: { $0.stage == move.stage }) else { continue }
      notices.redated.append(
        RedatedMove(
          record: try desk.ledger.publicID(state.id), stage: move.stage,
          title: shape.title(ofStage: move.stage), before: move.day,
          after: added.remove(at: place).day))
    }
  }
}

extension Desk {
  /// Which records do not count, since their units report by number, with what units and indicators are called.
  func notices(uncounted records: [Sourcing: [RecordID]]) throws -> [UncountedNotice] {
    if records.isEmpty { return [] }
    let catalogue = try ledger.indicatorsByID()
    return try records.compactMap { rule, records in
      guard let indicator = catalogue[rule.indicator], let unit = try ledger.unit(id: rule.unit)
      else { return nil }
      return UncountedNotice(
        indicator: indicator, unit: try titled(unit.unit), since: rule.since,
        records: try records.map { try ledger.publicID($0) })
    }.sorted { ($0.indicator.id, $0.unit.code) < ($1.indicator.id, $1.unit.code) }
  }
}

extension Ledger {
  /// What records begin to count or count no more, with what the indicators are called.
  func notices(of shifts: [CountShift]) throws -> [CountedNotice] {
    if shifts.isEmpty { return [] }
    let catalogue = try indicatorsByID()
    return shifts.compactMap { shift in
      catalogue[shift.indicator].map { CountedNotice(indicator: $0, shift: shift) }
    }
  }
}
