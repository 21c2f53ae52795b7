internal import Glibc
internal import TargetEngine

/// A table from short texts, given as bytes, to numbers: looked up once for every cell of a file,
/// so that no `String` is made.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var hashes: [UInt64] = []
  private var values: [Int32] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

  /// The number under a text that means several things.
  static let ambiguous: Int32 = -1

  /// The number under a text; nil when it is unknown.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let slot = slots[place(of: text, ByteTable.hash(text))]
    return slot < 0 ? nil : values[Int(slot)]
  }

  /// Puts a number under a text, in place of an earlier one, which it returns.
  @discardableResult
  mutating func set(_ text: UnsafeBufferPointer<UInt8>, _ value: Int32) -> Int32? {
    if (values.count + 1) * 2 > slots.count { grow() }
    let hash = ByteTable.hash(text)
    let place = place(of: text, hash)
    guard slots[place] < 0 else {
      let index = Int(slots[place])
      defer { values[index] = value }
      return values[index]
    }
    slots[place] = Int32(values.count)
    bytes.append(contentsOf: text)
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    values.append(value)
    return nil
  }

  /// The number under a code or a name, which may be written as names are compared.
  func value(named text: UnsafeBufferPointer<UInt8>) -> Int32? {
    if let value = value(text) { return value }
    if ComparedName.isPlain(text) { return nil }
    var form = String(decoding: text, as: UTF8.self).compared
    return form.withUTF8 { value($0) }
  }

  /// Puts a number under a name, in the form in which names are compared. It means nothing once
  /// several things have it.
  ///
  /// - Parameter first: what has a lower number keeps its names for itself.
  mutating func add(
    name text: UnsafeBufferPointer<UInt8>, _ value: Int32, yieldingBelow first: Int32 = 0
  ) {
    guard ComparedName.isPlain(text) else {
      var form = String(decoding: text, as: UTF8.self).compared
      form.withUTF8 { add(form: $0, value, first) }
      return
    }
    add(form: text, value, first)
  }

  mutating func add(name text: String, _ value: Int32, yieldingBelow first: Int32 = 0) {
    var text = text
    text.withUTF8 { add(name: $0, value, yieldingBelow: first) }
  }

  private mutating func add(form: UnsafeBufferPointer<UInt8>, _ value: Int32, _ first: Int32) {
    guard let known = self.value(form) else {
      set(form, value)
      return
    }
    if known >= first, known != value { set(form, ByteTable.ambiguous) }
  }

  func forEach(_ body: (UnsafeBufferPointer<UInt8>, Int32) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      for (end, value) in zip(ends, values) {
        body(UnsafeBufferPointer(rebasing: all[start..<Int(end)]), value)
        start = Int(end)
      }
    }
  }

  mutating func set(_ text: String, _ value: Int32) {
    var text = text
    _ = text.withUTF8 { set($0, value) }
  }

  /// Eight bytes at a time: the texts are codes of about ten. The length tells texts apart that only
  /// zeros follow.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = UInt64(bytes.count) &* ByteTable.factor
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  /// Lets every bit depend on those below it, and low bits on high ones.
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* factor
    return product ^ product >> 32
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] >= 0 {
      let index = Int(slots[place])
      if hashes[index] == hash, isEqual(index, text) { break }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    guard Int(ends[index]) - start == text.count else { return false }
    guard let text = UnsafeRawBufferPointer(text).baseAddress else { return true }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + start, text, Int(ends[index]) - start) == 0 } ?? true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] >= 0 { place = (place + 1) & mask }
      slots[place] = Int32(index)
    }
  }
}
