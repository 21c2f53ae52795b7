private import TargetEngine

extension JSONValue {
  /// The document on one line without spaces and without a line end.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The document in UTF-8.
  public var bytes: [UInt8] {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(4096 + writtenCount)
    write(into: &buffer)
    return buffer
  }

  /// The size of what was written already, which is most of a long document.
  private var writtenCount: Int {
    switch self {
    case .written(let bytes): bytes.count
    case .array(let elements): elements.reduce(0) { $0 + $1.writtenCount }
    case .object(let members): members.reduce(0) { $0 + $1.1.writtenCount }
    case .null, .bool, .string, .number, .integer: 0
    }
  }

  /// Appends the document to `buffer`, so that a long list can be written piece by piece.
  public func write(into buffer: inout [UInt8]) {
    switch self {
    case .null: buffer.append(contentsOf: "null".utf8)
    case .bool(let value): buffer.append(contentsOf: (value ? "true" : "false").utf8)
    case .string(let value): buffer.appendJSON(value)
    case .number(let value): buffer.appendJSON(value)
    case .integer(let value): buffer.appendJSON(value)
    case .array(let elements): Self.write(elements, into: &buffer)
    case .object(let members): Self.write(members, into: &buffer)
    case .written(let bytes): buffer.append(contentsOf: bytes)
    }
  }

  private static func write(_ elements: [JSONValue], into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      element.write(into: &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  private static func write(_ members: [(String, JSONValue)], into buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: "{"))
    for (index, (key, value)) in members.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.appendJSON(key)
      buffer.append(UInt8(ascii: ":"))
      value.write(into: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }
}

extension [UInt8] {
  /// Appends a member of an object that is written piece by piece.
  public mutating func appendMember(_ name: StaticString, _ value: JSONValue, isFirst: Bool = false)
  {
    append(contentsOf: isFirst ? [UInt8(ascii: "\"")] : [UInt8(ascii: ","), UInt8(ascii: "\"")])
    name.withUTF8Buffer { append(contentsOf: $0) }
    append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    value.write(into: &self)
  }
}
