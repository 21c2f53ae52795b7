import Database
import Storage
import StorageSQLite
import Synchronization

@testable import StorageSQLite

/// Databases that many tests begin with: each is made once, and copied page by page. To found one takes tens of
/// milliseconds, most of them for reading the growing schema again after each step.
enum Template {
  private static let lock = Mutex(())
  // Used by whoever holds the lock.
  nonisolated(unsafe) private static var made: [String: SQLiteConnection] = [:]

  /// A database in memory like the one of that name.
  ///
  /// - Parameter make: fills the first one.
  static func copy(
    _ name: String, make: (SQLiteConnection) throws -> Void
  ) throws -> SQLiteConnection {
    let copy = try SQLiteDatabase.inMemory()
    try lock.withLock { _ in
      if made[name] == nil {
        let first = try SQLiteDatabase.inMemory()
        try make(first)
        made[name] = first
      }
      try made[name]?.copy(to: copy)
    }
    return copy
  }
}
