/// Numbers written as bytes, without a `String` for each of many.
extension Int64 {
  /// Writes the number to the end of `room`, which takes it, and returns where it begins.
  public func writeDigits(to room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var start = room.count
    var rest = magnitude
    repeat {
      start -= 1
      room[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if self < 0 {
      start -= 1
      room[start] = UInt8(ascii: "-")
    }
    return start
  }
}

extension [UInt8] {
  /// Adds a number in decimal digits.
  public mutating func append(number: Int64) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
      append(contentsOf: room[number.writeDigits(to: room)...])
    }
  }
}
