internal import CCrypto

/// A key in memory of its own, which is overwritten before it is given back.
///
///     let master = SecretKey.random()
///     let wrapped = try wrappingKey.wrap(master)
public final class SecretKey {
  /// The bytes of a key for AES-256.
  public static let byteCount = 32

  let bytes: UnsafeMutableRawBufferPointer

  private init(byteCount: Int) {
    bytes = .allocate(byteCount: byteCount, alignment: MemoryLayout<UInt64>.alignment)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    OPENSSL_cleanse(bytes.baseAddress, bytes.count)
    bytes.deallocate()
  }

  /// A key that is known already, such as that of a key file.
  public convenience init(_ known: [UInt8]) {
    self.init(byteCount: known.count)
    bytes.copyBytes(from: known)
  }

  /// A key that an operation writes in place, so that no other copy is left behind.
  convenience init(
    byteCount: Int = SecretKey.byteCount,
    _ write: (UnsafeMutableBufferPointer<UInt8>) throws(CryptographyFault) -> Void
  ) throws(CryptographyFault) {
    guard Library.isReady else { throw .unavailable }
    self.init(byteCount: byteCount)
    try write(bytes.bindMemory(to: UInt8.self))
  }

  /// A new key for AES-256.
  public static func random() -> SecretKey {
    let key = SecretKey(byteCount: byteCount)
    fillRandomly(key.bytes)
    return key
  }
}

extension SecretKey: Equatable {
  public static func == (a: SecretKey, b: SecretKey) -> Bool {
    a.bytes.count == b.bytes.count
      && CRYPTO_memcmp(a.bytes.baseAddress, b.bytes.baseAddress, a.bytes.count) == 0
  }
}
