internal import Crypto

/// Collects facts in canonical form v1 and hashes them: every field is a tag, then a big-endian
/// Int64, or a length and UTF-8 bytes as stored; an absent field is a tag alone.
///
/// The form is frozen: a transaction's `version` says which one its hash was made with.
struct Canonical {
  static let version: Int64 = 1

  private var digest = SHA256()
  private var buffer: [UInt8] = []
  /// Small pieces are gathered, since each call of the hash has a price of its own.
  private static let gather = 16_384

  init() { buffer.reserveCapacity(Canonical.gather + 4096) }

  enum Tag: UInt8 {
    case entry = 0x45
    case change = 0x43
    case target = 0x54
    case line = 0x4C
    case unit = 0x55
    case closing = 0x50
    case header = 0x48
  }

  mutating func begin(_ tag: Tag) {
    if buffer.count >= Canonical.gather { flush() }
    buffer.append(tag.rawValue)
  }

  mutating func add(_ value: Int64) {
    buffer.append(0x69)
    withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
  }

  mutating func add(_ value: Int64?) {
    guard let value else {
      buffer.append(0x6E)
      return
    }
    add(value)
  }

  mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(0x74)
    withUnsafeBytes(of: Int64(bytes.count).bigEndian) { buffer.append(contentsOf: $0) }
    buffer.append(contentsOf: bytes)
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(bytes: $0) }
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add(bytes: $0) }
  }

  private mutating func flush() {
    digest.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The 32 bytes over everything added.
  consuming func finish() -> [UInt8] {
    digest.update(data: buffer)
    return Array(digest.finalize())
  }
}
