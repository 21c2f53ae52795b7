internal import Registers
internal import TargetEngine

/// A record as it was before a transaction; without a state when the transaction created it.
struct EarlierRecord {
  var register: String
  var state: RecordState?
}

/// The records as they were before a transaction, to compare how far a rule was broken then: those
/// in the tables, with earlier states in place of the changed ones.
struct EarlierRecords: RecordReader {
  private let ledger: Ledger
  private let now: StoredRecords
  private let changed: [RecordID: EarlierRecord]

  init(_ ledger: Ledger, _ changed: [RecordID: EarlierRecord]) {
    self.ledger = ledger
    now = StoredRecords(ledger)
    self.changed = changed
  }

  func members(
    of key: [Datum], by rule: GroupRuleShape, in shape: RegisterShape
  ) throws -> [RecordState] {
    try withEarlier(
      try ledger.members(of: key, by: rule, in: shape), of: shape.id
    ) { rule.keys(of: $0).contains(key) }
  }

  func state(_ id: RecordID) throws -> RecordState? {
    guard let earlier = changed[id] else { return try now.state(id) }
    return earlier.state.flatMap { $0.isRemoved ? nil : $0 }
  }

  func states(of register: String, where field: String, is value: Datum) throws -> [RecordState] {
    guard let shape = ledger.shape(register), let index = shape.field(named: field) else {
      return []
    }
    let sought = shape.fields[index].compared(value)
    return try withEarlier(
      try now.states(of: register, where: field, is: value), of: register
    ) { shape.fields[index].compared($0.data[index]).values.contains(sought) }
  }

  /// Those of some records that did not change, and those that did and belonged to them.
  private func withEarlier(
    _ states: [RecordState], of register: String, where belonged: (RecordState) -> Bool
  ) throws -> [RecordState] {
    let same = states.filter { changed[$0.id] == nil }
    let earlier = changed.values.filter { $0.register == register }.compactMap(\.state)
    return (same + earlier.filter { !$0.isRemoved && belonged($0) }).sorted { $0.id < $1.id }
  }

  func register(of id: RecordID) throws -> String? {
    try changed[id]?.register ?? now.register(of: id)
  }

  func place(of id: RecordID) throws -> UnitID? { try now.place(of: id) }
  func version(of rule: Rule, on day: Day) throws -> RuleVersion? {
    try now.version(of: rule, on: day)
  }
  func calendar() throws -> WorkCalendar { try now.calendar() }
  func firstMonth(of indicator: IndicatorDeclaration) throws -> Int {
    try now.firstMonth(of: indicator)
  }
  func units(of kind: UnitKind, within unit: UnitID, on day: Day) throws -> [UnitID] {
    try now.units(of: kind, within: unit, on: day)
  }
}
