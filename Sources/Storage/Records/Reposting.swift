public import Registers
public import TargetEngine

/// Brings the ledger into line with records that changed: for each of them, and for each group
/// they belong or belonged to, posts the difference between what is called for and what stands in
/// the ledger in its name. Source: `engine.md`, "A register posts by itself".
///
/// Its cost follows the records touched, whatever the size of registers and ledger.
public struct Reposting {
  let transaction: Transaction
  var records = TouchedRecords()
  var groups = TouchedGroups()
  /// The records of which those were noted that they drive.
  private var followed: Set<RecordID> = []
  /// The entries to be posted.
  var ready: ReadyPostings
  /// From this many entries on they are posted while the reading thread goes on.
  private static let portion = 1 << 14

  /// - Parameter checksDays: false for what only brings back what was there.
  public init(_ transaction: Transaction, checksDays: Bool = true) {
    self.transaction = transaction
    ready = ReadyPostings(transaction, checksDays: checksDays)
  }

  /// Notes every record of a unit and of all below it, since the rules changed by which they post.
  ///
  /// - Parameter indicator: the one whose rules changed; nil where the unit comes under the rules of other units.
  public mutating func touch(below unit: UnitID, rulesOf indicator: IndicatorID? = nil) throws {
    if let indicator { ready.changedRules.insert(indicator) }
    records.noteRuled(try touch(allBelow: unit))
  }

  private mutating func touch(allBelow unit: UnitID) throws -> [RecordID] {
    ready.touchRules(below: unit)
    var query = RecordQuery()
    query.unit = unit
    return try touch(query) { !$0.isEmpty }
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
    for root in try transaction.ledger.roots() { _ = try touch(allBelow: root.unit.id) }
    _ = try touch(RecordQuery()) { !$0.isEmpty }
  }

  /// Notes every record that may post to indicators, which are new: until now it had nowhere to.
  public mutating func touch(postingTo indicators: Set<String>) throws {
    _ = try touch(RecordQuery()) { !indicators.isDisjoint(with: $0) }
  }

  /// Notes the records that a query finds in those registers whose indicators `include` takes.
  private mutating func touch(
    _ query: RecordQuery, where include: ([String]) -> Bool
  ) throws -> [RecordID] {
    var found: [RecordID] = []
    for slot in transaction.ledger.slots where include(slot.posted()) {
      guard let shape = transaction.ledger.shape(slot.id) else { continue }
      for state in try transaction.ledger.records(query, in: shape) {
        note(state.id, shape, old: nil, new: state)
        found.append(state.id)
      }
    }
    return found
  }

  /// Notes a change of a record, whose new state is stored already.
  public mutating func touch(
    _ shape: RegisterShape, old: RecordState?, new: RecordState?
  ) throws {
    guard let id = new?.id ?? old?.id else { return }
    note(id, shape, old: old, new: new)
    try noteFed(by: shape, [old, new])
    // Nothing names a record that is made just now.
    if old == nil { records.noteMade(id) } else { try noteDriven(by: id, shape) }
  }

  /// Notes the records that post by what a changed one says, and those that these drive.
  private mutating func noteFed(by shape: RegisterShape, _ states: [RecordState?]) throws {
    for field in shape.fields.indices where shape.fields[field].roles.contains(.feeds) {
      let named = Set(states.flatMap { $0?.data[field].values ?? [] }).compactMap(\.record)
      for id in named where records.states[id] == nil {
        guard let fed = try transaction.ledger.register(of: id),
          let state = try transaction.ledger.record(id, in: fed)
        else { continue }
        note(id, fed, old: nil, new: state)
        records.noteDriven(state, fed)
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
          records.noteDriven(state, other)
          for (measure, group) in other.groups.enumerated() {
            // What groups are made by decides only its own.
            let keys = group.field == field ? [.record(id)] : group.keys(of: state)
            for key in keys {
              groups.insert(
                TouchedGroup(register: other.id, measure: measure, key: key),
                GroupTouch(members: [state.id], all: [state.id]))
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
    records.note(id, shape, old: old, new: new)
    for (measure, group) in shape.groups.enumerated() {
      let keys = new.map { group.keys(of: $0) } ?? []
      for key in group.keys(of: old, and: new) {
        groups.insert(
          TouchedGroup(register: shape.id, measure: measure, key: key),
          GroupTouch(members: keys.contains(key) ? [id] : [], all: [id]))
      }
    }
  }

  /// The records that call for something that does not count, by the rules that leave it to numbers: by register,
  /// those of one by their numbers.
  public var uncounted: [Sourcing: [RecordID]] { ready.uncounted.mapValues(records.inOrder) }

  /// The same by the rules of the indicators whose rules changed, where any did.
  var uncountedByRules: [Sourcing: [RecordID]] {
    let changed = ready.changedRules
    return changed.isEmpty
      ? uncounted : uncounted.filter { changed.contains($0.key.indicator) }
  }

  /// What records begin to count that were left to numbers until now, and the other way round.
  public var shifts: [CountShift] { ready.shifts.all }

  /// What new records call for once there is so much of it that it is better posted now.
  public mutating func portion() throws -> EntryBatch? {
    ready.count < Reposting.portion ? nil : try ready.handOver()
  }
}
