internal import Database
internal import Registers
internal import TargetEngine

extension Ledger {
  /// The names of records that are out of force. No command leaves one; earlier versions did when something
  /// was undone.
  func namesOfRemoved(
    of states: [RecordState], in shape: RegisterShape
  ) throws(StorageError) -> [Advice] {
    let fields = shape.fields.indices.filter { !shape.fields[$0].kind.registers.isEmpty }
    if fields.isEmpty { return [] }
    let named = Set(fields.flatMap { field in states.flatMap { $0.named(in: field) } })
    var standing: Set<RecordID> = []
    for register in Set(fields.flatMap { shape.fields[$0].kind.registers }) {
      guard let table = self.shape(register).map({ self.table($0) }) else { continue }
      standing.formUnion(
        try connection.rows(of: named.sorted()) {
          "SELECT id FROM \(table.name) WHERE removed = 0 AND id IN (\($0))"
        } row: {
          $0.int(0)
        })
    }
    return states.flatMap { state in
      fields.flatMap { field in
        state.named(in: field).filter { !standing.contains($0) }.map {
          Advice.namesRemoved(shape.name, state.id, shape.fields[field], $0)
        }
      }
    }
  }
}

extension RecordState {
  /// The records that a field names.
  fileprivate func named(in field: Int) -> [RecordID] { data[field].values.compactMap(\.record) }
}
