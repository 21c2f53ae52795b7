public import Registers
public import Storage
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
    self.limit = limit
    self.offset = offset
  }
}

extension Desk {
  /// The records that a search finds, and how many there are in all.
  public func list(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordPage {
    let query = try query(search, in: shape)
    guard search.day != nil || query.asksForOfficeColumns(shape) else {
      return try page(query, in: shape)
    }
    let all = try recordsInMemory(query, on: search.day, in: shape)
    let page = all.dropFirst(query.offset).prefix(query.limit ?? all.count)
    return RecordPage(records: Array(page), count: all.count)
  }

  /// One walk through the database tells which records the page has and how many there are, at most
  /// so many as can be told at once: what a page costs must not follow the size of the register.
  private func page(_ query: RecordQuery, in shape: RegisterShape) throws -> RecordPage {
    guard let limit = query.limit else {
      let records = try ledger.records(query, in: shape)
      return RecordPage(records: records, count: records.count + query.offset)
    }
    var ahead = query
    let most = max(RecordPage.counted, query.offset + limit)
    (ahead.limit, ahead.offset) = (most + 1, 0)
    let ids = try ledger.numbers(ahead, in: shape)
    let chosen = ids.dropFirst(query.offset).prefix(limit)
    let records = Dictionary(
      try ledger.records(Set(chosen), in: shape).map { ($0.id, $0) }
    ) { first, _ in first }
    return RecordPage(
      records: chosen.compactMap { records[$0] }, count: min(ids.count, most),
      isMore: ids.count > most)
  }

  /// Records chosen and sorted here, where the database cannot: by stages and dated values as
  /// they stood on a day, and by columns of the office.
  private func recordsInMemory(
    _ query: RecordQuery, on day: Day?, in shape: RegisterShape
  ) throws -> [RecordState] {
    var everything = query
    (everything.limit, everything.offset, everything.sort) = (nil, 0, [])
    let isOurs = { (subject: RecordQuery.Subject) in
      switch subject {
      case .stage: day != nil
      case .place: false
      case .field(let field):
        shape.fields[field].roles.contains(.office)
          || day != nil && shape.fields[field].kind == .dated
      }
    }
    everything.conditions.removeAll { isOurs($0.subject) }
    let conditions = query.conditions.filter { isOurs($0.subject) }
    return try ledger.records(everything, in: shape)
      .map { day.map(shape.asOf)?($0) ?? $0 }
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

  /// How many records a search finds for each combination of values, with sums.
  ///
  /// - Parameters:
  ///   - columns: fields, `stage`, or a kind of unit such as `township`, which stands for the
  ///     unit of that kind above the record's own.
  public func tally(
    _ search: RecordSearch, in shape: RegisterShape, by columns: [String], sums: [String]
  ) throws -> RecordTally {
    let query = try query(search, in: shape)
    let levels = columns.map { column in
      shape.field(named: column) == nil ? UnitKind(named: column) : nil
    }
    let subjects = try zip(columns, levels).map { column, level -> RecordQuery.Subject in
      level != nil && shape.placeField != nil ? .place : try ordered(column, shape)
    }
    let sums = try sums.map { name -> Int in
      guard case .field(let field) = try subject(name, shape) else {
        throw DeskError.record(
          .badValue(name, field: SystemColumn.stage.title, kind: .int))
      }
      return field
    }
    var rows: [[Datum]: (count: Int64, sums: [Int64])] = [:]
    let groups =
      if search.day != nil || query.asksForOfficeColumns(shape)
        || (subjects + sums.map { .field($0) }).contains(where: { $0.isOffice(shape) })
      {
        try recordsInMemory(query, on: search.day, in: shape).map { state in
          (
            values: try subjects.map {
              $0 == .place ? try place(of: state, in: shape) : state.value(of: $0, in: shape)
            }, count: Int64(1),
            sums: sums.map { state.data[$0].number }
          )
        }
      } else {
        try ledger.groups(query, in: shape, by: subjects, sums: sums)
      }
    for group in groups {
      var values = group.values
      for (index, level) in levels.enumerated() {
        if let level, case .unit(let unit) = values[index] {
          values[index] = try ancestor(of: unit, kind: level).map { .unit($0) } ?? .empty
        }
      }
      let before = rows[values] ?? (0, sums.map { _ in 0 })
      rows[values] = (
        before.count + group.count,
        try zip(before.sums, group.sums).map { try $0.adding($1) }
      )
    }
    return RecordTally(subjects: subjects, sums: sums, rows: rows)
  }

  private func place(of state: RecordState, in shape: RegisterShape) throws -> Datum {
    try shape.place(of: state, StoredRecords(ledger)).map { .unit($0) } ?? .empty
  }

  private func ancestor(of unit: UnitID, kind: UnitKind) throws -> UnitID? {
    for id in [unit] + (try ledger.ancestors(of: unit)) {
      if try ledger.unit(id: id)?.unit.kind == kind { return id }
    }
    return nil
  }

  private func query(_ search: RecordSearch, in shape: RegisterShape) throws -> RecordQuery {
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
      if sign == .contains { return RecordQuery.Condition(subject, sign, .text(value.trimmed)) }
      var shape = shape.fields[field]
      if shape.kind == .dated { shape.kind = .int }
      return RecordQuery.Condition(
        subject, sign, try FieldReading(self).datum(value, shape, on: context.today))
    }
  }

  /// What records can be sorted and grouped by: anything but a secret.
  private func ordered(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    let subject = try subject(name, shape)
    if case .field(let field) = subject, case .secret = shape.fields[field].kind {
      throw DeskError.record(.notComparable(name))
    }
    return subject
  }

  private func subject(
    _ name: String, _ shape: RegisterShape
  ) throws -> RecordQuery.Subject {
    switch try shape.target(of: name) {
    case .field(let field): return .field(field)
    case .stage: return .stage
    case .note, .id: throw DeskError.record(.notComparable(name))
    }
  }
}

/// Some of the records that a search finds.
public struct RecordPage: Sendable {
  public var records: [RecordState]
  /// How many there are in all.
  public var count: Int
  /// Whether there are more than were counted.
  public var isMore = false

  /// So many are counted for a page; the exact number of more is what `--by` and `--sum` are for.
  static let counted = 10_000
}

/// Counts and sums by the values of some columns.
public struct RecordTally: Sendable {
  public var subjects: [RecordQuery.Subject]
  public var sums: [Int]
  public var rows: [[Datum]: (count: Int64, sums: [Int64])]
}

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
  fileprivate var comparable: Datum {
    if case .dated(let dated) = self { return dated.latest.map { .int($0) } ?? .empty }
    return self
  }

  /// Texts by their code points, the rest by size.
  fileprivate func precedes(_ other: Datum) -> Bool {
    if case (.text(let a), .text(let b)) = (self, other) {
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return number < other.number
  }

  fileprivate var number: Int64 {
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
  fileprivate func asOf(_ day: Day) -> (RecordState) -> RecordState {
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
  fileprivate func asksForOfficeColumns(_ shape: RegisterShape) -> Bool {
    (conditions.map(\.subject) + sort.map(\.subject)).contains { $0.isOffice(shape) }
  }
}

extension RecordQuery.Subject {
  fileprivate func isOffice(_ shape: RegisterShape) -> Bool {
    if case .field(let field) = self { return shape.fields[field].roles.contains(.office) }
    return false
  }
}

extension RecordState {
  fileprivate func value(of subject: RecordQuery.Subject, in shape: RegisterShape) -> Datum {
    switch subject {
    case .stage: .text(shape.stage(of: self))
    case .place: .empty
    case .field(let field): data[field].comparable
    }
  }
}
