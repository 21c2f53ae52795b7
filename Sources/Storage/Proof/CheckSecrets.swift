internal import Database
internal import Registers

extension Ledger {
  /// Proves that every record with secrets has its key, and, where the key that opens the database is
  /// at hand, that it opens them.
  func secretFaults(_ limit: Int) throws -> [Inconsistency] {
    var keyless = Set(try connection.rows("SELECT record FROM record_key") { $0.int(0) })
    if keyless.isEmpty, try masterKey() == nil { return [] }
    var faults: [Inconsistency] = []
    let ring = try? keyring(mayAsk: false)
    for shape in allShapes() where shape.fields.contains(where: \.isSecret) {
      for state in try records(withSecretsIn: shape) {
        let isKept = keyless.remove(state.id) != nil
        let isRight = try isKept && (ring == nil || opens(state, shape))
        if !isRight { faults.append(.secrets(state.id)) }
      }
    }
    // A record may have had secrets once; one that never was has no key.
    for record in keyless.sorted() where try changes(of: record).isEmpty {
      faults.append(.secrets(record))
    }
    return Array(faults.prefix(limit))
  }

  private func records(
    withSecretsIn shape: RegisterShape
  ) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    return try connection.rows("SELECT \(table.list) FROM \(table.name) ORDER BY id") {
      table.state($0)
    }.filter { $0.data.contains(where: \.isSealed) }
  }

  private func opens(_ state: RecordState, _ shape: RegisterShape) throws -> Bool {
    do {
      _ = try opened([state], in: shape, mayAsk: false)
      return true
    } catch SecretsFault.damaged {
      return false
    }
  }
}
