public import Database
internal import Journal
public import Registers
public import TargetEngine

/// Rows of an import that are left out since what they say is known: what says it.
public struct KnownRows: Sendable {
  /// For each row of entries an entry that it equals, by the transactions with all that it equals.
  public internal(set) var entries: [Set<Int64>: NumberRuns] = [:]
  /// For each row of targets the revision that it equals.
  public internal(set) var targets = NumberRuns()
  /// For each row of a register the record that is as it says, by the columns in which it says anything.
  public internal(set) var records: [[String]: NumberRuns] = [:]

  /// For each row of units the unit that is as it says.
  public internal(set) var units = NumberRuns()
  /// For each row of indicators the indicator that is as it says.
  public internal(set) var indicators = NumberRuns()
  /// The days of the calendar that rows say again, as the journal writes days.
  public internal(set) var days = NumberRuns()

  /// The columns that every register has beside its fields.
  public static let (stage, note) = ("stage", "note")

  /// None.
  public init() {}

  /// Notes rows that entries equal, of which the first is given.
  public mutating func add(entry: Int64, rows: Int = 1, of others: Set<Int64>) {
    for _ in 0..<rows { entries[others, default: NumberRuns()].add(entry) }
  }

  /// Notes rows that target revisions equal.
  public mutating func add(targets: some Sequence<Int64>) {
    for target in targets { self.targets.add(target) }
  }

  /// Notes a row that changes nothing of a record.
  ///
  /// - Parameter columns: the names of the fields, and of the system's columns, in which it says anything.
  public mutating func add(record: RecordID, columns: [String]) {
    records[columns, default: NumberRuns()].add(record)
  }

  /// Notes a row that says what is known of a unit.
  public mutating func add(unit: UnitID) { units.add(unit) }

  /// Notes a row that says what is known of an indicator.
  public mutating func add(indicator: IndicatorID) { indicators.add(indicator) }

  /// Notes a row that says what the calendar has of a day.
  public mutating func add(day: Day) { days.add(Int64(day.rawValue)) }

  var isEmpty: Bool {
    entries.isEmpty && records.isEmpty
      && [targets, units, indicators, days].allSatisfy(\.isEmpty)
  }

  /// How many rows there are.
  var count: Int64 {
    ([targets, units, indicators, days] + entries.values + records.values)
      .reduce(0) { $0 &+ $1.count }
  }

  /// How many rows say what units, indicators and days of the calendar do not say any more.
  func count(of gone: GoneThings) -> Int {
    units.count(among: gone.units) + indicators.count(among: gone.indicators)
      + days.count(among: gone.days)
  }

  private var named: [(String, NumberRuns)] {
    [("target", targets), ("unit", units), ("indicator", indicators), ("day", days)]
  }

  /// As the journal keeps it.
  var state: FieldList {
    var state = FieldList()
    for (others, runs) in entries.map({ (others: $0.key.sorted(), runs: $0.value) })
      .sorted(by: { $0.others.lexicographicallyPrecedes($1.others) })
    {
      let others = others.map { "\($0)" }.joined(separator: ",")
      state.add("value", "\(runs.count) \(others) \(runs.text)")
    }
    for (name, runs) in named where !runs.isEmpty { state.add(name, runs.text) }
    for (columns, runs) in records.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      state.add("record", "\(runs.text) \(columns.joined(separator: ","))")
    }
    return state
  }

  /// - Parameter text: as the journal keeps it.
  init(_ text: String) { self.init(FieldList(parsing: text)) }

  /// - Parameter state: as the journal keeps it.
  init(_ state: FieldList) {
    for value in state.all("value") {
      let parts = value.split(separator: " ")
      guard parts.count == 3 else { continue }
      let others = Set(parts[1].split(separator: ",").compactMap { Int64($0) })
      entries[others] = NumberRuns(parsing: parts[2])
    }
    let runs = { (name: String) in NumberRuns(parsing: (state[name] ?? "")[...]) }
    (targets, units) = (runs("target"), runs("unit"))
    (indicators, days) = (runs("indicator"), runs("day"))
    for value in state.all("record") {
      let parts = value.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let columns = parts[1].split(separator: ",").map { String($0) }
      records[columns] = NumberRuns(parsing: parts[0])
    }
  }
}

extension Ledger {
  /// Notes rows of levels that statements in force say: for each the entry of its statement.
  public func note(standing entries: [Int64], in rows: inout KnownRows) throws(StorageError) {
    var last: (row: JournalRow, root: Int64)?
    for seq in entries.sorted() {
      if last.map({ !$0.row.entries.range.contains(seq) }) ?? true {
        guard let row = try transaction(ofEntry: seq) else { continue }
        last = (row, try root(of: row))
      }
      if let last { rows.add(entry: seq, of: [last.root]) }
    }
  }
}
