internal import CCrypto

/// A running SHA-256 (FIPS 180-4).
///
/// A copy continues on its own, so that a hash can be read at any time and go on:
///
///     var hash = SHA256()
///     bytes.withUnsafeBytes { hash.update($0) }
///     let sum = hash.finalize()
public struct SHA256: Sendable {
  /// The bytes of a hash.
  public static let byteCount = 32

  private var context = SHA256_CTX()

  public init() { _ = SHA256_Init(&context) }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    _ = SHA256_Update(&context, bytes.baseAddress, bytes.count)
  }

  /// The hash of everything added so far.
  public func finalize() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
      finalize(into: buffer)
      count = SHA256.byteCount
    }
  }

  /// Writes the hash of everything added so far, where an array for each would cost.
  ///
  /// - Parameter buffer: room for `byteCount` bytes; left alone when it has less.
  public func finalize(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    guard buffer.count >= SHA256.byteCount else { return }
    var context = context
    _ = SHA256_Final(buffer.baseAddress, &context)
  }

  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finalize()
  }
}
