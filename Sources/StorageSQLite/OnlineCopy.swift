internal import CSQLite
public import Database

extension SQLiteConnection {
  /// Copies the whole database, as it stands now, into another, while others go on reading and
  /// writing. What the other held is replaced in one transaction of its own: all of it, or nothing.
  ///
  /// - Parameter whenLocked: runs when nobody else can write to the other any more, and sees by another
  ///   connection what is about to be replaced; what it throws leaves everything as it was.
  func copy(
    to target: SQLiteConnection, whenLocked: () throws(StorageError) -> Void = {}
  ) throws(StorageError) {
    let begun = withHandle { source in
      target.withHandle { sqlite3_backup_init($0, "main", source, "main") }
    }
    guard let backup = begun else {
      throw target.error(target.withHandle { sqlite3_errcode($0) })
    }
    do throws(StorageError) {
      // A step of no pages takes the lock.
      let lock = sqlite3_backup_step(backup, 0)
      guard lock == SQLITE_OK else { throw target.error(lock) }
      try whenLocked()
    } catch {
      sqlite3_backup_finish(backup)
      throw error
    }
    let step = sqlite3_backup_step(backup, -1)
    let finish = sqlite3_backup_finish(backup)
    let code = step == SQLITE_DONE ? finish : step
    guard code == SQLITE_OK else { throw target.error(code) }
  }

  /// Copies the whole database into an empty file: one plain file without a log beside it.
  public func copy(to path: String) throws(StorageError) {
    try copy(to: try SQLiteConnection(path: path, flags: SQLITE_OPEN_READWRITE))
  }

  /// A copy in memory, which can be brought to a newer schema where the database itself cannot be
  /// written to.
  public func writableCopy() throws(StorageError) -> (any Connection)? {
    guard isReadOnly else { return nil }
    let copy = try SQLiteDatabase.inMemory()
    try self.copy(to: copy)
    return copy
  }
}
