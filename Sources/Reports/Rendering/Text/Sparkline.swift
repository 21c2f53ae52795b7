/// A row of figures as a tiny chart, one character each: `▁▃▅·█`.
public enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The chart of `values`, standing on zero, or on the lowest of them if that is negative.
  ///
  /// A positive value stands visibly above zero, however small it is.
  /// - Parameter absent: what is drawn for a value that is missing, which is not zero.
  public static func of(_ values: [Int64?], absent: Character = "·") -> String {
    let known = values.compactMap(\.self)
    let low = min(0, known.min() ?? 0)
    let high = max(0, known.max() ?? 0)
    return String(
      values.map { value in
        value.map { blocks[level(of: $0, low: low, high: high)] } ?? absent
      })
  }

  private static func level(of value: Int64, low: Int64, high: Int64) -> Int {
    // The unsigned difference is right even where the signed one would overflow.
    let height = UInt128(UInt64(bitPattern: value &- low))
    let span = UInt128(UInt64(bitPattern: high &- low))
    guard span > 0 else { return 0 }
    let level = Int((height * 14 + span) / (span * 2))
    return low == 0 && value > 0 ? max(1, level) : level
  }
}
