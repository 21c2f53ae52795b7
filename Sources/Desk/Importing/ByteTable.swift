/// A table from short texts, given as bytes, to numbers: looked up once for every cell of a file,
/// so that no `String` is made.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  private var hashes: [UInt64] = []
  private var values: [Int32] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

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

  mutating func set(_ text: String, _ value: Int32) {
    var text = text
    _ = text.withUTF8 { set($0, value) }
  }

  func value(_ text: String) -> Int32? {
    var text = text
    return text.withUTF8 { value($0) }
  }

  /// FNV-1a: the texts are codes of about ten bytes.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

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
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
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
