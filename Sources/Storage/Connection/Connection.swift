/// A database, as the stores see it: SQLite now, PostgreSQL later.
///
/// Placeholders are `?1`, `?2`, … and a statement is prepared once per text. A connection serves
/// one thread.
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

  /// Begins a transaction that may write; waits for others within a bound, then throws `.busy`.
  func begin() throws(StorageError)
  /// - Throws: `.unsettled` where it may be written nevertheless; else it is not.
  func commit() throws(StorageError)
  /// Takes everything since `begin` back; does nothing when there was none.
  func rollback()

  /// Returns why deleted content may remain in the log, or nil. The next connection retries; the
  /// changes are committed either way.
  func settleDeleted() -> Lingering?

  /// The database's own words for damage to its file; none when it is sound.
  func integrityFaults() throws(StorageError) -> [String]
}

/// Why deleted values may still be found in the files of a database.
public enum Lingering: Sendable, Equatable {
  /// Somebody reads the state before the change.
  case isRead
  case failed(StorageError)
}

public typealias ConnectionOpener = @Sendable () throws(StorageError) -> any Connection

/// One prepared statement. Columns count from 0, values from 1.
public protocol Statement: AnyObject {
  func bind(_ index: Int, _ value: Int64)
  /// Binds UTF-8 text; the bytes are copied.
  func bind(_ index: Int, text: UnsafeBufferPointer<UInt8>)
  /// Binds UTF-8 text without a copy; the bytes must stay until the statement was stepped.
  func bind(_ index: Int, borrowed text: UnsafeBufferPointer<UInt8>)
  func bind(_ index: Int, blob: [UInt8])
  /// Binds bytes without a copy; they must stay until the statement was stepped.
  func bind(_ index: Int, borrowed blob: UnsafeRawBufferPointer)
  func bindNull(_ index: Int)

  /// Whether there is a row; false ends the statement and resets it.
  func step() throws(StorageError) -> Bool
  /// Ends the statement before its last row.
  func reset()

  func isNull(_ column: Int) -> Bool
  func int(_ column: Int) -> Int64
  /// The UTF-8 bytes of a text or the bytes of a blob, valid until the next step.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>
}

/// What differs between databases in the frozen text of `Schema`.
public struct Dialect: Sendable {
  /// How a statement begins that inserts many rows. It need not be able to take itself back alone:
  /// when it fails, so does the transaction.
  public var bulkInsert: String
  /// Text in the schema and what stands for it here, such as `{id}` → `INTEGER PRIMARY KEY`.
  public var words: [String: String]

  public init(words: [String: String], bulkInsert: String = "INSERT") {
    self.words = words
    self.bulkInsert = bulkInsert
  }

  func translate(_ ddl: String) -> String {
    words.reduce(ddl) { text, word in text.replacing(word.key, with: word.value) }
  }
}
