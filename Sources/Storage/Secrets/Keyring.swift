internal import Cryptography
internal import Database
internal import Registers

/// The master key of a database while it is open. Each record has a key of its own, wrapped by the
/// master key, so that destroying one key destroys one record's secrets.
///
/// Source: `architecture.md`, "Secrets".
struct Keyring {
  private let master: SecretKey
  private let blinding: SecretKey

  init(master: SecretKey) throws {
    self.master = master
    blinding = try master.derived(info: Array("taizhang blind".utf8))
  }

  /// The same for the same value, and nothing to whoever lacks the key.
  func blind(_ value: String, _ form: SecretForm) throws -> String {
    hexadecimal(
      try blinding.authenticationCode(for: Array("\(form.rawValue)\n\(value)".utf8)))
  }

  func wrap(_ key: SecretKey) throws -> [UInt8] { try master.wrap(key) }

  func unwrap(_ wrapped: [UInt8]) throws -> SecretKey {
    try SecretsFault.damagedUnlessOpen { try master.unwrap(wrapped) }
  }
}

extension SecretKey {
  /// Encrypts a value; a box moved to another record does not open there.
  func seal(_ value: String, of record: RecordID) throws -> String {
    hexadecimal(try seal(Array(value.utf8), authenticating: SecretKey.place(record)))
  }

  func open(_ text: String, of record: RecordID) throws -> String {
    let box = try bytes(ofHexadecimal: text)
    let value = try SecretsFault.damagedUnlessOpen {
      try open(box, authenticating: SecretKey.place(record))
    }
    return String(decoding: value, as: UTF8.self)
  }

  private static func place(_ record: RecordID) -> [UInt8] { Array("record \(record)".utf8) }

  private func bytes(ofHexadecimal text: String) throws(SecretsFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { throw .damaged }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}

extension SecretsFault {
  /// What does not open with its key was changed. That the library has no memory says nothing of it.
  fileprivate static func damagedUnlessOpen<Opened>(_ open: () throws -> Opened) throws -> Opened {
    do { return try open() } catch CryptographyFault.mismatch { throw SecretsFault.damaged }
  }
}
