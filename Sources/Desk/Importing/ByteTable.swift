internal import Glibc
internal import TargetEngine

/// A table from short texts, given as bytes, to numbers: looked up once for every cell of a file,
/// so that no `String` is made.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var texts: [Stored] = []
  private var slots = [Slot](repeating: Slot(hash: 0, index: -1), count: 64)

  /// A text by the place after its last byte, and its number.
  private struct Stored {
    var end: Int32
    var value: Int32
  }

  /// What is known of a text without going to it: each step from array to array may leave the processor's
  /// nearest memory.
  private struct Slot {
    var hash: UInt32
    /// The place among the texts; -1 for none.
    var index: Int32
  }

  /// The number under a text that means several things.
  static let ambiguous: Int32 = -1

  /// The number under a text; nil when it is unknown.
  func value(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let index = slots[place(of: text, ByteTable.hash(text))].index
    return index < 0 ? nil : texts[Int(index)].value
  }

  /// Puts a number under a text, in place of an earlier one, which it returns.
  @discardableResult
  mutating func set(_ text: UnsafeBufferPointer<UInt8>, _ value: Int32) -> Int32? {
    if (texts.count + 1) * 4 > slots.count * 3 { grow() }
    let hash = ByteTable.hash(text)
    let place = place(of: text, hash)
    guard slots[place].index < 0 else {
      let index = Int(slots[place].index)
      defer { texts[index].value = value }
      return texts[index].value
    }
    slots[place] = Slot(hash: hash, index: Int32(texts.count))
    bytes.append(contentsOf: text)
    texts.append(Stored(end: Int32(bytes.count), value: value))
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
      for text in texts {
        body(UnsafeBufferPointer(rebasing: all[start..<Int(text.end)]), text.value)
        start = Int(text.end)
      }
    }
  }

  mutating func set(_ text: String, _ value: Int32) {
    var text = text
    _ = text.withUTF8 { set($0, value) }
  }

  /// Eight bytes at a time, the last of which may be read twice: the texts are codes of about ten. The
  /// length tells texts apart that only zeros follow.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = UInt64(bytes.count) &* ByteTable.factor
    if bytes.count < 8 {
      var rest: UInt64 = 0
      for byte in bytes { rest = rest << 8 | UInt64(byte) }
      return UInt32(truncatingIfNeeded: mixed(hash ^ rest))
    }
    var place = 0
    while place + 8 < bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    return UInt32(truncatingIfNeeded: mixed(hash ^ last))
  }

  /// Lets every bit depend on those below it, and low bits on high ones.
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* factor
    return product ^ product >> 32
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].index >= 0 {
      if slots[place].hash == hash, isEqual(Int(slots[place].index), text) { break }
      place = (place + 1) & mask
    }
    return place
  }

  private func isEqual(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : Int(texts[index - 1].end)
    guard Int(texts[index].end) - start == text.count else { return false }
    guard let text = UnsafeRawBufferPointer(text).baseAddress else { return true }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + start, text, Int(texts[index].end) - start) == 0 } ?? true
    }
  }

  private mutating func grow() {
    let filled = slots.filter { $0.index >= 0 }
    slots = [Slot](repeating: Slot(hash: 0, index: -1), count: slots.count * 2)
    let mask = slots.count - 1
    for slot in filled {
      var place = Int(slot.hash) & mask
      while slots[place].index >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
