internal import Cryptography
public import Database
internal import Journal
public import Registers

extension Ledger {
  /// A value that can be looked for in the database: an open secret is blinded.
  public func blinded(_ datum: Datum, _ kind: FieldKind) throws -> Datum {
    guard case .secret(let secret) = datum, case .secret(let form) = kind,
      let value = secret.open
    else { return datum }
    let blind = try keyring(mayAsk: true).blind(value, form)
    return .secret(Secret(Secret.Seal(blind: blind, box: "")))
  }

  /// The stored secret in place of an open one of the same value, so that what was typed again is
  /// no change.
  public func settled(_ datum: Datum, after old: Datum, _ kind: FieldKind) throws -> Datum {
    guard case .secret(let new) = datum, new.open != nil, case .secret(let stored) = old,
      let seal = stored.seal, try blinded(datum, kind).value == .text(seal.blind)
    else { return datum }
    return old
  }

  /// The secrets of records that stand in them sealed, opened. What a box holds has to be what can be
  /// looked for in its field: a box that was moved to another field opens, and is none of this one.
  ///
  /// - Parameter mayAsk: whether a person may be asked for the key.
  /// - Throws: `SecretsFault`.
  public func opened(
    _ states: [RecordState], in shape: RegisterShape, mayAsk: Bool
  ) throws -> [RecordState] {
    let sealed = states.filter { $0.data.contains { $0.isSealed } }.map(\.id)
    guard !sealed.isEmpty else { return states }
    let ring = try keyring(mayAsk: mayAsk)
    let keys = try dataKeys(of: sealed)
    return try states.map { state in
      var state = state
      for (index, datum) in state.data.enumerated() {
        guard case .secret(let secret) = datum, let seal = secret.seal,
          case .secret(let form) = shape.fields[index].kind
        else { continue }
        guard let wrapped = keys[state.id] else { throw SecretsFault.damaged }
        let value = try ring.unwrap(wrapped).open(seal.box, of: state.id)
        guard try ring.blind(value, form) == seal.blind else { throw SecretsFault.damaged }
        state.data[index] = .secret(Secret(open: value))
      }
      return state
    }
  }

  /// How many records are asked for in one statement.
  private static let page = 64

  private func dataKeys(of records: [RecordID]) throws(StorageError) -> [RecordID: [UInt8]] {
    let places = (1...Ledger.page).map { "?\($0)" }.joined(separator: ", ")
    let sql = "SELECT record, wrapped FROM record_key WHERE record IN (\(places))"
    var keys: [RecordID: [UInt8]] = [:]
    for start in stride(from: 0, to: records.count, by: Ledger.page) {
      let page = records[start..<min(start + Ledger.page, records.count)]
      // The places left over ask for a record that never is.
      let values =
        page.map { Value.int($0) }
        + Array(repeating: .int(0), count: Ledger.page - page.count)
      for (record, key) in try connection.rows(sql, values, { ($0.int(0), $0.blob(1)) }) {
        keys[record] = key
      }
    }
    return keys
  }
}

extension Transaction {
  /// The record with its open secrets sealed.
  func sealed(_ state: RecordState, in shape: RegisterShape) throws -> RecordState {
    var state = state
    for (index, field) in shape.fields.enumerated() {
      guard case .secret(let secret) = state.data[index], let value = secret.open,
        case .secret(let form) = field.kind
      else { continue }
      let ring = try ledger.keyring(mayAsk: true)
      let box = try dataKey(of: state.id, ring).seal(value, of: state.id)
      state.data[index] = .secret(Secret(Secret.Seal(blind: try ring.blind(value, form), box: box)))
    }
    return state
  }

  /// The key of a record, made at its first secret.
  private func dataKey(of record: RecordID, _ ring: Keyring) throws -> SecretKey {
    let wrapped = try connection.first(
      "SELECT wrapped FROM record_key WHERE record = ?1", [.int(record)]
    ) { $0.blob(0) }
    if let wrapped { return try ring.unwrap(wrapped) }
    let key = SecretKey.random()
    try connection.run(
      "INSERT INTO record_key (record, wrapped) VALUES (?1, ?2)",
      [.int(record), .blob(try ring.wrap(key))])
    return key
  }

  /// Notes in the journal that someone looks at secrets of a record, and why.
  public func reveal(_ fields: [FieldShape], of record: RecordID) throws(StorageError) {
    var state = FieldList()
    for field in fields { state.add("field", field.name) }
    try journal.record(Change(subject: .reveal, object: record, state: state))
  }
}

extension Transaction {
  /// Notes in the journal that someone looked for records by a secret, and which have it; where none
  /// has, that there was none. Never what was looked for.
  public func noteSearch(by field: FieldShape, found: [RecordID]) throws(StorageError) {
    var state = FieldList()
    state.add("search", field.name)
    for record in found.isEmpty ? [Ledger.noRecord] : found {
      try journal.record(Change(subject: .reveal, object: record, state: state))
    }
  }
}

extension Transaction {
  /// The same of many secrets that were compared with those of records: who has one of them, and how many
  /// nobody has.
  public func noteTrials(
    of field: FieldShape, found: [RecordID], misses: Int
  ) throws(StorageError) {
    if !found.isEmpty || misses == 0 { try noteSearch(by: field, found: found) }
    if misses == 0 { return }
    var state = FieldList()
    state.add("search", field.name)
    state.add("misses", "\(misses)")
    try journal.record(Change(subject: .reveal, object: Ledger.noRecord, state: state))
  }
}

extension Ledger {
  /// What a search is noted under that found no record.
  static let noRecord: RecordID = 0

  /// How many searches by secrets found nobody on the day of a time of the journal, those of this
  /// transaction too.
  ///
  /// - Parameter most: as many as are of interest.
  public func missedSearches(on time: String, atMost most: Int) throws(StorageError) -> Int {
    let day = String(time.prefix(10))
    return try connection.rows(
      """
      SELECT (
        SELECT at FROM journal WHERE first_change <= c.seq AND changes > 0
        ORDER BY first_change DESC LIMIT 1
      ) FROM change c WHERE subject = ?1 AND object = ?2 ORDER BY seq DESC LIMIT ?3
      """, [.text(Change.Subject.reveal.rawValue), .int(Ledger.noRecord), .int(Int64(most))]
    ) { $0.text(0) }.filter { $0.hasPrefix(day) }.count
  }
}

extension Datum {
  /// Whether it is a secret that the key would open.
  public var isSealed: Bool {
    if case .secret(let secret) = self { return secret.seal != nil }
    return false
  }
}
