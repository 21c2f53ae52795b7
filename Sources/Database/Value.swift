/// A value for a placeholder, for statements that are not run for each of many rows.
///
/// ```swift
/// try connection.run("INSERT INTO setting (name, value) VALUES (?1, ?2)", ["decimals", .text("1")])
/// ```
public enum Value: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  case null
  case int(Int64)
  case text(String)
  case blob([UInt8])

  /// An integer written in the source, such as `7`.
  public init(integerLiteral value: Int64) { self = .int(value) }
  /// A text written in the source, such as `"site"`.
  public init(stringLiteral value: String) { self = .text(value) }
  /// An integer, or NULL for nil.
  public init(_ value: Int?) { self = value.map { .int(Int64($0)) } ?? .null }
  /// An integer, or NULL for nil.
  public init(_ value: Int64?) { self = value.map { .int($0) } ?? .null }
  /// A text, or NULL for nil.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}
