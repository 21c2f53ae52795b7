internal import Crypto
internal import Registers

/// The master key of a database while it is open. Each record has a key of its own, wrapped by the
/// master key, so that destroying one key destroys one record's secrets.
///
/// Source: `architecture.md`, "Secrets".
struct Keyring {
  private let master: SymmetricKey
  private let blinding: SymmetricKey

  init(master: SymmetricKey) {
    self.master = master
    blinding = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: master, info: Array("taizhang blind".utf8), outputByteCount: 32)
  }

  /// The same for the same value, and nothing to whoever lacks the key.
  func blind(_ value: String, _ form: SecretForm) -> String {
    let text = Array("\(form.rawValue)\n\(value)".utf8)
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: text, using: blinding))
  }

  func wrap(_ key: SymmetricKey) throws -> [UInt8] {
    Array(try AES.KeyWrap.wrap(key, using: master))
  }

  func unwrap(_ wrapped: [UInt8]) throws(SecretsFault) -> SymmetricKey {
    do { return try AES.KeyWrap.unwrap(wrapped, using: master) } catch { throw .damaged }
  }
}

extension SymmetricKey {
  /// Encrypts a value; a box moved to another record does not open there.
  func seal(_ value: String, of record: RecordID) throws -> String {
    let box = try AES.GCM.seal(
      Array(value.utf8), using: self, authenticating: SymmetricKey.place(record))
    return hexadecimal(Array(box.nonce) + box.ciphertext + box.tag)
  }

  func open(_ text: String, of record: RecordID) throws(SecretsFault) -> String {
    do {
      let bytes = try bytes(ofHexadecimal: text)
      let box = try AES.GCM.SealedBox(combined: bytes)
      let value = try AES.GCM.open(box, using: self, authenticating: SymmetricKey.place(record))
      return String(decoding: value, as: UTF8.self)
    } catch {
      throw .damaged
    }
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
