public import Database
public import Registers
public import TargetEngine

/// Entries on their way into the ledger, column by column, so that a million of them cost no
/// object each.
public struct EntryBatch: Sendable {
  public private(set) var units: [Int32] = []
  public private(set) var indicators: [Int32] = []
  public private(set) var days: [Int32] = []
  public private(set) var years: [Int32] = []
  public private(set) var amounts: [Int64] = []
  public private(set) var notes = TextColumn()
  public private(set) var sources = TextColumn()
  /// The records that posted them; 0 for none.
  public private(set) var records: [RecordID] = []
  /// The lines of the file that they come from; empty for entries of no file.
  public private(set) var lines: [Int32] = []
  /// What of them is of the very day on which its stock goes back to lists.
  var onTurn: Set<PostingKey> = []
  /// Whether a unit or an indicator has a number that no ledger gives: sums have no room for it.
  private(set) var isForeign = false
  /// Whether numbers give way to a list or come back.
  private(set) var hasOpenings = false
  /// Whether no unit comes before a lower one, as in storage.
  private var isSorted = true

  public init(capacity: Int = 0) {
    units.reserveCapacity(capacity)
    indicators.reserveCapacity(capacity)
    days.reserveCapacity(capacity)
    years.reserveCapacity(capacity)
    amounts.reserveCapacity(capacity)
    notes.reserveCapacity(capacity)
    sources.reserveCapacity(capacity)
    records.reserveCapacity(capacity)
  }

  public var count: Int { units.count }

  /// Adds an entry of a file, whose note is given as UTF-8 bytes.
  public mutating func append(
    unit: UnitID, indicator: IndicatorID, day: Day, year: Int, amount: Int64,
    note: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    lines.append(Int32(clamping: line))
    append(unit: unit, indicator: indicator, day: day, year: year, amount: amount)
    notes.append(note)
    sources.end()
    records.append(0)
  }

  /// Adds an entry without a note that a record posts, or a group by its source.
  mutating func append(_ part: PostingPart, record: RecordID = 0, source: String = "") {
    let key = part.key
    append(
      unit: key.unit, indicator: key.indicator, day: key.day, year: key.year, amount: part.amount)
    notes.end()
    sources.append(source)
    records.append(record)
  }

  mutating func append(_ entry: Entry) {
    append(
      unit: entry.unit, indicator: entry.indicator, day: entry.day, year: entry.year,
      amount: entry.amount)
    let record = EntrySource.record(entry.source)
    hasOpenings = hasOpenings || EntrySource.isOpening(entry.source)
    notes.append(entry.note)
    sources.append(record == nil ? entry.source : "")
    records.append(record ?? 0)
  }

  mutating func append(contentsOf other: EntryBatch) {
    if let last = units.last, let next = other.units.first, next < last { isSorted = false }
    isSorted = isSorted && other.isSorted
    isForeign = isForeign || other.isForeign
    hasOpenings = hasOpenings || other.hasOpenings
    units += other.units
    indicators += other.indicators
    days += other.days
    years += other.years
    amounts += other.amounts
    notes.append(contentsOf: other.notes)
    sources.append(contentsOf: other.sources)
    records += other.records
    lines += other.lines
  }

  /// Adds entries that name their records by the place in a list, from 1 on.
  mutating func append(contentsOf other: EntryBatch, recordedBy ids: [RecordID]) {
    let start = count
    append(contentsOf: other)
    for row in start..<count { records[row] = ids[Int(records[row]) - 1] }
  }

  private mutating func append(
    unit: UnitID, indicator: IndicatorID, day: Day, year: Int, amount: Int64
  ) {
    if unit >> 26 != 0 || indicator >> 16 != 0 { isForeign = true }
    let unit = Int32(truncatingIfNeeded: unit)
    if let last = units.last, unit < last { isSorted = false }
    units.append(unit)
    indicators.append(Int32(truncatingIfNeeded: indicator))
    days.append(Int32(truncatingIfNeeded: day.rawValue))
    years.append(Int32(truncatingIfNeeded: year))
    amounts.append(amount)
  }

  public init(_ entries: [Entry]) {
    self.init(capacity: entries.count)
    for entry in entries { append(entry) }
  }

  /// The same entries in the order in which they are stored: by unit, each unit's as they came. So
  /// a unit's entries lie together, and a drill-down needs no index over all entries. They are put
  /// in place once, since everything after goes through them front to back.
  public func sortedByUnit() -> EntryBatch { isSorted ? self : rows(orderByUnit()) }

  /// The same entries without some rows.
  ///
  /// - Parameter rows: in ascending order.
  public func without(_ rows: [Int]) -> EntryBatch {
    if rows.isEmpty { return self }
    var left = rows[...]
    var rest: [Int] = []
    rest.reserveCapacity(count - rows.count)
    for row in 0..<count {
      if left.first == row { left.removeFirst() } else { rest.append(row) }
    }
    return only(rest)
  }

  /// Some of the entries.
  ///
  /// - Parameter rows: in ascending order.
  public func only(_ rows: [Int]) -> EntryBatch {
    var some = self.rows(rows.map { Int32($0) })
    some.isSorted = isSorted
    return some
  }

  private func rows(_ order: [Int32]) -> EntryBatch {
    var batch = EntryBatch()
    batch.units = order.map { units[Int($0)] }
    batch.indicators = order.map { indicators[Int($0)] }
    batch.days = order.map { days[Int($0)] }
    batch.years = order.map { years[Int($0)] }
    batch.amounts = order.map { amounts[Int($0)] }
    batch.notes = notes.reordered(order)
    batch.sources = sources.reordered(order)
    batch.records = order.map { records[Int($0)] }
    if !lines.isEmpty { batch.lines = order.map { lines[Int($0)] } }
    batch.isForeign = isForeign
    batch.hasOpenings = hasOpenings
    return batch
  }

  /// The rows of each unit of a sorted batch.
  public func stretches() -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    for row in units.indices.dropFirst() where units[row] != units[start] {
      stretches.append(start..<row)
      start = row
    }
    if count > start { stretches.append(start..<count) }
    return stretches
  }

  private func orderByUnit() -> [Int32] {
    let top = Int(units.max() ?? 0)
    if top > 8 * count + 1024 || units.contains(where: { $0 < 0 }) {
      return units.indices.sorted { (units[$0], $0) < (units[$1], $1) }.map { Int32($0) }
    }
    var places = [Int32](repeating: 0, count: top + 2)
    for unit in units { places[Int(unit) + 1] += 1 }
    for index in 1..<places.count { places[index] += places[index - 1] }
    var order = [Int32](repeating: 0, count: count)
    for row in 0..<count {
      let unit = Int(units[row])
      order[Int(places[unit])] = Int32(row)
      places[unit] += 1
    }
    return order
  }
}
