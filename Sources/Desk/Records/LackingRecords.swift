internal import Registers
internal import Storage
internal import TargetEngine

/// The records of a transaction that lack a field without which they count nowhere.
struct LackingRecords {
  private struct Lack: Hashable {
    var register: String
    var field: Int
  }

  private var shapes: [String: RegisterShape] = [:]
  private var records: [Lack: Set<RecordID>] = [:]

  /// Notes a record as it is now.
  mutating func note(_ state: RecordState, in shape: RegisterShape) {
    for field in shape.countedFields {
      let lack = Lack(register: shape.id, field: field)
      if state.isRemoved || !state.data[field].isEmpty {
        records[lack]?.remove(state.id)
      } else {
        shapes[shape.id] = shape
        records[lack, default: []].insert(state.id)
      }
    }
  }

  /// What is to be said of them, by register and field.
  func notices(_ ledger: Ledger) throws -> [LackingNotice] {
    try records.filter { !$0.value.isEmpty }
      .sorted { ($0.key.register, $0.key.field) < ($1.key.register, $1.key.field) }
      .compactMap { lack, records in
        guard let shape = shapes[lack.register] else { return nil }
        return LackingNotice(
          register: shape.name, field: shape.fields[lack.field],
          records: try records.sorted().map { try ledger.publicID($0) })
      }
  }
}
