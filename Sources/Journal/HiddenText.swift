internal import Cryptography

/// The part of a change that lies beside the chain: the last line of the body in the chain is
/// `#=` and a digest of a random salt and the text. When salt and text are destroyed, nothing can be
/// learned from the digest, and the chain still verifies.
///
/// Source: `architecture.md`, "Secrets".
public enum HiddenText {
  /// How many random bytes salt a text.
  public static let saltLength = 16

  /// What stands before the digest, the last line of a body.
  public static let lineBreakAndMark = Array("\n\(mark)".utf8)

  /// Writes the digest of a salt and a text in hexadecimal digits.
  public static func writeDigest(
    _ salt: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) {
    var hash = SHA256()
    salt.withUnsafeBytes { hash.update($0) }
    text.withUnsafeBytes { hash.update($0) }
    let length = SHA256.byteCount
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * length) { buffer in
      hash.finalize(into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
      for place in 0..<length {
        buffer[length + 2 * place] = digit(buffer[place] >> 4)
        buffer[length + 2 * place + 1] = digit(buffer[place] & 15)
      }
      bytes.append(contentsOf: buffer[length...])
    }
  }

  private static let mark = "\(ListBody.digest)="
  private static let length = mark.utf8.count + 2 * SHA256.byteCount

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  /// The body without the line that stands for the hidden text.
  public static func withoutDigest(_ body: String) -> Substring {
    guard let line = digestLine(of: body) else { return body[...] }
    // By bytes: a carriage return before the line break is one character with it.
    return body[..<body.utf8.index(before: line.startIndex)]
  }

  /// The line that stands for a hidden text; nil when the body has none.
  private static func digestLine(of body: String) -> Substring? {
    guard let start = body.utf8.index(body.endIndex, offsetBy: -length, limitedBy: body.startIndex),
      start > body.startIndex, body.utf8[body.utf8.index(before: start)] == 0x0A,
      body[start...].hasPrefix(mark)
    else { return nil }
    return body[start...]
  }

  /// The digest that stands for a hidden text; nil when the body has none.
  public static func digest(of body: String) -> Substring? {
    digestLine(of: body)?.dropFirst(mark.utf8.count)
  }

  /// Whether a digest is what a salt and a text make it.
  public static func proves(_ digest: Substring, _ salt: [UInt8], _ text: [UInt8]) -> Bool {
    var bytes: [UInt8] = []
    writeDigest(salt[...], text[...], to: &bytes)
    return digest.utf8.elementsEqual(bytes)
  }
}
