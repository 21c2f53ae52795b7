internal import Synchronization

/// A value that is made when it is first asked for, and once for all threads.
///
///     let table = Once { RegisterTable(slot.shape()) }
///     print(table.value.name)  // made now
public final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// - Parameter make: must not ask for this value.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
