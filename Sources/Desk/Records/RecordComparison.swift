internal import Registers
internal import Storage
internal import TargetEngine

extension RecordQuery.Condition {
  /// Whether a value meets it, as the database would say.
  func holds(for datum: Datum) -> Bool {
    if value.isEmpty { return (comparison == .notEqual) != datum.isEmpty }
    if datum.isEmpty { return comparison == .notEqual }
    if case .contains = comparison, case (.text(let part), .text(let text)) = (value, datum) {
      return text.lowercased().contains(part.lowercased())
    }
    let (here, there) = (datum.comparable, value.comparable)
    return switch comparison {
    case .equal, .contains: here == there
    case .notEqual: here != there
    case .atMost: !there.precedes(here)
    case .atLeast: !here.precedes(there)
    case .less: here.precedes(there)
    case .more: there.precedes(here)
    }
  }
}

extension Datum {
  /// A dated value counts as its last.
  var comparable: Datum {
    if case .dated(let dated) = self { return dated.latest.map { .int($0) } ?? .empty }
    return self
  }

  /// Texts by their code points, the rest by size.
  func precedes(_ other: Datum) -> Bool {
    if case (.text(let a), .text(let b)) = (self, other) {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return number < other.number
  }

  var number: Int64 {
    switch comparable {
    case .int(let int): int
    case .day(let day): Int64(day.rawValue)
    case .bool(let bool): bool ? 1 : 0
    case .unit(let id), .record(let id): id
    default: 0
    }
  }
}

extension RegisterShape {
  /// A record without what later days brought.
  func asOf(_ day: Day) -> (RecordState) -> RecordState {
    { state in
      var state = state
      state.moves.removeAll { $0.day > day }
      for (index, field) in self.fields.enumerated() where field.kind == .dated {
        guard case .dated(let dated) = state.data[index] else { continue }
        let steps = dated.steps.filter { $0.from <= day }
        state.data[index] = steps.isEmpty ? .empty : .dated(Dated(steps: steps))
      }
      return state
    }
  }
}

extension RecordQuery {
  /// Whether it chooses or sorts by a column of the office.
  func asksForOfficeColumns(_ shape: RegisterShape) -> Bool {
    (conditions.map(\.subject) + sort.map(\.subject)).contains { $0.isOffice(shape) }
  }
}

extension RecordQuery.Subject {
  func isOffice(_ shape: RegisterShape) -> Bool {
    if case .field(let field) = self { return shape.fields[field].roles.contains(.office) }
    return false
  }
}

extension RecordState {
  func value(of subject: RecordQuery.Subject, in shape: RegisterShape) -> Datum {
    switch subject {
    case .stage: .text(shape.stage(of: self))
    case .place: .empty
    case .field(let field): data[field].comparable
    }
  }
}
