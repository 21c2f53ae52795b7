extension Unicode.Scalar {
  /// The ASCII character of which this is the full-width form, as clerks' keyboards produce both; any
  /// other character is itself.
  ///
  ///     String(String.UnicodeScalarView("［１］＋２".unicodeScalars.map(\.halfWidth)))  // [1]+2
  public var halfWidth: Unicode.Scalar {
    switch value {
    // Full-width forms stand as far from ASCII as each other.
    case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(value - 0xFEE0))
    case 0x3000: " "
    default: self
    }
  }
}
