/// A stretch of whole months that a report covers: a month, quarter, half-year or year.
public struct Period: Sendable, Hashable, CustomStringConvertible {
  public enum Length: Int, Sendable { case month = 1, quarter = 3, halfYear = 6, year = 12 }

  public let first: Month
  public let length: Length

  /// Nil unless `first` begins such a period: a quarter begins in January, April, July, October.
  public init?(first: Month, length: Length) {
    guard (first.monthOfYear - 1) % length.rawValue == 0 else { return nil }
    self.first = first
    self.length = length
  }

  public var last: Month { first.adding(length.rawValue - 1) }

  /// `2021-06`, `2021Q2`, `2021H1`, `2021`.
  public var description: String {
    let part = (first.monthOfYear - 1) / length.rawValue + 1
    return switch length {
    case .month: first.description
    case .quarter: "\(first.year)Q\(part)"
    case .halfYear: "\(first.year)H\(part)"
    case .year: "\(first.year)"
    }
  }
}
