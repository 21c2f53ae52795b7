public import Registers
internal import Storage
internal import TargetEngine

/// Counts and sums by the values of some columns.
public struct RecordTally: Sendable {
  /// What the records are counted by.
  var subjects: [RecordQuery.Subject]
  /// Beside each subject that is the place: the kind of the unit above it, nil for the place itself.
  var levels: [UnitKind?]
  /// The subjects that are days, of which only the month counts.
  var months: Set<Int>
  /// The fields that are added up.
  public var sums: [Int]
  /// By the values of the subjects: how many records, and the sums.
  public var rows: [[Datum]: (count: Int64, sums: [Int64])]

  /// The lists among the columns, under each of whose members a record counts.
  public func lists(in shape: RegisterShape) -> [FieldShape] {
    subjects.compactMap { subject in
      guard case .field(let field) = subject, shape.fields[field].kind.isList else { return nil }
      return shape.fields[field]
    }
  }
}

extension Desk {
  /// How many records a search finds for each combination of values, with sums.
  ///
  /// - Parameters:
  ///   - columns: fields, `stage`, `unit`, or a kind of unit such as `township`, which stands for the
  ///     unit of that kind above the record's own. What is named twice counts once.
  public func tally(
    _ search: RecordSearch, in shape: RegisterShape, by columns: [String], sums: [String]
  ) throws -> RecordTally {
    try RecordSearch.check(parts: columns.count + sums.count)
    let query = try query(search, in: shape)
    var (subjects, levels): ([RecordQuery.Subject], [UnitKind?]) = ([], [])
    var months: Set<Int> = []
    for column in columns {
      let day = try day(withMonthsOf: column, shape)
      let (subject, level) = try day.map { ($0, nil) } ?? self.level(column, shape)
      let isKnown = subjects.indices.contains { place in
        subjects[place] == subject && levels[place] == level
          && months.contains(place) == (day != nil)
      }
      if isKnown { continue }
      if day != nil { months.insert(subjects.count) }
      subjects.append(subject)
      levels.append(level)
    }
    let sums = try sums.enumerated().filter { !sums[..<$0].contains($1) }.map { _, name -> Int in
      guard case .field(let field) = try subject(name, shape) else {
        throw DeskError.record(
          .badValue(name, field: SystemColumn.stage.title, kind: .int))
      }
      guard shape.fields[field].kind.isNumber else {
        throw DeskError.record(.notSummed(field: shape.fields[field].title))
      }
      return field
    }
    var rows: [[Datum]: (count: Int64, sums: [Int64])] = [:]
    for group in try groups(query, search, in: shape, by: subjects, above: levels, sums) {
      let values = group.values.enumerated().map { months.contains($0) ? $1.monthOfDay : $1 }
      let before = rows[values] ?? (0, sums.map { _ in 0 })
      rows[values] = (
        before.count + group.count,
        try zip(before.sums, group.sums).map { try $0.adding($1) }
      )
    }
    return RecordTally(subjects: subjects, levels: levels, months: months, sums: sums, rows: rows)
  }

  /// The field of days in `达标日期:月`, of which the month counts; nil for a column of another form.
  private func day(withMonthsOf column: String, _ shape: RegisterShape) throws
    -> RecordQuery.Subject?
  {
    let parts = column.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    guard parts.count == 2, ["month", "月", "月份"].contains(parts[1].lowercased()) else {
      return nil
    }
    let subject = try grouped(parts[0], shape)
    guard case .field(let field) = subject, [.day, .moment].contains(shape.fields[field].kind)
    else {
      throw DeskError.record(.notComparable(column))
    }
    return subject
  }

  /// What a word in `--by` stands for: where records stand by the unit above, its kind too.
  private func level(
    _ column: String, _ shape: RegisterShape
  ) throws -> (RecordQuery.Subject, UnitKind?) {
    guard shape.field(named: column) == nil, shape.placeField != nil else {
      return (try grouped(column, shape), nil)
    }
    // Also a word for a kind of unit; here it means whatever unit a record is of.
    if ["unit", "单位"].contains(column.lowercased()) {
      return (.place, nil)
    }
    if let kind = UnitKind(named: column) { return (.place, kind) }
    return (try grouped(column, shape), nil)
  }

  /// The groups, each once or several times.
  private func groups(
    _ query: RecordQuery, _ search: RecordSearch, in shape: RegisterShape,
    by subjects: [RecordQuery.Subject], above levels: [UnitKind?], _ sums: [Int]
  ) throws -> [RecordGroup] {
    let (walked, day): (RecordQuery, Day)
    switch try answering(query, search, subjects + sums.map { .field($0) }, in: shape) {
    case .asked(let query):
      return try ledger.groups(query, in: shape, by: subjects, above: levels, sums: sums)
    case .walked(let query, let shown): (walked, day) = (query, shown)
    }
    let above = try levels.map { try $0.map { try UnitsAbove($0, ledger) } }
    return try walk(walked, on: day, in: shape).flatMap { state in
      try combinations(of: subjects, state, in: shape).map { values in
        var values = values
        for index in above.indices where above[index] != nil {
          guard case .unit(let unit) = values[index] else { continue }
          values[index] = above[index]?.unit(above: unit).map { .unit($0) } ?? .empty
        }
        return RecordGroup(
          values: values, count: 1, sums: sums.map { state.data[$0].number })
      }
    }
  }

  /// The values that a record counts under: one for each member of a list.
  private func combinations(
    of subjects: [RecordQuery.Subject], _ state: RecordState, in shape: RegisterShape
  ) throws -> [[Datum]] {
    try subjects.reduce([[]]) { rows, subject in
      let values =
        subject == .place
        ? [try place(of: state, in: shape)] : state.value(of: subject, in: shape).values
      return rows.flatMap { row in (values.isEmpty ? [.empty] : Set(values)).map { row + [$0] } }
    }
  }

  private func place(of state: RecordState, in shape: RegisterShape) throws -> Datum {
    try shape.place(of: state, StoredRecords(ledger)).map { .unit($0) } ?? .empty
  }
}

extension Datum {
  /// `2021-06` for a day or a moment; as it is otherwise.
  fileprivate var monthOfDay: Datum {
    switch self {
    case .day(let day): .text("\(day.month)")
    case .moment(let moment): .text("\(moment.day.month)")
    default: self
    }
  }
}
