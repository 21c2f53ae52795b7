internal import Storage
internal import TargetEngine

/// A row of an entry file that its place does not take by itself: the figures come by list there, or its unit was
/// not there on its day. Beside others it may change nothing: a list of entries has what gave way to a register's
/// list, and what was taken back before its unit was closed.
struct DoubtfulRow: Sendable {
  /// Its file's number among those of the import.
  var file: Int
  var line: Int
  var day: Day
  var year: Int
  /// Nil for a level.
  var amount: Int64?
  var fault: EntryFault

  fileprivate var isByList: Bool { if case .reportsByList = fault { true } else { false } }
  fileprivate var time: NumberTime { NumberTime(day: day, year: year) }
}

/// The doubtful rows of an import, by their places.
struct DoubtfulRows: Sendable {
  private(set) var places: [ListedPlace: [DoubtfulRow]] = [:]

  mutating func add(_ row: DoubtfulRow, of place: ListedPlace) {
    places[place, default: []].append(row)
  }

  mutating func add(_ other: DoubtfulRows) { places.merge(other.places) { $0 + $1 } }

  typealias Found = [(place: ListedPlace, row: DoubtfulRow)]

  /// The rows that change figures, when all rows are written.
  ///
  /// - Parameter first: the number of the first entry that they added.
  func changing(_ transaction: Transaction, since first: Int64) throws -> Found {
    let all = try transaction.times(of: places.keys, since: first)
    var found: Found = []
    for (place, rows) in places {
      guard let times = all[place] else { continue }
      found += rows.filter { ($0.isByList ? times.besideList : times.own).contains($0.time) }
        .map { (place, $0) }
    }
    return found
  }

  /// The rows that change figures by themselves, where they are not written since others have faults. What a level
  /// changes is not known then.
  func changingAlone() throws(OverflowFault) -> Found {
    var found: Found = []
    for (place, rows) in places {
      var sums: [NumberTime: Int64] = [:]
      for row in rows {
        sums[row.time] = try (sums[row.time] ?? 0).adding(row.amount ?? 0)
      }
      found += rows.filter { $0.amount != nil && sums[$0.time] != 0 }.map { (place, $0) }
    }
    return found
  }
}
