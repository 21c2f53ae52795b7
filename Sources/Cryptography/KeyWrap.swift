extension SecretKey {
  private static let wrapOverhead = 8

  /// Another key, encrypted with this one (AES key wrap, RFC 3394).
  public func wrap(_ key: SecretKey) throws(CryptographyFault) -> [UInt8] {
    var wrapped = [UInt8](repeating: 0, count: key.bytes.count + SecretKey.wrapOverhead)
    let cipher = try Cipher(.wrap, .encrypt, key: self)
    try cipher.update(
      UnsafeBufferPointer(key.bytes.assumingMemoryBound(to: UInt8.self)), into: &wrapped)
    return wrapped
  }

  /// The key for AES-256 that was wrapped.
  ///
  /// - Throws: `.mismatch` when it was wrapped with another key.
  public func unwrap(_ wrapped: [UInt8]) throws(CryptographyFault) -> SecretKey {
    guard wrapped.count == SecretKey.byteCount + SecretKey.wrapOverhead else { throw .mismatch }
    let cipher = try Cipher(.wrap, .decrypt, key: self)
    return try SecretKey { key throws(CryptographyFault) in
      try wrapped.withUnsafeBufferPointer { wrapped throws(CryptographyFault) in
        try cipher.update(wrapped, into: key.baseAddress)
      }
    }
  }
}
