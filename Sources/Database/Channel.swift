internal import Dispatch
internal import Synchronization

/// Hands values from one thread to another. The sender waits while the receiver is `capacity` values
/// behind.
public final class Channel<Element: Sendable>: Sendable {
  private let queue = Mutex<[Element]>([])
  private let isCancelled = Mutex(false)
  private let free: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  /// - Parameter capacity: how many values may wait.
  public init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

  /// Waits for room. False when the receiver has gone.
  public func send(_ element: Element) -> Bool {
    free.wait()
    if isCancelled.withLock({ $0 }) {
      free.signal()
      return false
    }
    queue.withLock { $0.append(element) }
    filled.signal()
    return true
  }

  /// Waits for a value.
  public func receive() -> Element {
    filled.wait()
    let element = queue.withLock { $0.removeFirst() }
    free.signal()
    return element
  }

  /// Tells the sender that nobody will receive any more.
  public func cancel() {
    isCancelled.withLock { $0 = true }
    free.signal()
  }
}
