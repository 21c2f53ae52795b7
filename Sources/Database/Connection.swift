/// A database, as the stores see it: SQLite now, PostgreSQL later.
///
/// Placeholders are `?1`, `?2`, … and a statement is prepared once per text. A connection serves
/// one thread.
///
/// ```swift
/// let names = try connection.rows("SELECT name FROM unit WHERE parent = ?1", [7]) { $0.text(0) }
/// ```
public protocol Connection: AnyObject {
  /// The words in which this database writes the types and table options of `Schema`.
  var dialect: Dialect { get }

  /// Opens another connection to the same database, for reading on another thread; nil when there
  /// can be none.
  var opener: ConnectionOpener? { get }

  /// A prepared statement, kept for the next time; it comes back reset and without values.
  func statement(_ sql: String) throws(StorageError) -> any Statement

  /// Runs statements that take no values and give no rows.
  func execute(_ script: String) throws(StorageError)

  /// A number that is another one when another connection has written in between. A transaction that has
  /// read sees one state, and one number.
  ///
  /// ```swift
  /// let version = try connection.dataVersion()
  /// if version != known { forget() }
  /// ```
  func dataVersion() throws(StorageError) -> Int64

  /// Whether a transaction has begun and not ended.
  var isInTransaction: Bool { get }

  /// Begins a transaction that may write; waits for others within a bound, then throws `.busy`.
  func begin() throws(StorageError)
  /// - Throws: `.unsettled` where it may be written nevertheless; else it is not.
  func commit() throws(StorageError)
  /// Takes everything since `begin` back; does nothing when there was none.
  func rollback()

  /// Returns why deleted content may remain in the log, or nil. The next connection retries; the
  /// changes are committed either way.
  func settleDeleted() -> Lingering?

  /// A copy of the database that nobody else sees and that may be written, for a reader without rights
  /// to write; nil where this connection may write.
  func writableCopy() throws(StorageError) -> (any Connection)?

  /// The database's own words for damage to its file; none when it is sound.
  func integrityFaults() throws(StorageError) -> [String]

  /// Every table, index, view and trigger, as `index unit_parent`, with the text that made it.
  func objects() throws(StorageError) -> [String: String]

  /// Makes an empty database of the same kind, to compare this one with.
  func scratch() throws(StorageError) -> any Connection
}

/// Why deleted values may still be found in the files of a database.
public enum Lingering: Sendable, Equatable {
  /// Somebody reads the state before the change.
  case isRead
  /// The log could not be emptied.
  case failed(StorageError)
}

/// Opens another connection to the same database, on any thread.
public typealias ConnectionOpener = @Sendable () throws(StorageError) -> any Connection

extension Connection {
  /// Runs `body` in one transaction: all of it is written, or nothing.
  ///
  /// - Throws: what `body` throws, and `StorageError.unsettled` where the commit itself failed so that
  ///   nobody knows whether it stands.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try begin()
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }
}
