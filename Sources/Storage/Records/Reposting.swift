public import Registers
public import TargetEngine

/// Brings the ledger into line with records that changed: for each of them, and for each group
/// they belong or belonged to, posts the difference between what is called for and what stands in
/// the ledger in its name. Source: `engine.md`, "A register posts by itself".
///
/// Its cost follows the records touched, whatever the size of registers and ledger.
public struct Reposting {
  private let transaction: Transaction
  /// The records with their present states; none for one that is no more.
  private var records: [RecordID: (shape: RegisterShape, state: RecordState?)] = [:]
  private var groups = TouchedGroups()
  /// The records of which those were noted that they drive.
  private var followed: Set<RecordID> = []
  /// Records made in this transaction, for which nothing can stand in the ledger yet.
  private var made: Set<RecordID> = []
  /// The entries to be posted.
  private var ready: ReadyPostings
  /// From this many entries on they are posted while the reading thread goes on.
  private static let portion = 1 << 14

  /// - Parameter checksDays: false for what only brings back what was there.
  public init(_ transaction: Transaction, checksDays: Bool = true) {
    self.transaction = transaction
    ready = ReadyPostings(transaction, checksDays: checksDays)
  }

  /// Notes every record of a unit and of all below it, since the rules changed by which they post.
  public mutating func touch(below unit: UnitID) throws {
    ready.touchRules(below: unit)
    var query = RecordQuery()
    query.unit = unit
    try touch(query) { !$0.isEmpty }
  }

  /// Notes the groups that are a unit or one that it was merged into: to be asked for before and after it is
  /// closed, merged, moved or brought back.
  public mutating func touch(groupsOf unit: UnitID) throws {
    let unitGroups = UnitGroups(succession: try UnitSuccession(transaction.ledger))
    for shape in transaction.ledger.allShapes() {
      for (measure, group) in shape.groups.enumerated()
      where shape.fields[group.field].kind.element == .unit {
        let group = TouchedGroup(register: shape.id, measure: measure, key: .unit(unit))
        for group in group.all(in: unitGroups) { groups.insert(group) }
      }
    }
  }

  /// Notes every record, and every place with a list.
  public mutating func touchAll() throws {
    for root in try transaction.ledger.roots() { try touch(below: root.unit.id) }
    try touch(RecordQuery()) { !$0.isEmpty }
  }

  /// Notes every record that may post to indicators, which are new: until now it had nowhere to.
  public mutating func touch(postingTo indicators: Set<String>) throws {
    try touch(RecordQuery()) { !indicators.isDisjoint(with: $0) }
  }

  /// Notes the records that a query finds in those registers whose indicators `include` takes.
  private mutating func touch(
    _ query: RecordQuery, where include: ([String]) -> Bool
  ) throws {
    for slot in transaction.ledger.slots where include(slot.posted()) {
      guard let shape = transaction.ledger.shape(slot.id) else { continue }
      for state in try transaction.ledger.records(query, in: shape) {
        note(state.id, shape, old: nil, new: state)
      }
    }
  }

  /// Notes a change of a record, whose new state is stored already.
  public mutating func touch(
    _ shape: RegisterShape, old: RecordState?, new: RecordState?
  ) throws {
    guard let id = new?.id ?? old?.id else { return }
    note(id, shape, old: old, new: new)
    try noteFed(by: shape, [old, new])
    // Nothing names a record that is made just now.
    if old == nil { made.insert(id) } else { try noteDriven(by: id, shape) }
  }

  /// Notes the records that post by what a changed one says, and those that these drive.
  private mutating func noteFed(by shape: RegisterShape, _ states: [RecordState?]) throws {
    for field in shape.fields.indices where shape.fields[field].roles.contains(.feeds) {
      let named = Set(states.flatMap { $0?.data[field].values ?? [] }).compactMap(\.record)
      for id in named where records[id] == nil {
        guard let fed = try transaction.ledger.register(of: id),
          let state = try transaction.ledger.record(id, in: fed)
        else { continue }
        note(id, fed, old: nil, new: state)
        try noteDriven(by: id, fed)
      }
    }
  }

  /// Notes the records whose postings another decides, and those whose postings they decide in turn.
  private mutating func noteDriven(by id: RecordID, _ shape: RegisterShape) throws {
    var drivers = [(id, shape)]
    while let (id, shape) = drivers.popLast() {
      guard followed.insert(id).inserted else { continue }
      for (other, field) in transaction.ledger.driven(by: shape) {
        for state in try transaction.ledger.records(in: other, where: field, is: .record(id)) {
          if records[state.id] == nil { records[state.id] = (other, state) }
          for (measure, group) in other.groups.enumerated() {
            // What groups are made by decides only its own.
            let keys = group.field == field ? [.record(id)] : group.keys(of: state)
            for key in keys {
              groups.insert(
                TouchedGroup(register: other.id, measure: measure, key: key), [state.id])
            }
          }
          drivers.append((state.id, other))
        }
      }
    }
  }

  /// Posts what records call for that were made just now, when other records have no say in it.
  ///
  /// - Parameter ids: the numbers of the list's records, which ascend.
  public mutating func made(_ ids: [RecordID], callingFor postings: ListPostings) {
    ready.append(postings, of: ids)
  }

  private mutating func note(
    _ id: RecordID, _ shape: RegisterShape, old: RecordState?, new: RecordState?
  ) {
    records[id] = (shape, new)
    for (measure, group) in shape.groups.enumerated() {
      let keys = new.map { group.keys(of: $0) } ?? []
      for key in group.keys(of: old, and: new) {
        groups.insert(
          TouchedGroup(register: shape.id, measure: measure, key: key),
          keys.contains(key) ? [id] : [])
      }
    }
  }

  /// How many of the records call for something that does not count, by the rules that leave it to numbers.
  public var uncounted: [Sourcing: Int] { ready.uncounted.mapValues(\.count) }

  /// What new records call for once there is so much of it that it is better posted now.
  public mutating func portion() throws -> EntryBatch? {
    ready.count < Reposting.portion ? nil : try ready.handOver()
  }

  /// The entries that are left to be posted; none when the ledger is in line.
  ///
  /// - Throws: `PostingDayFault`.
  public mutating func batch() throws -> EntryBatch {
    let reader = StoredRecords(transaction.ledger, isSettled: true)
    for id in records.keys.sorted() {
      guard let (shape, state) = records[id] else { continue }
      try ready.add(
        try state.map { try shape.wanted($0, reader) } ?? [], of: [id],
        beside: made.contains(id) ? [:] : try ready.posted(by: id)
      ) { $0.append($1, record: id) }
    }
    // Few registers have groups that are units, and only these ask which are closed.
    let unitGroups = UnitGroups(
      succession: groups.hasUnits ? try UnitSuccession(transaction.ledger) : nil)
    for (group, records) in groups.all(in: unitGroups) {
      guard let shape = transaction.ledger.shape(group.register) else { continue }
      let measure = shape.groups[group.measure]
      let wanted = try unitGroups.wanted(measure, in: shape, group.key, reader) {
        try transaction.ledger.records(in: shape, where: measure.field, is: $0)
      }
      let posted = try GroupPostings(transaction.ledger, measure, group.key)
      try ready.add(wanted, of: records, beside: posted.amounts) {
        for (part, source) in try posted.parts($1) { $0.append(part, source: source) }
      }
    }
    return try ready.handOver()
  }
}
