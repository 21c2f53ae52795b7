internal import Glibc
public import Registers
public import Storage

/// Why a copy was not kept.
public enum CopyFault: Error, Sendable, Equatable {
  /// There is a file already, and nobody said to replace it.
  case exists(path: String)
  /// The copy's history does not verify: the source is damaged or was tampered with.
  case unsound([Tampering])
  case cannotWrite(path: String, errno: Int32)
}

extension SQLiteConnection {
  /// Copies the database to `path` and verifies the copy; only then does it take that name, so
  /// that a file there is whole or untouched.
  ///
  /// - Parameters:
  ///   - replacing: whether a file at `path` may be replaced.
  ///   - at: the time in UTC, for the schema's own record.
  public func backup(
    to path: String, registers: [RegisterSlot], replacing: Bool, at: String
  ) throws -> Head {
    if !replacing, access(path, F_OK) == 0 { throw CopyFault.exists(path: path) }
    guard access(SQLiteDatabase.folder(of: path), W_OK) == 0 else {
      throw CopyFault.cannotWrite(path: path, errno: errno)
    }
    let part = "\(path).\(getpid()).part"
    defer { SQLiteConnection.remove(part) }
    try copy(to: part)
    let head = try verifiedHead(part, registers, at: at)
    SQLiteConnection.sync(part)
    // A log left by an earlier database of the name must not be applied to this one.
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    guard rename(part, path) == 0 else {
      throw CopyFault.cannotWrite(path: path, errno: errno)
    }
    return head
  }

  private func verifiedHead(
    _ path: String, _ registers: [RegisterSlot], at: String
  ) throws -> Head {
    let copy = try SQLiteDatabase.open(path, for: .write)
    let ledger = try Ledger.open(on: copy, registers: registers, at: at)
    let faults = try copy.integrityFaults()
    if let fault = faults.first { throw StorageError.damaged(detail: fault) }
    let findings = try ledger.verify()
    guard findings.isEmpty else { throw CopyFault.unsound(findings) }
    return try ledger.head()
  }

  private static func sync(_ path: String) {
    let file = open(path, O_RDONLY)
    if file >= 0 {
      fsync(file)
      close(file)
    }
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
