public import TargetEngine

/// A JSON document as a value. Objects keep the order of their keys, so that the same report is
/// always the same bytes.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case string(String)
  /// Written with the shortest exact digits: `6.5`, never `6.50`.
  case number(Decimal)
  case integer(Int64)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// A value that was written already, in UTF-8.
  case written([UInt8])

  /// A number or, when it is nil, null.
  public init(_ number: Decimal?) { self = number.map(JSONValue.number) ?? .null }

  /// A number or, when it is nil, null.
  public init(_ integer: Int?) { self = integer.map { .integer(Int64($0)) } ?? .null }

  /// A number or, when it is nil, null.
  public init(_ integer: Int64?) { self = integer.map(JSONValue.integer) ?? .null }

  /// A string or, when it is nil, null.
  public init(_ string: String?) { self = string.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}

extension JSONValue {
  /// An object with one member more, at its end.
  public func adding(_ name: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [(name, value)])
  }
}
