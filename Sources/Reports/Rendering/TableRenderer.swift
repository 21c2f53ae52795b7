/// Lays tables out as text. Every line of the result ends with a line feed.
public protocol TableRenderer: Sendable {
  func render(_ tables: [Table]) -> String
}

extension TableRenderer {
  public func render(_ table: Table) -> String { render([table]) }
}
