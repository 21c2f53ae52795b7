internal import CSQLite
public import Storage

extension SQLiteConnection {
  /// Copies the whole database, as it stands now, into a new file at `path`, while others go on
  /// reading and writing. The copy is one plain file without a write-ahead log beside it.
  public func copy(to path: String) throws(StorageError) {
    let target = try SQLiteConnection(
      path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
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
}
