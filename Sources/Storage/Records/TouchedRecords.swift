internal import Registers
internal import TargetEngine

/// The records that changes touch, and why.
struct TouchedRecords {
  /// The records with their present states; none for one that is no more.
  private(set) var states: [RecordID: (shape: RegisterShape, state: RecordState?)] = [:]
  /// The states that changed records had before.
  private var before: [RecordID: RecordState] = [:]
  /// Records made in this transaction, for which nothing can stand in the ledger yet.
  private(set) var made: Set<RecordID> = []
  /// Records that post by what others say that changed.
  private var driven: Set<RecordID> = []
  /// Records below units whose rules, or whose places under them, changed.
  private var ruled: Set<RecordID> = []

  /// Notes a record.
  ///
  /// - Parameter old: what it was where it changed itself.
  mutating func note(
    _ id: RecordID, _ shape: RegisterShape, old: RecordState?, new: RecordState?
  ) {
    states[id] = (shape, new)
    if let old, before[id] == nil, !made.contains(id) { before[id] = old }
  }

  mutating func noteMade(_ id: RecordID) { made.insert(id) }

  mutating func noteDriven(_ state: RecordState, _ shape: RegisterShape) {
    if states[state.id] == nil { states[state.id] = (shape, state) }
    driven.insert(state.id)
  }

  mutating func noteRuled(_ ids: [RecordID]) { ruled.formUnion(ids) }

  /// Records by register, those of one by their numbers.
  func inOrder(_ ids: Set<RecordID>) -> [RecordID] {
    ids.sorted { (states[$0]?.shape.id ?? "", $0) < (states[$1]?.shape.id ?? "", $1) }
  }

  /// For each record that changed, or posts by what changed, what it called for by itself before and what it calls
  /// for now.
  func changes(
    _ groups: UnitGroups, _ ledger: Ledger
  ) throws -> [(id: RecordID, old: [Wanted], new: [Wanted])] {
    var changed: [RecordID: EarlierRecord] = [:]
    for id in made.union(before.keys) {
      guard let shape = states[id]?.shape else { continue }
      changed[id] = EarlierRecord(register: shape.id, state: before[id])
    }
    let (earlier, reader) = (
      EarlierRecords(ledger, changed), StoredRecords(ledger, isSettled: true)
    )
    return try driven.union(before.keys).subtracting(made).compactMap { id in
      guard let (shape, new) = states[id], let old = before[id] ?? new else { return nil }
      return (
        id, try groups.wanted(by: old, in: shape, earlier),
        try new.map { try groups.wanted(by: $0, in: shape, reader) } ?? []
      )
    }
  }

  /// Why what some records call for may begin to count, or count no more.
  func cause(of ids: [RecordID], _ shifts: [RecordID: Shift]) -> Call.Cause? {
    let changes = ids.compactMap { shifts[$0] }
    if !changes.isEmpty { return .change(changes.reduce(Shift()) { $0.union($1) }) }
    return ids.contains { ruled.contains($0) } ? .rules : nil
  }
}
