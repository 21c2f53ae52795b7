/// The part of a file that is in memory: from the start of the record being read to the last
/// byte fetched. It holds raw bytes until the encoding proves to be GB18030, UTF-8 from then on.
struct TextWindow: ~Copyable {
  /// The scanner reads whole words, and puts a sentinel after the last byte.
  static let padding = 16

  private(set) var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the next record starts.
  var position = 0
  /// The offset after the last byte in memory.
  private(set) var end = 0
  /// Whether the file has nothing after `end`.
  private(set) var isComplete = false

  let source: TextFileSource
  private let chunk: Int
  /// How much is fetched first: enough for the header and for finding out the encoding. Many files may be
  /// open, of which one is read.
  private static let firstChunk = 1 << 17
  private var decoder: GB18030Decoder?
  private var hasSourceEnded = false

  /// `chunk`: bytes fetched at a time, 1 or more.
  init(_ source: TextFileSource, chunk: Int) {
    self.source = source
    self.chunk = chunk
    capacity = min(chunk, TextWindow.firstChunk) + 4096
    base = .allocate(capacity: capacity + Self.padding)
    base.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit { base.deallocate() }

  /// Fetches further bytes, or finds that there are none. What lies before `position` is given
  /// up, so offsets change.
  mutating func more() throws(FileFault) {
    let chunk = source.bytesRead == 0 ? min(chunk, TextWindow.firstChunk) : chunk
    moveToFront(room: max(chunk, GB18030Decoder.leastRoom))
    let room = UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end)
    if let decoder {
      try decode(decoder, into: room)
    } else {
      let asked = UnsafeMutableRawBufferPointer(rebasing: room[..<chunk])
      let count = try source.read(into: asked)
      end += count
      isComplete = count < chunk
    }
  }

  /// Fetches until `count` bytes from `position` on are in memory or the file ends.
  mutating func more(atLeast count: Int) throws(FileFault) {
    while end - position < count, !isComplete { try more() }
  }

  /// Reads everything from `position` on as GB18030; false without a converter.
  mutating func switchToGB18030() throws(FileFault) -> Bool {
    guard let decoder = GB18030Decoder() else { return false }
    decoder.append(UnsafeRawBufferPointer(start: base + position, count: end - position))
    self.decoder = decoder
    hasSourceEnded = isComplete
    isComplete = false
    end = position
    try more()
    return true
  }

  private mutating func decode(
    _ decoder: GB18030Decoder, into room: UnsafeMutableRawBufferPointer
  ) throws(FileFault) {
    while true {
      let count = decoder.decode(into: room, isLast: hasSourceEnded)
      end += count
      if count > 0 { return }
      if hasSourceEnded { break }
      let fetched = try source.read(into: decoder.room(chunk))
      decoder.commit(fetched)
      hasSourceEnded = fetched < chunk
    }
    isComplete = true
  }

  private mutating func moveToFront(room: Int) {
    let kept = end - position
    if kept + room > capacity {
      // Doubling keeps a long record from being moved once per chunk.
      capacity = max(2 * capacity, kept + room)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
      larger.initialize(repeating: 0, count: capacity + Self.padding)
      larger.update(from: base + position, count: kept)
      base.deallocate()
      base = larger
    } else if position > 0 {
      base.update(from: base + position, count: kept)
    }
    (position, end) = (0, kept)
  }
}
