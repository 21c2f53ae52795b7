public import Registers
public import Storage
internal import TargetEngine

/// Counts and sums by the values of some columns.
public struct RecordTally: Sendable {
  public var subjects: [RecordQuery.Subject]
  public var sums: [Int]
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
  ///   - columns: fields, `stage`, or a kind of unit such as `township`, which stands for the
  ///     unit of that kind above the record's own.
  public func tally(
    _ search: RecordSearch, in shape: RegisterShape, by columns: [String], sums: [String]
  ) throws -> RecordTally {
    try RecordSearch.check(parts: columns.count + sums.count)
    let query = try query(search, in: shape)
    let levels = columns.map { column in
      shape.field(named: column) == nil ? UnitKind(named: column) : nil
    }
    let subjects = try zip(columns, levels).map { column, level -> RecordQuery.Subject in
      level != nil && shape.placeField != nil ? .place : try grouped(column, shape)
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
      switch try answering(query, search, subjects + sums.map { .field($0) }, in: shape) {
      case .asked(let query): try ledger.groups(query, in: shape, by: subjects, sums: sums)
      case .walked(let query, let day):
        try walk(query, on: day, in: shape).flatMap { state in
          try combinations(of: subjects, state, in: shape).map {
            (values: $0, count: Int64(1), sums: sums.map { state.data[$0].number })
          }
        }
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

  private func ancestor(of unit: UnitID, kind: UnitKind) throws -> UnitID? {
    for id in [unit] + (try ledger.ancestors(of: unit)) {
      if try ledger.unit(id: id)?.unit.kind == kind { return id }
    }
    return nil
  }
}
