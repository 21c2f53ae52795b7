/// Where a field's value lies in its record. A key path to a stored property is the same distance
/// from the beginning of every record: known once, it need not be walked a million times.
struct FieldPlace<Record, Value>: Sendable {
  private let path: any WritableKeyPath<Record, Value> & Sendable
  /// Nil for a property that is computed or observed.
  private let offset: Int?

  init(_ path: any WritableKeyPath<Record, Value> & Sendable) {
    self.path = path
    offset = MemoryLayout<Record>.offset(of: path)
  }

  func value(in record: Record) -> Value {
    guard let offset else { return record[keyPath: path] }
    return withUnsafePointer(to: record) {
      UnsafeRawPointer($0).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee
    }
  }

  func set(_ value: Value, in record: inout Record) {
    guard let offset else {
      record[keyPath: path] = value
      return
    }
    withUnsafeMutablePointer(to: &record) {
      UnsafeMutableRawPointer($0).advanced(by: offset).assumingMemoryBound(to: Value.self).pointee =
        value
    }
  }
}
