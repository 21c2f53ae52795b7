internal import Cryptography

/// Writes facts in canonical form v1: every field is a tag, then a big-endian Int64, or a length
/// and UTF-8 bytes as stored; an absent field is a tag alone.
///
/// The form is frozen: a transaction's `version` says which one its hash was made with.
public protocol CanonicalWriter {
  var buffer: FormBuffer { get set }
  /// Makes room for `count` more bytes.
  mutating func reserve(_ count: Int)
}

/// Bytes that are written in place, since an append to an array has a price of its own.
public struct FormBuffer: Sendable {
  /// What is written, and room after it.
  public var bytes: [UInt8]
  /// How many of the bytes are written.
  public var used = 0

  /// - Parameter capacity: room for this many bytes.
  public init(capacity: Int) { bytes = [UInt8](repeating: 0, count: capacity) }

  /// How many bytes fit without growing.
  public var room: Int { bytes.count - used }

  /// Makes room for `count` bytes more, or twice as much as there is.
  public mutating func grow(by count: Int) {
    bytes += [UInt8](repeating: 0, count: max(count, bytes.count))
  }
}

/// The byte that begins each fact: what it is about.
public enum CanonicalTag: UInt8, Sendable {
  case entry = 0x45
  case change = 0x43
  case target = 0x54
  case line = 0x4C
  case note = 0x4E
  case unit = 0x55
  case closing = 0x50
  case header = 0x48
}

extension CanonicalWriter {
  /// Begins a fact.
  public mutating func begin(_ tag: CanonicalTag) { put(tag.rawValue) }

  /// Adds an integer.
  public mutating func add(_ value: Int64) { put(0x69, value) }

  /// Adds an integer, or that there is none.
  public mutating func add(_ value: Int64?) {
    guard let value else {
      put(0x6E)
      return
    }
    add(value)
  }

  /// Adds UTF-8 bytes with their length.
  public mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
    put(0x74, Int64(bytes.count))
    reserve(bytes.count)
    let place = buffer.used
    buffer.bytes.withUnsafeMutableBytes { $0[place...].copyBytes(from: bytes) }
    buffer.used += bytes.count
  }

  /// Adds a text with its length.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(bytes: $0) }
  }

  /// Adds bytes, such as those of a hash, with their length.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { add(bytes: $0) }
  }

  private mutating func put(_ byte: UInt8) {
    reserve(1)
    buffer.bytes[buffer.used] = byte
    buffer.used += 1
  }

  private mutating func put(_ tag: UInt8, _ value: Int64) {
    reserve(9)
    let place = buffer.used
    buffer.bytes.withUnsafeMutableBytes { bytes in
      bytes[place] = tag
      bytes.storeBytes(of: value.bigEndian, toByteOffset: place + 1, as: Int64.self)
    }
    buffer.used += 9
  }
}

/// Hashes facts in canonical form. Small pieces are gathered, since each call of the hash has a
/// price of its own.
public struct Canonical: CanonicalWriter, Sendable {
  /// The form of new transactions. Version 2 is version 1 with what the database says of itself in
  /// the header, so that it is proved as well.
  public static let version: Int64 = 2

  /// What a fact is about.
  public typealias Tag = CanonicalTag

  private var digest = SHA256()
  /// What was added since the last bytes went into the hash.
  public var buffer = FormBuffer(capacity: 1 << 15)

  /// Nothing yet.
  public init() {}

  /// Makes room for `count` bytes, by hashing what is gathered.
  public mutating func reserve(_ count: Int) {
    guard buffer.room < count else { return }
    flush()
    if buffer.room < count { buffer.grow(by: count) }
  }

  /// Adds facts that are in canonical form already.
  public mutating func add(form bytes: UnsafeRawBufferPointer) {
    flush()
    digest.update(bytes)
  }

  private mutating func flush() {
    guard buffer.used > 0 else { return }
    let used = buffer.used
    buffer.bytes.withUnsafeBytes { bytes in
      digest.update(UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    }
    buffer.used = 0
  }

  /// The 32 bytes over everything added.
  public consuming func finish() -> [UInt8] {
    flush()
    return digest.finalize()
  }
}
