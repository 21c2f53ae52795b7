internal import CCrypto

extension SecretKey {
  /// The key that a passphrase makes (scrypt, RFC 7914).
  ///
  /// - Parameters:
  ///   - rounds: a power of two; each takes `128 * blockSize` bytes of memory.
  /// - Throws: `.unavailable` when the memory is not to be had.
  public static func stretched(
    _ passphrase: [UInt8], salt: [UInt8], rounds: UInt64, blockSize: UInt64 = 8,
    parallelism: UInt64 = 1, byteCount: Int = byteCount
  ) throws(CryptographyFault) -> SecretKey {
    try SecretKey(byteCount: byteCount) { key throws(CryptographyFault) in
      try Library.expect(
        passphrase.withUnsafeBytes { words in
          EVP_PBE_scrypt(
            words.baseAddress, words.count, salt, salt.count, rounds, blockSize, parallelism,
            mostMemory, key.baseAddress, key.count)
        })
    }
  }

  /// The library's own limit lies below what the program's rounds need.
  private static let mostMemory: UInt64 = 1 << 30

  /// Another key from this one (HKDF with SHA-256, RFC 5869), one for each purpose.
  public func derived(
    salt: [UInt8] = [], info: [UInt8], byteCount: Int = byteCount
  ) throws(CryptographyFault) -> SecretKey {
    try SecretKey(byteCount: byteCount) { key throws(CryptographyFault) in
      guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nil) else { throw .unavailable }
      defer { EVP_PKEY_CTX_free(context) }
      try Library.expect(EVP_PKEY_derive_init(context))
      try Library.expect(EVP_PKEY_CTX_set_hkdf_md(context, EVP_sha256()))
      try Library.expect(EVP_PKEY_CTX_set1_hkdf_key(context, bytes.baseAddress, Int32(bytes.count)))
      if !salt.isEmpty {
        try Library.expect(EVP_PKEY_CTX_set1_hkdf_salt(context, salt, Int32(salt.count)))
      }
      try Library.expect(EVP_PKEY_CTX_add1_hkdf_info(context, info, Int32(info.count)))
      var count = key.count
      try Library.expect(EVP_PKEY_derive(context, key.baseAddress, &count))
      guard count == key.count else { throw .unavailable }
    }
  }

  /// What only the holder of the key can compute from a message (HMAC with SHA-256, RFC 2104).
  public func authenticationCode(for message: [UInt8]) throws(CryptographyFault) -> [UInt8] {
    guard Library.isReady else { throw .unavailable }
    var code = [UInt8](repeating: 0, count: SHA256.byteCount)
    let made = HMAC(
      EVP_sha256(), bytes.baseAddress, Int32(bytes.count), message, message.count, &code, nil)
    guard made != nil else { throw .unavailable }
    return code
  }
}
