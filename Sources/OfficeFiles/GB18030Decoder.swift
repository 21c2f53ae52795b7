internal import Glibc

/// Turns GB18030 into UTF-8 piece by piece. What cannot be decoded becomes `badByte`, which is
/// never part of UTF-8: the check of the record then reports it at its line and column.
final class GB18030Decoder {
  static let badByte: UInt8 = 0xFF
  /// Room for one character at least, without which no progress is possible.
  static let leastRoom = 16

  private let handle: iconv_t
  /// Bytes read but not decoded yet.
  private var pending: [UInt8] = []
  private var first = 0

  /// Nil on a system that has no converter for GB18030.
  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  var isEmpty: Bool { first == pending.count }

  func append(_ bytes: UnsafeRawBufferPointer) {
    pending.removeFirst(first)
    first = 0
    pending.append(contentsOf: bytes)
  }

  /// Replaces the decoded part of `pending` by up to `count` bytes that `fill` delivers, and
  /// returns their number.
  func append(
    count: Int, from fill: (UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
  ) throws(FileFault) -> Int {
    pending.removeFirst(first)
    first = 0
    let kept = pending.count
    pending.append(contentsOf: repeatElement(0, count: count))
    var added = 0
    defer { pending.removeLast(count - added) }
    // The buffer only lends its storage for the call, so the fault is carried out by hand.
    let result = pending.withUnsafeMutableBytes { buffer -> Result<Int, FileFault> in
      do throws(FileFault) {
        return .success(try fill(UnsafeMutableRawBufferPointer(rebasing: buffer[kept...])))
      } catch {
        return .failure(error)
      }
    }
    added = try result.get()
    return added
  }

  /// Decodes into `output`, of `leastRoom` bytes or more, and returns the bytes written: 0 when
  /// more input is needed. `isLast` says that none will come.
  func decode(into output: UnsafeMutableRawBufferPointer, isLast: Bool) -> Int {
    var written = 0
    while !isEmpty, written < output.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: output[written...])
      let (count, code) = convert(into: rest)
      written += count
      if code == 0 || code == E2BIG || written == output.count { break }
      if code == EINVAL, !isLast { break }
      output[written] = Self.badByte
      written += 1
      first += 1
    }
    return written
  }

  private func convert(into output: UnsafeMutableRawBufferPointer) -> (Int, code: Int32) {
    var outputLeft = output.count
    var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
    var code: Int32 = 0
    pending.withUnsafeMutableBytes { buffer in
      var inputLeft = buffer.count - first
      var source = (buffer.baseAddress.map { $0 + first })?.assumingMemoryBound(to: CChar.self)
      let failed = iconv(handle, &source, &inputLeft, &target, &outputLeft) == Int.max
        || inputLeft > 0
      code = failed ? errno : 0
      first = buffer.count - inputLeft
    }
    return (output.count - outputLeft, code)
  }
}
