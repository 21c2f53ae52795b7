internal import Registers
internal import Storage
internal import TargetEngine

extension Desk {
  /// A search in the words of storage.
  func query(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordQuery {
    try RecordSearch.check(parts: search.conditions.count + search.sort.count)
    var query = RecordQuery()
    let day = search.day ?? context.today
    (query.day, query.begun) = (day, day)
    if let text = search.unit {
      guard shape.placeField != nil else {
        throw DeskError.record(.noPlace(register: shape.name.title))
      }
      query.unit = try ledger.choice(try unit(text).unit)
    }
    query.conditions = try search.conditions.map { try condition($0, shape) }
    query.sort = try search.sort.map { name in
      let descends = name.hasPrefix("-")
      return (try ordered(descends ? String(name.dropFirst()) : name, shape), descends)
    }
    query.limit = search.limit
    query.offset = search.offset
    return query
  }

  /// What a condition compares, how, and with what.
  func parts(of text: String, _ shape: RegisterShape) throws -> (
    subject: RecordQuery.Subject, sign: RecordQuery.Comparison, name: String, value: String
  ) {
    // Two-character signs first, so that `>=` is not read as `>`.
    let signs: [RecordQuery.Comparison] = [
      .notEqual, .atMost, .atLeast, .equal, .less, .more, .contains,
    ]
    let scalars = text.unicodeScalars
    let found = signs.compactMap { sign in
      scalars.firstRange(of: sign.rawValue.unicodeScalars).map { (sign, $0) }
    }.min { $0.1.lowerBound < $1.1.lowerBound }
    guard let (sign, range) = found else {
      throw DeskError.record(.badCondition(text))
    }
    let name = String(scalars[..<range.lowerBound]).trimmed
    return (try subject(name, shape), sign, name, String(scalars[range.upperBound...]))
  }

  func condition(_ text: String, _ shape: RegisterShape) throws -> RecordQuery.Condition {
    let (subject, sign, name, value) = try parts(of: text, shape)
    switch subject {
    case .stage:
      guard [.equal, .notEqual].contains(sign) else {
        throw DeskError.record(.stageNeedsEqual)
      }
      let stages = try ChoiceWords.parts(value).map { try shape.stage($0).name }
      return RecordQuery.Condition(.stage, sign, any(of: stages.map { .text($0) }))
    case .note:
      guard [.contains, .equal, .notEqual].contains(sign) else {
        throw DeskError.record(.notComparable(name))
      }
      guard value.utf8.count <= RecordSearch.longestPart else {
        throw DeskError.record(.longPart(most: RecordSearch.longestPart))
      }
      return RecordQuery.Condition(
        .note, sign, value.trimmed.isEmpty ? .empty : .text(value.trimmed))
    case .place: throw DeskError.record(.notComparable(text))
    case .field(let field):
      return try condition(subject, sign, value, shape.fields[field], name)
    }
  }

  /// One value as it is, several as a list.
  private func any(of values: [Datum]) -> Datum {
    values.count == 1 ? values[0] : .list(values.map { Datum.Member($0) })
  }

  /// The units with a part of a name.
  private func units(containing part: String) throws -> Datum {
    let part = part.trimmed
    let found = try ledger.units().filter { $0.isNamed(byPart: part) }
    return .list(found.map { Datum.Member(.unit($0.unit.id)) })
  }

  private func condition(
    _ subject: RecordQuery.Subject, _ sign: RecordQuery.Comparison, _ value: String,
    _ field: FieldShape, _ name: String
  ) throws -> RecordQuery.Condition {
    // Of a secret it can only be told whether it is the same, of a list whether it contains.
    let isPlain = sign == .equal || sign == .notEqual
    if field.isSecret || field.kind.isList && sign != .contains, !isPlain {
      throw DeskError.record(.notComparable(name))
    }
    if sign == .contains, field.kind.element == .unit {
      return RecordQuery.Condition(subject, .equal, try units(containing: value))
    }
    if sign == .contains {
      guard field.kind.element == .text || field.kind.element == .file else {
        throw DeskError.record(.containsNeedsText(field: field.title))
      }
      guard value.utf8.count <= RecordSearch.longestPart else {
        throw DeskError.record(.longPart(most: RecordSearch.longestPart))
      }
      return RecordQuery.Condition(subject, sign, .text(value.trimmed))
    }
    if field.kind == .moment, let day = Day(value.trimmed) {
      return RecordQuery.Condition(subject, sign, .day(day))
    }
    if case .choice = field.kind.element, isPlain, case let parts = ChoiceWords.parts(value),
      parts.count > 1
    {
      let values = try parts.map { try FieldReading(self).datum($0, field, on: context.today) }
      return RecordQuery.Condition(subject, sign, any(of: values.flatMap(\.values)))
    }
    let single = field.holding(field.kind.element)
    let reading = FieldReading(self)
    reading.refusesDoubtful = true
    let datum = try reading.datum(value, single, on: context.today)
    return RecordQuery.Condition(subject, sign, try ledger.blinded(datum, field.kind))
  }

  /// What records can be sorted by: anything but a secret or a list.
  func ordered(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    let subject = try grouped(name, shape)
    if case .field(let field) = subject, shape.fields[field].kind.isList {
      throw DeskError.record(.notComparable(name))
    }
    return subject
  }

  /// What records can be grouped by: a list as well, by each of its members.
  func grouped(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    let subject = try subject(name, shape)
    if case .field(let field) = subject, shape.fields[field].isSecret {
      throw DeskError.record(.notComparable(name))
    }
    if subject == .note { throw DeskError.record(.notComparable(name)) }
    return subject
  }

  func subject(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    switch try shape.target(of: name) {
    case .field(let field): return .field(field)
    case .stage: return .stage
    case .note: return .note
    case .id: throw DeskError.record(.notComparable(name))
    }
  }
}

/// Several choices in one condition: `阶段=整改中,复查`.
private enum ChoiceWords {
  static func parts(_ text: String) -> [String] {
    let parts = text.split { ",，、;；".contains($0) }.map { String($0).trimmed }
    return parts.count > 1 ? parts.filter { !$0.isEmpty } : [text.trimmed]
  }
}
