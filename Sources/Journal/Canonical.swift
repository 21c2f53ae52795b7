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

  /// Begins a fact with its first integers. They are written together, since to look for room takes as long as
  /// to write one.
  public mutating func begin(
    _ tag: CanonicalTag, _ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64, _ e: Int64
  ) {
    reserve(46)
    let place = buffer.used
    buffer.bytes.withUnsafeMutableBytes { bytes in
      bytes[place] = tag.rawValue
      FieldTag.integer.write(a, to: bytes, at: place + 1)
      FieldTag.integer.write(b, to: bytes, at: place + 10)
      FieldTag.integer.write(c, to: bytes, at: place + 19)
      FieldTag.integer.write(d, to: bytes, at: place + 28)
      FieldTag.integer.write(e, to: bytes, at: place + 37)
    }
    buffer.used += 46
  }

  /// Adds an integer.
  public mutating func add(_ value: Int64) {
    reserve(9)
    let place = buffer.used
    buffer.bytes.withUnsafeMutableBytes { FieldTag.integer.write(value, to: $0, at: place) }
    buffer.used += 9
  }

  /// Adds an integer, or that there is none.
  public mutating func add(_ value: Int64?) {
    guard let value else {
      put(FieldTag.absent.rawValue)
      return
    }
    add(value)
  }

  /// Adds UTF-8 bytes with their length.
  public mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
    reserve(9 + bytes.count)
    let place = buffer.used
    buffer.bytes.withUnsafeMutableBytes { buffer in
      FieldTag.text.write(Int64(bytes.count), to: buffer, at: place)
      buffer[(place + 9)...].copyBytes(from: bytes)
    }
    buffer.used += 9 + bytes.count
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
}

/// The byte that begins each field.
private enum FieldTag: UInt8 {
  case integer = 0x69
  case text = 0x74
  case absent = 0x6E

  /// Writes the tag and an integer, which take nine bytes.
  func write(_ value: Int64, to bytes: UnsafeMutableRawBufferPointer, at place: Int) {
    bytes[place] = rawValue
    bytes.storeBytes(of: value.bigEndian, toByteOffset: place + 1, as: Int64.self)
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
    if buffer.room < count { makeRoom(count) }
  }

  private mutating func makeRoom(_ count: Int) {
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
