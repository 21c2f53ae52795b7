internal import Registers
internal import Storage
internal import TargetEngine

/// What the database is asked: it chooses records and counts groups of them, and computes nothing.
extension Agenda {
  /// The records whose obligation arose by the scope's day.
  func arisen(_ columns: DueColumns) -> RecordQuery {
    var query = RecordQuery()
    query.unit = unit
    query.conditions = columns.void.sorted().map {
      RecordQuery.Condition(.stage, .notEqual, .text($0))
    }
    if let arises = columns.arises {
      query.conditions.append(
        RecordQuery.Condition(.field(arises), .atMost, .day(scope.day)))
    }
    return query
  }

  /// Those of them that are not done.
  private func open(_ columns: DueColumns, _ shape: RegisterShape) -> RecordQuery {
    var query = arisen(columns)
    if columns.owed.isEmpty {
      query.conditions += columns.done.map { RecordQuery.Condition(.field($0), .equal, .empty) }
    } else {
      query.conditions += shape.stages.map(\.name)
        .filter { !columns.owed.contains($0) && !columns.void.contains($0) }
        .map { RecordQuery.Condition(.stage, .notEqual, .text($0)) }
    }
    return query
  }

  func candidates(
    _ obligation: ObligationShape, _ shape: RegisterShape, isWhole: Bool, limit: Int?,
    _ count: inout Int
  ) throws -> [RecordState] {
    guard let columns = obligation.columns, !isPast else { return try all(obligation, shape) }
    // Below a unit there are few, and an index that sorts would lead away from them.
    let limit = unit == nil && chooses(shape) == nil ? limit : nil
    var states: [RecordState] = []
    var counts: [Int] = []
    for var query in queries(columns, shape, isWhole: isWhole) {
      query.conditions.append(
        RecordQuery.Condition(.field(columns.due), .atMost, .day(scope.end)))
      if limit != nil { query.sort = [(.field(columns.due), false)] }
      query.limit = limit
      let found = try ledger.records(query, in: shape)
      counts.append(found.count == limit ? try ledger.count(query, in: shape) : found.count)
      states += found
    }
    if let limit, counts.contains(where: { $0 > limit }) { count = counts.reduce(0, +) }
    return states
  }

  /// What finds the candidates, none of them twice.
  private func queries(
    _ columns: DueColumns, _ shape: RegisterShape, isWhole: Bool
  ) -> [RecordQuery] {
    if isWhole { return parts(columns, shape) }
    // What was entered ahead as done is not done yet.
    return [open(columns, shape)]
      + columns.done.indices.map { index in
        var ahead = arisen(columns)
        ahead.conditions += columns.owed.sorted().map {
          RecordQuery.Condition(.stage, .notEqual, .text($0))
        }
        ahead.conditions += columns.done.prefix(index).map {
          RecordQuery.Condition(.field($0), .equal, .empty)
        }
        ahead.conditions.append(
          RecordQuery.Condition(.field(columns.done[index]), .more, .day(scope.day)))
        return ahead
      }
  }

  /// What is due since the scope's start; and of the earlier ones those that are still not done.
  private func parts(_ columns: DueColumns, _ shape: RegisterShape) -> [RecordQuery] {
    let start = Datum.day(scope.start)
    var recent = arisen(columns)
    recent.conditions.append(RecordQuery.Condition(.field(columns.due), .atLeast, start))
    var earlier = open(columns, shape)
    earlier.conditions.append(RecordQuery.Condition(.field(columns.due), .less, start))
    return [recent, earlier]
  }

  /// Counts records whose days are the same together.
  func counted(_ columns: DueColumns, _ shape: RegisterShape) throws -> Punctuality {
    let fields = columns.fields.filter { $0 != columns.arises }
    var punctuality = Punctuality()
    for query in parts(columns, shape) {
      for group in try ledger.groups(
        query, in: shape, by: [.stage] + fields.map { .field($0) }, sums: [])
      {
        guard case .text(let stage) = group.values[0] else { continue }
        let days = Dictionary(uniqueKeysWithValues: zip(fields, group.values.dropFirst()))
        let occurrence = columns.occurrence(stage) { field in
          if case .day(let day) = days[field] { day } else { nil }
        }
        guard let occurrence else { continue }
        punctuality.add(
          occurrence, count: Int(group.count), from: scope.start, on: scope.day,
          through: scope.end)
      }
    }
    return punctuality
  }
}
