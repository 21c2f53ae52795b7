internal import Registers
internal import Storage
public import TargetEngine

/// Which records of a register to list, as someone asks for them.
public struct RecordSearch: Sendable {
  /// `ownership=collective`, `budget>=1000`, `title~防汛`; `stage` and `unit` among the names.
  public var conditions: [String]
  public var unit: String?
  /// As they stood on this day: stages and dated values of later days do not count.
  public var day: Day?
  public var sort: [String]
  public var limit: Int?
  public var offset: Int

  public init(
    conditions: [String] = [], unit: String? = nil, day: Day? = nil, sort: [String] = [],
    limit: Int? = nil, offset: Int = 0
  ) {
    self.conditions = conditions
    self.unit = unit
    self.day = day
    self.sort = sort
    self.limit = limit.map { min(max($0, 0), 1 << 40) }
    self.offset = min(max(offset, 0), 1 << 40)
  }
}

extension RecordSearch {
  /// The most conditions or columns in one question, which becomes one statement.
  static let mostParts = 50
  /// The longest part of a text that can be searched for, in bytes.
  static let longestPart = 1000

  static func check(parts: Int) throws {
    guard parts <= mostParts else { throw DeskError.record(.tooManyParts(most: mostParts)) }
  }
}

extension Desk {
  /// A search in the words of storage.
  func query(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordQuery {
    try RecordSearch.check(parts: search.conditions.count + search.sort.count)
    var query = RecordQuery()
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

  private func condition(
    _ text: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Condition {
    // Two-character signs first, so that `>=` is not read as `>`.
    let signs: [RecordQuery.Comparison] = [
      .notEqual, .atMost, .atLeast, .equal, .less, .more, .contains,
    ]
    let found = signs.compactMap { sign in
      text.firstRange(of: sign.rawValue).map { (sign, $0) }
    }.min { $0.1.lowerBound < $1.1.lowerBound }
    guard let (sign, range) = found else {
      throw DeskError.record(.badCondition(text))
    }
    let subject = try subject(String(text[..<range.lowerBound]).trimmed, shape)
    let value = String(text[range.upperBound...])
    switch subject {
    case .stage:
      return RecordQuery.Condition(
        .stage, sign, .text(try Stages(shape: shape).stage(value.trimmed).name))
    case .place: throw DeskError.record(.notComparable(text))
    case .field(let field):
      if case .secret = shape.fields[field].kind {
        // Of a secret it can only be told whether it is the same.
        guard sign == .equal || sign == .notEqual else {
          throw DeskError.record(
            .notComparable(String(text[..<range.lowerBound]).trimmed))
        }
        let datum = try FieldReading(self).datum(value, shape.fields[field], on: context.today)
        return RecordQuery.Condition(
          subject, sign, try ledger.blinded(datum, shape.fields[field].kind))
      }
      if sign == .contains, shape.fields[field].kind != .text {
        throw DeskError.record(.containsNeedsText(field: shape.fields[field].title))
      }
      if sign == .contains, value.utf8.count > RecordSearch.longestPart {
        throw DeskError.record(.longPart(most: RecordSearch.longestPart))
      }
      if sign == .contains { return RecordQuery.Condition(subject, sign, .text(value.trimmed)) }
      var shape = shape.fields[field]
      if shape.kind == .dated { shape.kind = .int }
      return RecordQuery.Condition(
        subject, sign, try FieldReading(self).datum(value, shape, on: context.today))
    }
  }

  /// What records can be sorted and grouped by: anything but a secret.
  func ordered(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    let subject = try subject(name, shape)
    if case .field(let field) = subject, case .secret = shape.fields[field].kind {
      throw DeskError.record(.notComparable(name))
    }
    return subject
  }

  func subject(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    switch try shape.target(of: name) {
    case .field(let field): return .field(field)
    case .stage: return .stage
    case .note, .id: throw DeskError.record(.notComparable(name))
    }
  }
}
