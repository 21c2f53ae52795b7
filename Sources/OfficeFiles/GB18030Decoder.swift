internal import Glibc

/// Turns GB18030 into UTF-8 piece by piece. What cannot be decoded becomes `badByte`, which is
/// never part of UTF-8: the check of the record then reports it at its line and column.
final class GB18030Decoder {
  static let badByte: UInt8 = 0xFF
  /// Room for one character at least, without which no progress is possible.
  static let leastRoom = 16

  private let handle: iconv_t
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// The stretch of `buffer` that is not decoded yet.
  private var first = 0
  private var last = 0

  /// Nil on a system that has no converter for GB18030.
  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit {
    buffer.deallocate()
    iconv_close(handle)
  }

  /// Space for `count` bytes of GB18030 behind those that wait; `commit` says how many came.
  func room(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let waiting = UnsafeRawBufferPointer(rebasing: buffer[first..<last])
    if waiting.count + count > buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: waiting.count + count, alignment: 16)
      larger.copyMemory(from: waiting)
      buffer.deallocate()
      buffer = larger
    } else {
      buffer.copyMemory(from: waiting)
    }
    (first, last) = (0, waiting.count)
    return UnsafeMutableRawBufferPointer(rebasing: buffer[last..<(last + count)])
  }

  func commit(_ count: Int) {
    last += count
  }

  func append(_ bytes: UnsafeRawBufferPointer) {
    room(bytes.count).copyMemory(from: bytes)
    commit(bytes.count)
  }

  /// Decodes into `output`, of `leastRoom` bytes or more, and returns the bytes written: 0 when
  /// more input is needed. `isLast` says that none will come.
  func decode(into output: UnsafeMutableRawBufferPointer, isLast: Bool) -> Int {
    var written = 0
    while first < last, written < output.count {
      let room = UnsafeMutableRawBufferPointer(rebasing: output[written...])
      let (count, code) = convert(into: room)
      written += count
      // A character cut by the end of the input waits for the rest of it.
      if code == 0 || code == E2BIG || (code == EINVAL && !isLast) { break }
      guard written < output.count else { break }
      output[written] = Self.badByte
      written += 1
      first += 1
    }
    return written
  }

  private func convert(into output: UnsafeMutableRawBufferPointer) -> (Int, code: Int32) {
    var inputLeft = last - first
    var outputLeft = output.count
    var input = buffer.baseAddress.map { ($0 + first).assumingMemoryBound(to: CChar.self) }
    var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    // The result is (size_t)-1 on failure.
    let result = iconv(handle, &input, &inputLeft, &target, &outputLeft)
    let code = Int(bitPattern: UInt(bitPattern: Int(result))) == -1 ? errno : 0
    first = last - inputLeft
    return (output.count - outputLeft, code)
  }

  /// A short text in GB18030; nil without a converter.
  static func text(of bytes: UnsafeRawBufferPointer) -> String? {
    guard let decoder = GB18030Decoder() else { return nil }
    decoder.append(bytes)
    return withUnsafeTemporaryAllocation(byteCount: 4 * bytes.count + leastRoom, alignment: 16) {
      String(decoding: $0[..<decoder.decode(into: $0, isLast: true)], as: UTF8.self)
    }
  }

  /// How many bytes of `text` cannot be decoded; a character cut by its end does not count
  /// unless the text `isWhole`. Nil without a converter.
  static func faults(in text: UnsafeRawBufferPointer, isWhole: Bool) -> Int? {
    guard let decoder = GB18030Decoder() else { return nil }
    decoder.append(text)
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { output in
      var faults = 0
      while true {
        let count = decoder.decode(into: output, isLast: isWhole)
        if count == 0 { return faults }
        faults += output[..<count].count { $0 == badByte }
      }
    }
  }
}
