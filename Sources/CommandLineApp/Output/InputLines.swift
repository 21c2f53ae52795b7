internal import Glibc

/// The lines of standard input as bytes, without what ends them: `readLine` would put marks in the
/// place of what is no UTF-8.
struct InputLines: Sequence, IteratorProtocol {
  /// What was read and not handed over yet. A terminal gives no more than a line at a time.
  private var rest: ArraySlice<UInt8> = []

  mutating func next() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        break
      }
      line += rest
      rest = InputLines.read()[...]
      if rest.isEmpty {
        if line.isEmpty { return nil }
        break
      }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  /// Nothing at the end, or where a signal ends the waiting.
  private static func read() -> [UInt8] {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&input, 1, 200) == 0 || Ending.hasCome { if Ending.hasCome { return [] } }
    return readNow()
  }

  private static func readNow() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
      var length = 0
      repeat {
        length = Glibc.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      } while length < 0 && errno == EINTR
      count = Swift.max(0, length)
    }
  }
}
