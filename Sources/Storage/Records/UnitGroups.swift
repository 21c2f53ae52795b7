internal import Registers
internal import TargetEngine

/// Groups that are units. From the day after a unit was closed on it counts for nothing, and its records for
/// the unit that it was merged into, if that is one of those that the field takes: two villages that were
/// merged are covered once, and one that was merged into a township is covered no more.
struct UnitGroups {
  /// Nil where no group is a unit.
  let succession: UnitSuccession?

  /// What the records of a group call for together.
  ///
  /// - Parameter records: the records in which the measure's field has a value.
  func wanted(
    _ measure: GroupShape, in shape: RegisterShape, _ key: Datum, _ reader: any RecordReader,
    records: (Datum) throws -> [RecordState]
  ) throws -> [Wanted] {
    let own = try records(key)
    guard case .unit(let unit) = key, let succession, !succession.isEmpty,
      !succession.isForeign(unit, to: shape.fields[measure.field])
    else {
      return try measure.wanted(key, own, reader)
    }
    var parts = WantedParts(try measure.wanted(key, own, reader))
    let family = succession.family(of: unit)
    for last in Set(family.compactMap(succession.last)).sorted() {
      guard let day = Day(number: last.number + 1) else { continue }
      let standing = family.filter { succession.unit(standingFor: $0, on: day) == unit }
      let states = try standing.flatMap { try $0 == unit ? own : records(.unit($0)) }
      try parts.change(from: day, to: measure.wanted(key, states, reader))
    }
    return parts.whole
  }

  /// What one record of a group calls for by itself.
  func wanted(
    _ measure: GroupShape, in shape: RegisterShape, _ key: Datum, _ reader: any RecordReader,
    of state: RecordState
  ) throws -> [Wanted] {
    let keys = measure.keys(of: state)
    return try wanted(measure, in: shape, key, reader) { keys.contains($0) ? [state] : [] }
  }

  /// What a record calls for by itself, alone and in all its groups.
  func wanted(
    by state: RecordState, in shape: RegisterShape, _ reader: any RecordReader
  ) throws -> [Wanted] {
    try shape.wanted(state, reader)
      + shape.groups.flatMap { measure in
        try measure.keys(of: state).flatMap {
          try wanted(measure, in: shape, $0, reader, of: state)
        }
      }
  }

  /// The groups in which the records of one count, now or later.
  func keys(with key: Datum) -> [Datum] {
    guard case .unit(let unit) = key, let succession else { return [key] }
    return [key] + succession.successors(of: unit).map { .unit($0) }
  }
}

/// Postings of which other ones take the place from some day on.
private struct WantedParts {
  /// What stands for the days before the last change.
  private var done: [Wanted] = []
  private var current: [Wanted]
  private var start: Day?

  private struct Place: Hashable {
    var indicator: String
    var unit: UnitID?
    var year: Int?
  }

  init(_ wanted: [Wanted]) { current = wanted }

  var whole: [Wanted] { done + current.filter(isOpen) }

  private func isOpen(_ wanted: Wanted) -> Bool { start.map { $0 <= wanted.posting.day } ?? true }

  /// Lets others follow from a day on, on which the difference is posted of what both have come to by then.
  mutating func change(from day: Day, to others: [Wanted]) throws {
    done += current.filter { isOpen($0) && $0.posting.day < day }
    var sums: [Place: Int64] = [:]
    var places: [Place] = []
    for (wanted, sign) in others.map({ ($0, Int64(1)) }) + current.map({ ($0, -1) })
    where wanted.posting.day < day {
      let posting = wanted.posting
      let place = Place(indicator: wanted.indicator, unit: posting.unit, year: posting.year)
      if sums[place] == nil { places.append(place) }
      let amount = sign > 0 ? posting.amount : try Int64(0).subtracting(posting.amount)
      sums[place] = try (sums[place] ?? 0).adding(amount)
    }
    for place in places {
      guard let amount = sums[place], amount != 0 else { continue }
      done.append(
        Wanted(
          indicator: place.indicator,
          posting: Posting(amount, on: day, year: place.year, unit: place.unit)))
    }
    (current, start) = (others, day)
  }
}
