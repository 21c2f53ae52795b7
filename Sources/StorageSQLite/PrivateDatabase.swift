public import Database
internal import Files
internal import Glibc

/// The place of a database for a while, in a folder that only this user can look into and that nobody else had
/// before.
public struct PrivateDatabase: Sendable {
  private let folder: String
  public var path: String { folder + "/private.db" }

  /// Makes the folder, where `TMPDIR` says.
  public init() throws(StorageError) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(place)/taizhang-XXXXXX".utf8CString)
    guard let made = mkdtemp(&name) else { throw PrivateDatabase.fault }
    folder = String(cString: made)
  }

  /// Removes the database and its folder.
  public func remove() {
    for name in [""] + LedgerFiles.sideFiles { unlink(path + name) }
    rmdir(folder)
  }

  /// Copies a file; false when it is gone.
  func add(_ source: String, as name: String) throws(StorageError) -> Bool {
    let from = open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else {
      if errno == ENOENT { return false }
      throw PrivateDatabase.fault
    }
    defer { OpenDatabase.close(from) }
    let target = open(path + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, SQLiteDatabase.mode)
    guard target >= 0 else { throw PrivateDatabase.fault }
    defer { close(target) }
    while true {
      let sent = sendfile(target, from, nil, 1 << 30)
      if sent < 0 { throw PrivateDatabase.fault }
      if sent == 0 { return true }
    }
  }

  private static var fault: StorageError {
    errno == ENOSPC || errno == EDQUOT
      ? .diskFull : .failed(code: Int(errno), detail: String(cString: strerror(errno)))
  }
}
