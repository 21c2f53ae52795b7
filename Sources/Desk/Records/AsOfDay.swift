internal import Registers
internal import Storage
internal import TargetEngine

/// Records as they stand on a day: neither stages nor values of later ones.
extension RegisterShape {
  /// A record without what later days brought.
  ///
  /// - Parameter isToday: whether the day is today, on which only some stages can still lie ahead.
  func asOf(_ day: Day, isToday: Bool = false) -> (RecordState) -> RecordState {
    { state in
      var state = state
      let whole = state
      state.moves.removeAll { move in
        move.day > day && (!isToday || self.stagesAhead.contains(move.stage))
      }
      if state.moves.count < whole.moves.count { self.showMoves(of: &state, before: whole) }
      for (index, field) in self.fields.enumerated() {
        switch state.data[index] {
        case .dated(let dated):
          let steps = dated.steps.filter { $0.from <= day }
          state.data[index] = steps.isEmpty ? .empty : .dated(Dated(steps: steps))
        case .list(let members) where field.kind.isDatedList:
          state.data[index] = Datum(members: members.filter { $0.isIn(on: day) })
        default: break
        }
      }
      return state
    }
  }

  /// Lets the day fields of a record show its latest moves, once later ones are left out.
  private func showMoves(of state: inout RecordState, before whole: RecordState) {
    for field in Set(marks.map(\.field)) {
      let (latest, later) = (latest(of: field, in: state), latest(of: field, in: whole))
      if latest == later { continue }
      // Of an earlier move its moment is not kept.
      let isDay = fields[field].kind == .day
      state.data[field] = isDay ? latest.map { .day($0.day) } ?? .empty : .empty
    }
  }
}

/// How a search is answered.
enum RecordAnswering {
  /// By the database.
  case asked(RecordQuery)
  /// By going through the records, as they stood on the day.
  case walked(RecordQuery, Day)
}

extension Desk {
  /// How many records may be other today than their columns say, before all of them are walked through.
  private static let mostAhead = 200

  /// How a query of a search is answered. The columns of the database have what holds in the end; where
  /// that is not what holds today, the query carries today's values with it.
  ///
  /// - Parameter subjects: what is asked for beside the query's own conditions and order.
  func answering(
    _ query: RecordQuery, _ search: RecordSearch, _ subjects: [RecordQuery.Subject] = [],
    in shape: RegisterShape
  ) throws -> RecordAnswering {
    if let day = search.day { return .walked(query, day) }
    let subjects = Set(subjects + query.conditions.map(\.subject) + query.sort.map(\.subject))
    if subjects.contains(where: { $0.isOffice(shape) }) { return .walked(query, context.today) }
    let ahead = try ledger.recordsAhead(
      of: context.today, subjects, in: shape, limit: Desk.mostAhead + 1)
    if ahead.count > Desk.mostAhead { return .walked(query, context.today) }
    var query = query
    query.ahead = ahead.map(shape.asOf(context.today, isToday: true))
    return .asked(query)
  }

  /// Records chosen and sorted here, where the database cannot: by stages and dated values as they
  /// stood on a day, and by columns of the office.
  func walk(
    _ query: RecordQuery, on day: Day, in shape: RegisterShape
  ) throws -> [RecordState] {
    var everything = query
    (everything.limit, everything.offset, everything.sort) = (nil, 0, [])
    let isOurs = { (subject: RecordQuery.Subject) in
      switch subject {
      case .stage: true
      case .place, .note: false
      case .field(let field):
        shape.fields[field].roles.contains(.office) || shape.fields[field].kind.isDated
          || shape.marks.contains { $0.field == field }
      }
    }
    everything.conditions.removeAll { isOurs($0.subject) }
    let conditions = query.conditions.filter { isOurs($0.subject) }
    return try ledger.records(everything, in: shape)
      .map(shape.asOf(day, isToday: day == context.today))
      .filter { state in
        conditions.allSatisfy { $0.holds(for: state.value(of: $0.subject, in: shape)) }
      }
      .sorted { a, b in
        for (subject, descending) in query.sort {
          let (x, y) = (a.value(of: subject, in: shape), b.value(of: subject, in: shape))
          if x == y { continue }
          // Without a value, last either way.
          if x.isEmpty || y.isEmpty { return y.isEmpty }
          return x.precedes(y) != descending
        }
        return a.id < b.id
      }
  }
}
