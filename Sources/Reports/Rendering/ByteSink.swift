/// Takes the UTF-8 that renderers write, and passes it on in pieces, so that a long list is never in memory
/// as a whole.
///
/// ```swift
/// let sink = ByteSink { piece in try file.write(piece) }
/// try CSVRenderer().render(tables, to: sink)
/// try sink.finish()
/// ```
public final class ByteSink {
  /// What was written and not passed on yet.
  public private(set) var bytes: [UInt8] = []
  private let drain: (([UInt8]) throws -> Void)?
  private static let piece = 1 << 16

  /// - Parameter drain: takes a piece; without it everything stays in `bytes`.
  public init(_ drain: (([UInt8]) throws -> Void)? = nil) {
    self.drain = drain
    if drain != nil { bytes.reserveCapacity(2 * ByteSink.piece) }
  }

  public func write(_ text: String) throws {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    try passOn(from: ByteSink.piece)
  }

  public func write(_ more: [UInt8]) throws {
    bytes.append(contentsOf: more)
    try passOn(from: ByteSink.piece)
  }

  /// Writes a document, its lists and what its members are piece by piece.
  public func write(_ json: JSONValue) throws {
    switch json {
    case .array(let elements):
      try writeArray { emit in
        for element in elements { try emit(element) }
      }
    case .object(let members):
      for (place, (key, value)) in members.enumerated() {
        bytes.append(place == 0 ? UInt8(ascii: "{") : UInt8(ascii: ","))
        bytes.appendJSON(key)
        bytes.append(UInt8(ascii: ":"))
        try write(value)
      }
      try write(members.isEmpty ? "{}" : "}")
    case .null, .bool, .string, .number, .integer, .written:
      json.write(into: &bytes)
      try passOn(from: ByteSink.piece)
    }
  }

  /// Writes a list whose elements are made while it is written.
  public func writeArray(_ elements: (_ emit: (JSONValue) throws -> Void) throws -> Void) throws {
    var separator = "["
    try elements { element in
      try write(separator)
      try write(element)
      separator = ","
    }
    try write(separator == "[" ? "[]" : "]")
  }

  /// Passes on the rest.
  public func finish() throws { try passOn(from: 1) }

  private func passOn(from count: Int) throws {
    guard let drain, bytes.count >= count else { return }
    try drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
