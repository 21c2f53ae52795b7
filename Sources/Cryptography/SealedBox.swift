extension SecretKey {
  static let nonceLength = 12
  static let tagLength = 16

  /// Encrypts a message (AES-256-GCM, NIST SP 800-38D) with a random nonce.
  ///
  ///     let box = try key.seal(Array("13800000001".utf8), authenticating: Array("record 7".utf8))
  ///
  /// - Parameter place: what the message belongs to; it opens only where the same is given.
  /// - Returns: the nonce, the encrypted message and its tag, one after the other.
  public func seal(
    _ message: [UInt8], authenticating place: [UInt8]
  ) throws(CryptographyFault) -> [UInt8] {
    try seal(message, authenticating: place, nonce: randomBytes(SecretKey.nonceLength))
  }

  /// - Parameter nonce: bytes that this key never sees again.
  func seal(
    _ message: [UInt8], authenticating place: [UInt8], nonce: [UInt8]
  ) throws(CryptographyFault) -> [UInt8] {
    let cipher = try Cipher(.gcm, .encrypt, key: self, nonce: nonce)
    try cipher.authenticate(place)
    let text = try cipher.update(message[...])
    try cipher.finish()
    return nonce + text + (try cipher.tag(length: SecretKey.tagLength))
  }

  /// The message that was sealed.
  ///
  /// - Throws: `.mismatch` when it was sealed with another key or for another place, or was changed.
  public func open(
    _ box: [UInt8], authenticating place: [UInt8]
  ) throws(CryptographyFault) -> [UInt8] {
    let start = SecretKey.nonceLength
    let end = box.count - SecretKey.tagLength
    guard start <= end else { throw .mismatch }
    let cipher = try Cipher(.gcm, .decrypt, key: self, nonce: Array(box[..<start]))
    try cipher.authenticate(place)
    let message = try cipher.update(box[start..<end])
    try cipher.expect(tag: Array(box[end...]))
    try cipher.finish()
    return message
  }
}
