/// What the placeholders of a statement hold from the last time. Rows in bulk have the same year, no note or a
/// sum of 0 one after the other, and to look here takes less time than to tell SQLite.
struct BoundValues: ~Copyable {
  enum Value: Equatable {
    /// What every placeholder holds at first.
    case null
    case int(Int64)
    case noText
    /// Something that is not compared.
    case other
  }

  // In memory of its own: a look at a property of an object would be checked for other accesses each time.
  private let values: UnsafeMutableBufferPointer<Value>

  init(count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: .null)
  }

  deinit { values.deallocate() }

  /// Notes what a placeholder, counted from 1, is to hold.
  ///
  /// - Returns: whether that is something else than before.
  func set(_ index: Int, _ value: Value) -> Bool {
    guard values.indices.contains(index - 1) else { return true }
    if value != .other, values[index - 1] == value { return false }
    values[index - 1] = value
    return true
  }

  /// Notes that all of them hold null.
  func clear() { values.update(repeating: .null) }
}
