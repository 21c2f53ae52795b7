/// One prepared statement. Columns count from 0, values from 1.
public protocol Statement: AnyObject {
  /// Binds an integer.
  func bind(_ index: Int, _ value: Int64)
  /// Binds UTF-8 text; the bytes are copied.
  func bind(_ index: Int, text: UnsafeBufferPointer<UInt8>)
  /// Binds UTF-8 text without a copy; the bytes must stay until the statement was stepped.
  func bind(_ index: Int, borrowed text: UnsafeBufferPointer<UInt8>)
  /// Binds a copy of some bytes.
  func bind(_ index: Int, blob: [UInt8])
  /// Binds bytes without a copy; they must stay until the statement was stepped.
  func bind(_ index: Int, borrowed blob: UnsafeRawBufferPointer)
  /// Binds NULL.
  func bindNull(_ index: Int)

  /// Whether there is a row; false ends the statement and resets it.
  func step() throws(StorageError) -> Bool
  /// Ends the statement before its last row.
  func reset()

  /// Whether a column of the row is NULL.
  func isNull(_ column: Int) -> Bool
  /// A column as an integer; 0 for NULL.
  func int(_ column: Int) -> Int64
  /// The UTF-8 bytes of a text or the bytes of a blob, valid until the next step.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>
}

extension Statement {
  /// Binds a text.
  public func bind(_ index: Int, _ text: String) {
    var text = text
    text.withUTF8 { bind(index, text: $0) }
  }

  /// Binds a value of any kind.
  public func bind(_ index: Int, _ value: Value) {
    switch value {
    case .null: bindNull(index)
    case .int(let int): bind(index, int)
    case .text(let text): bind(index, text)
    case .blob(let bytes): bind(index, blob: bytes)
    }
  }

  /// Binds the first values, beginning with `?1`.
  public func bind(_ values: [Value]) {
    for (index, value) in values.enumerated() { bind(index + 1, value) }
  }

  /// A column as text; empty for NULL.
  public func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
  /// A copy of a column's bytes.
  public func blob(_ column: Int) -> [UInt8] { Array(bytes(column)) }
  /// A column as an integer; nil for NULL.
  public func optionalInt(_ column: Int) -> Int64? { isNull(column) ? nil : int(column) }
}
