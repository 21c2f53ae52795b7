internal import Crypto

/// Collects facts in canonical form v1 and hashes them: every field is a tag, then a big-endian
/// Int64, or a length and UTF-8 bytes as stored; an absent field is a tag alone.
///
/// The form is frozen: a transaction's `version` says which one its hash was made with.
struct Canonical {
  static let version: Int64 = 1

  private var digest = SHA256()
  /// Small pieces are gathered here, since each call of the hash has a price of its own, and
  /// written in place, since an append has one too.
  private var buffer = [UInt8](repeating: 0, count: 1 << 15)
  private var used = 0

  enum Tag: UInt8 {
    case entry = 0x45
    case change = 0x43
    case target = 0x54
    case line = 0x4C
    case unit = 0x55
    case closing = 0x50
    case header = 0x48
  }

  mutating func begin(_ tag: Tag) { put(tag.rawValue) }

  mutating func add(_ value: Int64) { put(0x69, value) }

  mutating func add(_ value: Int64?) {
    guard let value else {
      put(0x6E)
      return
    }
    add(value)
  }

  mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
    put(0x74, Int64(bytes.count))
    if bytes.count > buffer.count - used { flush() }
    guard bytes.count <= buffer.count else {
      digest.update(bufferPointer: UnsafeRawBufferPointer(bytes))
      return
    }
    buffer.withUnsafeMutableBytes { $0[used...].copyBytes(from: bytes) }
    used += bytes.count
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(bytes: $0) }
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add(bytes: $0) }
  }

  private mutating func put(_ byte: UInt8) {
    if used == buffer.count { flush() }
    buffer[used] = byte
    used += 1
  }

  private mutating func put(_ tag: UInt8, _ value: Int64) {
    if used + 9 > buffer.count { flush() }
    buffer.withUnsafeMutableBytes { bytes in
      bytes[used] = tag
      bytes.storeBytes(of: value.bigEndian, toByteOffset: used + 1, as: Int64.self)
    }
    used += 9
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { bytes in
      digest.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    }
    used = 0
  }

  /// The 32 bytes over everything added.
  consuming func finish() -> [UInt8] {
    flush()
    return Array(digest.finalize())
  }
}
