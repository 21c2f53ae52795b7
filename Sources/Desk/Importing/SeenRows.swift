/// The rows of entries that an import has read, by a fingerprint of 64 bits each: which row says again what
/// an earlier one says.
///
/// A row costs eight bytes, two more with a second file, and some more until there are half a million, as long
/// as their lines are kept too. Each array is a place that is nowhere near in memory.
struct SeenRows: Sendable {
  /// A fingerprint or, where there is none, 0.
  private var slots = [UInt64](repeating: 0, count: 64)
  /// Empty as long as all rows are of the first file.
  private var files: [UInt16] = []
  /// Empty once there are too many.
  private var lines = [Int32](repeating: 0, count: 64)
  private var count = 0
  /// How many rows there will be, as far as that is known.
  var expected = 0
  /// Rows of the first file that are not looked up yet.
  private var waiting: [(hash: UInt64, line: Int)] = []
  /// Nobody can choose rows beforehand whose fingerprints are equal.
  private let seed = UInt64.random(in: .min ... .max)
  private static let mostLines = 3 << 18

  /// More rows get room when they are there: a file's size may be any number.
  private static let mostExpected = 1 << 23

  private static let mostWaiting = 128

  /// Where a row stands that was read before.
  struct First {
    /// Its file's number.
    var file: Int
    /// Nil where it is not known any more.
    var line: Int?
  }

  /// Notes a row.
  ///
  /// - Parameters:
  ///   - values: its numbers, each in a word.
  ///   - file: its number among the files.
  /// - Returns: the first row alike; nil for a new one.
  mutating func note(
    _ values: (UInt64, UInt64, UInt64), note: UnsafeBufferPointer<UInt8>, file: Int, line: Int
  ) -> First? {
    take(fingerprint(values, note), file: file, line: line)
  }

  /// Notes a row of the first file, to be looked up together with others: a processor waits for memory as
  /// long for many places as for one.
  ///
  /// - Returns: whether it is time to look them up.
  mutating func noteLater(
    _ values: (UInt64, UInt64, UInt64), note: UnsafeBufferPointer<UInt8>, line: Int
  ) -> Bool {
    waiting.append((fingerprint(values, note), line))
    return waiting.count >= SeenRows.mostWaiting
  }

  /// Looks up the rows that wait.
  ///
  /// - Parameter body: takes each that is not new, with the first row alike.
  mutating func lookUp(_ body: (_ line: Int, First) -> Void) {
    for (hash, line) in waiting {
      if let first = take(hash, file: 0, line: line) { body(line, first) }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ hash: UInt64, file: Int, line: Int) -> First? {
    if count * 4 >= slots.count * 3 { grow() }
    let index = SeenRows.index(of: hash, in: slots)
    if slots[index] == hash {
      return First(
        file: files.isEmpty ? 0 : Int(files[index]), line: lines.isEmpty ? nil : Int(lines[index]))
    }
    slots[index] = hash
    if file > 0, files.isEmpty { files = [UInt16](repeating: 0, count: slots.count) }
    if !files.isEmpty { files[index] = UInt16(clamping: file) }
    if count == SeenRows.mostLines { lines = [] }
    if !lines.isEmpty { lines[index] = Int32(clamping: line) }
    count += 1
    return nil
  }

  private func fingerprint(
    _ values: (UInt64, UInt64, UInt64), _ note: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var hash = SeenRows.mixed(seed ^ values.0, values.1)
    hash = SeenRows.mixed(hash, values.2)
    if !note.isEmpty {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(note))
      hash = SeenRows.mixed(hash, UInt64(bitPattern: Int64(hasher.finalize())))
    }
    return max(hash, 1)
  }

  /// Both halves of a product of 128 bits, so that every bit counts.
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  /// The slot of a fingerprint, or the free one where it belongs.
  private static func index(of hash: UInt64, in slots: [UInt64]) -> Int {
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index] != 0, slots[index] != hash { index = (index + 1) & (slots.count - 1) }
    return index
  }

  private mutating func grow() {
    var size = slots.count * 2
    // Each row that is put elsewhere costs as much as a new one.
    while size * 3 < min(expected, SeenRows.mostExpected) * 4 { size *= 2 }
    var larger = [UInt64](repeating: 0, count: size)
    var largerFiles = [UInt16](repeating: 0, count: files.isEmpty ? 0 : size)
    var largerLines = [Int32](repeating: 0, count: lines.isEmpty ? 0 : size)
    for place in slots.indices where slots[place] != 0 {
      let index = SeenRows.index(of: slots[place], in: larger)
      larger[index] = slots[place]
      if !files.isEmpty { largerFiles[index] = files[place] }
      if !lines.isEmpty { largerLines[index] = lines[place] }
    }
    (slots, files, lines) = (larger, largerFiles, largerLines)
  }
}
