internal import CSQLite
public import Database

extension SQLiteConnection {
  /// Copies the whole database, as it stands now, into another, while others go on reading and
  /// writing. What the other held is replaced in one transaction of its own: all of it, or nothing.
  func copy(to target: SQLiteConnection) throws(StorageError) {
    let code = withHandle { source in
      target.withHandle { destination -> Int32 in
        guard let backup = sqlite3_backup_init(destination, "main", source, "main") else {
          return sqlite3_errcode(destination)
        }
        let step = sqlite3_backup_step(backup, -1)
        let finish = sqlite3_backup_finish(backup)
        return step == SQLITE_DONE ? finish : step
      }
    }
    guard code == SQLITE_OK else { throw target.error(code) }
  }

  /// Copies the whole database into an empty file: one plain file without a log beside it.
  public func copy(to path: String) throws(StorageError) {
    try copy(to: try SQLiteConnection(path: path, flags: SQLITE_OPEN_READWRITE))
  }

  /// A copy in memory, which can be brought to a newer schema where the database itself cannot be
  /// written to.
  public func copyInMemory() throws(StorageError) -> SQLiteConnection {
    let copy = try SQLiteDatabase.inMemory()
    try self.copy(to: copy)
    return copy
  }
}
