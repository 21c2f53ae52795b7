internal import Registers
internal import Storage
internal import TargetEngine

/// The records of a transaction whose numbers stand beside a list, where either changed.
struct TouchedRosters {
  private let ledger: Ledger
  /// Whose lists the records of a register make.
  private let owners: [String: [String]]
  private var touched: [String: Set<RecordID>] = [:]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    let pairs = ledger.slots.compactMap { slot in slot.listedIn.map { ($0, slot.id) } }
    owners = Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
  }

  mutating func touch(_ shape: RegisterShape, old: RecordState?, new: RecordState?) {
    if shape.roster != nil, let new { touched[shape.id, default: []].insert(new.id) }
    for owner in owners[shape.id] ?? [] {
      guard let roster = ledger.shape(owner)?.roster, let field = shape.field(named: roster.field)
      else { continue }
      for id in [old, new].compactMap({ $0?.data[field].record }) {
        touched[owner, default: []].insert(id)
      }
    }
  }

  /// Those of them whose lists and numbers are not the same now.
  func differing() throws -> [RosterNotice] {
    try touched.sorted { $0.key < $1.key }.flatMap { register, ids -> [RosterNotice] in
      guard let shape = ledger.shape(register), let roster = shape.roster else { return [] }
      let names = try (RecordNames(ledger, .zh), RecordNames(ledger, .en))
      return try ids.sorted().compactMap { id in
        guard let state = try ledger.record(id, in: shape), !state.isRemoved,
          let numbers = try ledger.roster(of: state, in: shape), numbers.differ
        else { return nil }
        return RosterNotice(
          record: try ledger.publicID(id),
          label: Text(try names.0.label(state, shape), try names.1.label(state, shape)),
          whole: shape.fields[roster.whole], numbers: numbers)
      }
    }
  }
}
