public import Registers
internal import Storage
internal import TargetEngine

extension RecordQuery.Condition {
  /// Whether a value meets it, as the database would say.
  func holds(for datum: Datum) -> Bool {
    if case .list(let members) = value {
      let isOneOf = members.contains { member in
        RecordQuery.Condition(subject, .equal, member.value).holds(for: datum)
      }
      return (comparison == .notEqual) != isOneOf
    }
    if value.isEmpty { return (comparison == .notEqual) != datum.isEmpty }
    // Not to be equal is to have no such member.
    if comparison == .notEqual { return !datum.values.contains { holds(.equal, for: $0) } }
    return datum.values.contains { holds(comparison, for: $0) }
  }

  private func holds(_ comparison: RecordQuery.Comparison, for datum: Datum) -> Bool {
    if case .contains = comparison, let part = value.text, let text = datum.text {
      return text.lowercased().contains(part.lowercased())
    }
    let (here, there) = (datum.comparable(with: value), value)
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
  /// A moment that is asked for a day counts as its day.
  fileprivate func comparable(with other: Datum) -> Datum {
    if case (.moment(let moment), .day) = (self, other) { return .day(moment.day) }
    return self
  }

  /// Texts by their code points, the rest by size.
  func precedes(_ other: Datum) -> Bool {
    if let text, let other = other.text {
      return text.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return number < other.number
  }

  public var number: Int64 { if case .int(let int) = scalar { int } else { 0 } }
}

extension RecordQuery.Subject {
  func isOffice(_ shape: RegisterShape) -> Bool {
    if case .field(let field) = self { return shape.fields[field].roles.contains(.office) }
    return false
  }
}
