internal import Registers
internal import TargetEngine

/// The entries that records call for, until they are posted: first those of new records by themselves,
/// in the order of the records, then the differences of all others.
struct ReadyPostings {
  private let transaction: Transaction
  /// Whether days outside of all plan years are refused. An undo restores whatever was there.
  private let checksDays: Bool
  /// The units below which the rules may have changed that say who reports by list.
  private var ruled: Set<UnitID> = []
  private var entries = EntryBatch()
  /// How many of them are of new records by themselves.
  private var ofMade = 0
  private var known: ListSources?
  /// The records that call for something that does not count, by the rules that leave it to numbers.
  private(set) var uncounted: [Sourcing: Set<RecordID>] = [:]
  /// The indicators whose rules this transaction changed.
  var changedRules: Set<IndicatorID> = []
  /// What begins to count, and what counts no more.
  private(set) var shifts = CountShifts()

  init(_ transaction: Transaction, checksDays: Bool) {
    self.transaction = transaction
    self.checksDays = checksDays
  }

  var count: Int { entries.count }

  /// Notes that the rules may have changed of a unit and all below it.
  mutating func touchRules(below unit: UnitID) { ruled.insert(unit) }

  /// Adds what new records of a list call for by themselves.
  ///
  /// - Parameter ids: the numbers of the records, ascending.
  mutating func append(_ postings: ListPostings, of ids: [RecordID]) {
    entries.append(contentsOf: postings.entries, recordedBy: ids)
    ofMade = entries.count
  }

  /// Adds the difference between what is called for and what is in the ledger.
  mutating func add(
    _ call: Call, _ append: (inout EntryBatch, PostingPart) throws -> Void
  ) throws {
    var sources = try sources()
    let left = try sources.leftToNumbers(call.wanted)
    for left in left {
      uncounted[left.rule, default: []].formUnion(
        try call.records.filter { id in
          try call.alone.map { try sources.leave($0(id), at: left) } ?? true
        })
    }
    let changes = LineChanges(of: call, left: left, sources, changedRules)
    for part in try sources.difference(call.wanted, call.posted) {
      if checksDays, call.posted[part.key] == nil { try part.key.expectYear() }
      try append(&entries, part)
      let line = sources.line(of: part.key)
      if let turn = changes.turn(line) {
        try shifts.add(part, of: line, turn, call.touching)
      }
    }
    known = sources
  }

  /// Whether any rule says that a unit reports by number.
  mutating func hasNumberRules() throws -> Bool {
    let sources = try sources()
    defer { known = sources }
    return sources.hasNumberRules
  }

  /// What of a record was left to numbers before a change and is not now, and the other way round.
  mutating func shift(from old: [Wanted], to new: [Wanted]) throws -> Shift {
    var sources = try sources()
    defer { known = sources }
    let (before, now) = (try sources.leftToNumbers(old), try sources.leftToNumbers(new))
    let (left, leaves) = (Set(before.map(\.line)), Set(now.map(\.line)))
    return Shift(begun: left.subtracting(leaves), ended: leaves.subtracting(left))
  }

  /// The entries, with the opposites of numbers that they replace, leaving none.
  mutating func handOver() throws -> EntryBatch {
    let changed = try placesBelowRuled()
    if count == 0, changed.isEmpty { return entries }
    var sources = try sources()
    var batch = entries.sortedByUnit()
    entries = EntryBatch()
    ofMade = 0
    for entry in try sources.openingFigures(
      beside: batch, changed: changed, in: transaction)
    {
      batch.append(entry)
    }
    batch = batch.sortedByUnit()
    batch.onTurn = sources.onTurn
    known = sources
    return batch
  }

  /// The places with a list whose rules may have changed.
  private func placesBelowRuled() throws -> Set<ListedPlace> {
    if ruled.isEmpty { return [] }
    let listed = try transaction.ledger.listed()
    let connection = transaction.connection
    try transaction.tree.learn(Set(listed.map(\.unit)).sorted()) { try connection.parents(of: $0) }
    return listed.filter { !ruled.isDisjoint(with: transaction.tree.path(from: $0.unit)) }
  }

  /// The amounts that a record has posted, or that are ready for it.
  func posted(by id: RecordID) throws -> [PostingKey: Int64] {
    var posted = try transaction.ledger.posted(by: id)
    for row in rows(of: id) {
      guard let key = entries.key(of: row) else { continue }
      posted[key] = try posted[key, default: 0].adding(entries.amounts[row])
    }
    return posted
  }

  /// The rows of a record that was made in this transaction.
  private func rows(of id: RecordID) -> Range<Int> {
    let owners = entries.records[..<ofMade]
    var (low, high) = (0, owners.count)
    while low < high {
      let middle = (low + high) / 2
      if owners[middle] < id { low = middle + 1 } else { high = middle }
    }
    let count = owners[low...].prefix { $0 == id }.count
    return low..<(low + count)
  }

  /// Takes the sources out, to be put back after use: two owners would make each change a copy.
  private mutating func sources() throws -> ListSources {
    let sources = try known ?? ListSources(transaction.ledger)
    known = nil
    return sources
  }
}
