/// Many texts in one buffer, so that reading a file makes no `String` for each of its cells.
public struct TextColumn: Sendable {
  /// What is added here belongs to the next text, until that ends.
  public var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// No texts.
  public init() {}

  /// Makes room for the ends of as many texts.
  public mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }

  /// For about as many other texts.
  public var emptied: TextColumn {
    var column = TextColumn()
    column.bytes.reserveCapacity(bytes.count * 9 / 8)
    column.ends.reserveCapacity(ends.count * 9 / 8)
    return column
  }

  /// Lets what is appended next continue the last text.
  public mutating func reopenLast() { _ = ends.popLast() }

  /// Adds a text of UTF-8 bytes.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    end()
  }

  /// Adds a text.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    end()
  }

  /// Adds the texts of another column.
  public mutating func append(contentsOf other: TextColumn) {
    let start = Int32(bytes.count)
    bytes += other.bytes
    ends += other.ends.map { $0 + start }
  }

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Makes a text of the bytes that were added since the last one.
  public mutating func end() { ends.append(Int32(bytes.count)) }

  /// The texts of these rows, in this order.
  public func reordered(_ order: [Int32]) -> TextColumn {
    var result = TextColumn()
    if bytes.isEmpty {
      result.ends = [Int32](repeating: 0, count: order.count)
      return result
    }
    let size = order.reduce(0) { $0 + range(of: Int($1)).count }
    result.ends.reserveCapacity(order.count)
    result.bytes = [UInt8](unsafeUninitializedCapacity: size) { room, used in
      bytes.withUnsafeBytes { all in
        for row in order {
          let text = UnsafeRawBufferPointer(rebasing: all[range(of: Int(row))])
          UnsafeMutableRawBufferPointer(room)[used...].copyBytes(from: text)
          used += text.count
          result.ends.append(Int32(used))
        }
      }
    }
    return result
  }

  /// Where the bytes of a row lie.
  private func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// Runs `body` with a function that gives a row's bytes, valid until `body` returns.
  public func withBytes<Result>(
    _ body: ((Int) -> UnsafeBufferPointer<UInt8>) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let outcome = bytes.withUnsafeBufferPointer { all in
      ends.withUnsafeBufferPointer { ends in
        Swift.Result { () throws(StorageError) in
          try body { row in
            let start = row == 0 ? 0 : Int(ends[row - 1])
            return UnsafeBufferPointer(rebasing: all[start..<Int(ends[row])])
          }
        }
      }
    }
    return try outcome.get()
  }
}
