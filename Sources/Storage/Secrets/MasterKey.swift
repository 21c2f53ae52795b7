internal import Cryptography
public import Database
internal import Journal

/// The master key as it lies in the database: wrapped by what opens it. A new passphrase wraps it
/// again and leaves every record as it is.
///
/// The row is not in the chain, since an old wrapping would open for an old passphrase for ever;
/// the chain has its fingerprint.
struct MasterKey {
  let kind: KeyMaterial.Kind
  let salt: [UInt8]
  let rounds: Int64
  let wrapped: [UInt8]

  static let minimumPassphrase = 8

  init(_ master: SecretKey, wrappedBy material: KeyMaterial) throws {
    if case .passphrase(let words) = material,
      MasterKey.strength(of: words) < MasterKey.minimumPassphrase
    {
      throw SecretsFault.shortPassphrase(minimum: MasterKey.minimumPassphrase)
    }
    kind = material.kind
    salt = randomBytes(16)
    rounds = KeyMaterial.rounds
    wrapped = try material.wrappingKey(salt: salt, rounds: rounds).wrap(master)
  }

  /// The characters of a passphrase; a Chinese one counts twice, since there are many more of them.
  private static func strength(of words: String) -> Int {
    words.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  static let columns = "kind, salt, rounds, wrapped"

  init?(_ row: any Statement) {
    guard let kind = KeyMaterial.Kind(rawValue: row.text(0)) else { return nil }
    self.kind = kind
    salt = row.blob(1)
    rounds = row.int(2)
    wrapped = row.blob(3)
  }

  /// The master key, opened by the first that fits.
  func opened(by materials: [KeyMaterial]) throws -> SecretKey {
    guard !materials.isEmpty else { throw SecretsFault.locked(kind) }
    for material in materials {
      let key = try material.wrappingKey(salt: salt, rounds: rounds)
      do { return try key.unwrap(wrapped) } catch CryptographyFault.mismatch { continue }
    }
    throw SecretsFault.wrongKey(kind)
  }

  /// What the journal keeps.
  var fields: FieldList {
    var fields = FieldList()
    fields.add("kind", kind.rawValue)
    fields.add("fingerprint", hexadecimal(SHA256.hash(salt + wrapped)))
    fields.add(MasterKey.roundsName, rounds)
    return fields
  }

  private static let roundsName = "rounds"

  /// Whether a key is what the journal says of it. Earlier versions did not write down its rounds.
  static func isRecorded(_ fields: FieldList, as recorded: FieldList) -> Bool {
    fields.fields.allSatisfy { name, value in
      recorded[name] == value || name == roundsName && recorded[name] == nil
    } && recorded.fields.allSatisfy { fields[$0.name] == $0.value }
  }
}

extension Ledger {
  /// Hands over what may open the secrets, the likeliest first.
  ///
  /// - Parameter mayAsk: whether a person may be asked for it; a list that only shows masks never
  ///   asks.
  public typealias KeySource = (_ kind: KeyMaterial.Kind, _ mayAsk: Bool) throws -> [KeyMaterial]

  func masterKey() throws(StorageError) -> MasterKey? {
    try connection.first("SELECT \(MasterKey.columns) FROM master_key") { MasterKey($0) } ?? nil
  }

  /// How the key is kept; nil when none was made.
  public func keyKind() throws(StorageError) -> KeyMaterial.Kind? { try masterKey()?.kind }

  /// Whether something opens the secrets.
  public func isOpened(by material: KeyMaterial) throws -> Bool {
    guard let stored = try masterKey(), stored.kind == material.kind else { return false }
    do {
      _ = try stored.opened(by: [material])
      return true
    } catch SecretsFault.wrongKey {
      return false
    }
  }

  /// Opens the secrets' keys, asking for what opens them: before a transaction begins, since nobody
  /// else should have to wait while a person types.
  ///
  /// - Throws: `SecretsFault`.
  public func openSecrets() throws { _ = try keyring(mayAsk: true) }

  /// The secrets' keys, opened at the first need.
  ///
  /// - Throws: `SecretsFault`.
  func keyring(mayAsk: Bool) throws -> Keyring {
    if let opened { return opened }
    guard let stored = try masterKey() else { throw SecretsFault.noKey }
    let ring = try Keyring(master: stored.opened(by: keySource?(stored.kind, mayAsk) ?? []))
    opened = ring
    return ring
  }
}

extension Transaction {
  /// Makes the master key of a database that has none.
  public func makeKey(openedBy material: () throws -> KeyMaterial) throws {
    guard try ledger.masterKey() == nil else { throw SecretsFault.keyExists }
    let master = SecretKey.random()
    try put(master, openedBy: material())
    ledger.opened = try Keyring(master: master)
  }

  /// Lets something else open the secrets from now on, and what opened them before no longer.
  public func changeKey(
    from old: (KeyMaterial.Kind) throws -> [KeyMaterial], to new: () throws -> KeyMaterial
  ) throws {
    guard let stored = try ledger.masterKey() else { throw SecretsFault.noKey }
    let master = try stored.opened(by: try old(stored.kind))
    try put(master, openedBy: new())
  }

  /// Keeps the master key, and tries what is to open it while what opened it before still does.
  private func put(_ master: SecretKey, openedBy material: KeyMaterial) throws {
    let key = try MasterKey(master, wrappedBy: material)
    try connection.run("DELETE FROM master_key")
    try connection.run(
      "INSERT INTO master_key (id, \(MasterKey.columns)) VALUES (1, ?1, ?2, ?3, ?4)",
      [.text(key.kind.rawValue), .blob(key.salt), .int(key.rounds), .blob(key.wrapped)])
    try journal.record(Change(subject: .key, object: 1, state: key.fields))
    guard try ledger.isOpened(by: material) else { throw SecretsFault.damaged }
  }
}
