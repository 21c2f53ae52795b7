internal import CCrypto

/// One encryption or decryption with AES-256, from its key to its end.
final class Cipher {
  enum Mode {
    case gcm, wrap
  }

  enum Direction: Int32 {
    case decrypt, encrypt
  }

  private let context: OpaquePointer

  init(
    _ mode: Mode, _ direction: Direction, key: SecretKey, nonce: [UInt8]? = nil
  ) throws(CryptographyFault) {
    guard Library.isReady, key.bytes.count == SecretKey.byteCount,
      let context = EVP_CIPHER_CTX_new()
    else { throw .unavailable }
    self.context = context
    let algorithm = mode == .gcm ? EVP_aes_256_gcm() : EVP_aes_256_wrap()
    EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW)
    try Library.expect(
      EVP_CipherInit_ex(
        context, algorithm, nil, key.bytes.assumingMemoryBound(to: UInt8.self).baseAddress, nonce,
        direction.rawValue))
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  /// Adds bytes that are authenticated and not encrypted.
  func authenticate(_ bytes: [UInt8]) throws(CryptographyFault) {
    try bytes.withUnsafeBufferPointer { bytes throws(CryptographyFault) in
      try update(bytes, into: nil)
    }
  }

  func update(_ input: ArraySlice<UInt8>) throws(CryptographyFault) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: input.count)
    try input.withUnsafeBufferPointer { input throws(CryptographyFault) in
      try update(input, into: &output)
    }
    return output
  }

  func update(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>?
  ) throws(CryptographyFault) {
    guard !input.isEmpty else { return }
    guard let count = Int32(exactly: input.count) else { throw .unavailable }
    var written: Int32 = 0
    try Library.expect(
      EVP_CipherUpdate(context, output, &written, input.baseAddress, count), else: .mismatch)
  }

  func finish() throws(CryptographyFault) {
    // Neither mode has anything left to write; the room is for the type.
    var rest = [UInt8](repeating: 0, count: Int(EVP_MAX_BLOCK_LENGTH))
    var written: Int32 = 0
    try Library.expect(EVP_CipherFinal_ex(context, &rest, &written), else: .mismatch)
  }

  func tag(length: Int) throws(CryptographyFault) -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: length)
    try Library.expect(
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(length), &tag))
    return tag
  }

  func expect(tag: [UInt8]) throws(CryptographyFault) {
    var tag = tag
    try Library.expect(
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag))
  }
}
