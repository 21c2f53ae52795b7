internal import Dispatch
internal import Synchronization

/// Every item's result, in the items' order, worked out on all processors.
///
/// For work of milliseconds that looks at nothing but its item: a thread has its price too.
public func inParallel<Item: Sendable, Result: Sendable, Failure: Error>(
  _ items: [Item], _ work: @Sendable (Item) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let results = Mutex<[Int: Swift.Result<Result, Failure>]>([:])
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let result: Swift.Result<Result, Failure>
    do throws(Failure) {
      result = .success(try work(items[index]))
    } catch {
      result = .failure(error)
    }
    results.withLock { $0[index] = result }
  }
  var ordered: [Result] = []
  ordered.reserveCapacity(items.count)
  let found = results.withLock { $0 }
  for index in items.indices {
    if let result = found[index] { ordered.append(try result.get()) }
  }
  return ordered
}
