internal import Journal
internal import Registers
internal import Storage

/// Secrets that a transaction was given and that were compared with those of records. Where it is not written,
/// its answer still tells who has them, so that it is noted as a search is. See decision 0037.
struct SecretTrials {
  private var found: [FieldShape: Set<RecordID>] = [:]
  private var misses: [FieldShape: Int] = [:]

  var isEmpty: Bool { found.isEmpty && misses.isEmpty }

  /// Notes a secret, and the records that have it.
  mutating func note(_ field: FieldShape, found records: [RecordID]) {
    if records.isEmpty {
      misses[field, default: 0] += 1
    } else {
      found[field, default: []].formUnion(records)
    }
  }

  /// The fields with what was found, in the order of their names.
  var fields: [(field: FieldShape, found: [RecordID], misses: Int)] {
    Set(found.keys).union(misses.keys).sorted { $0.name < $1.name }.map {
      ($0, (found[$0] ?? []).sorted(), misses[$0] ?? 0)
    }
  }
}

extension SecretTrials {
  /// Notes the secrets that were given to a record once more: an unchanged record shows that it has the same.
  ///
  /// - Parameter isGiven: whether a field was written.
  mutating func note(
    _ new: RecordState, after old: RecordState, in shape: RegisterShape, isGiven: (Int) -> Bool
  ) {
    for field in shape.fields.indices
    where shape.fields[field].isSecret && isGiven(field) && !old.data[field].isEmpty
      && !new.data[field].isEmpty
    {
      note(shape.fields[field], found: new.data[field] == old.data[field] ? [old.id] : [])
    }
  }

  /// Notes the identity by which a record was sought.
  mutating func note(
    identityOf state: RecordState, found records: [RecordState], in shape: RegisterShape
  ) {
    for field in shape.identityFields where !state.data[field].isEmpty {
      if case .secret(let secret) = state.data[field], secret.open != nil {
        note(shape.fields[field], found: records.map(\.id))
      }
    }
  }
}

extension Ledger {
  /// Writes to the journal which secrets were compared by a transaction that is not kept, before its answer is shown.
  ///
  /// - Returns: the head with the note; nil where there is nothing to note.
  func note(_ trials: SecretTrials, by author: Author) throws -> Head? {
    if trials.isEmpty { return nil }
    return try write(author) { transaction in
      for (field, found, misses) in trials.fields {
        // What was made along with it is gone.
        let records = try found.filter { try register(of: $0) != nil }
        try transaction.noteTrials(of: field, found: records, misses: misses)
      }
    }.head
  }
}
