internal import Glibc

/// Bytes from the system's source of randomness.
public func randomBytes(_ count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    fillRandomly(
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))
    initialized = count
  }
}

func fillRandomly(_ bytes: UnsafeMutableRawBufferPointer) {
  // All at once where the system allows it, since each call costs time.
  if getentropy(bytes.baseAddress, bytes.count) == 0 { return }
  var source = SystemRandomNumberGenerator()
  for place in bytes.indices { bytes[place] = UInt8.random(in: 0...255, using: &source) }
}
