internal import Database
internal import Dispatch
internal import Storage

/// Ways in which what is read from a file comes to the thread that writes it, part by part.
enum Handing {
  /// Reads on a second thread, at most `ahead` parts ahead, and takes the parts on this one.
  ///
  /// - Parameter produce: reads, hands each part to `emit`, which returns false to stop, and gives
  ///   what is known at the end.
  static func aside<Part: Sendable, End: Sendable>(
    ahead: Int, _ produce: @escaping @Sendable (_ emit: (Part) -> Bool) throws -> End,
    take: (Part) throws -> Void
  ) throws -> End {
    let channel = Channel<Handed<Part, End>>(capacity: ahead)
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        _ = channel.send(.end(try produce { channel.send(.part($0)) }))
      } catch {
        _ = channel.send(.failure(error))
      }
    }
    do {
      while true {
        switch channel.receive() {
        case .part(let part): try take(part)
        case .end(let end): return end
        case .failure(let error): throw error
        }
      }
    } catch {
      channel.cancel()
      throw error
    }
  }

  /// Reads and takes the parts on this thread.
  static func here<Part, End>(
    _ produce: @escaping (_ emit: (Part) -> Bool) throws -> End, take: (Part) throws -> Void
  ) throws -> End {
    var failure: (any Error)?
    let end = try produce { part in
      do {
        try take(part)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return end
  }

  private enum Handed<Part: Sendable, End: Sendable>: Sendable {
    case part(Part)
    case end(End)
    case failure(any Error)
  }
}
