// Stands in for the real hash, which would only slow the fuzzer down.
public struct SHA256 {
  private var sum: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  public func finalize() -> [UInt8] {
    withUnsafeBytes(of: sum) { Array($0) }
  }
}
