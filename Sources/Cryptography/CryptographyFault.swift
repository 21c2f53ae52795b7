internal import CCrypto

/// Why an operation with a secret key failed.
public enum CryptographyFault: Error, Sendable, Equatable {
  /// What was sealed or wrapped does not open with this key, or was changed.
  case mismatch
  /// The library refused, for want of memory or because of what it was given.
  case unavailable
}

/// The library behind EVP. It is set up before the first secret is touched, without the machine's
/// `openssl.cnf`: neither providers nor engines named there take part.
enum Library {
  static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// Takes the library's answer, in which 1 stands for success.
  static func expect(
    _ answer: Int32, else fault: CryptographyFault = .unavailable
  ) throws(CryptographyFault) {
    guard answer == 1 else { throw fault }
  }
}
