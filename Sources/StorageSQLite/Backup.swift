internal import Database
internal import Files
internal import Glibc
public import Journal
public import Registers
public import Storage

/// Why a copy was not kept.
public enum CopyFault: Error, Sendable, Equatable {
  /// There is a file already, and nobody said to replace it.
  case exists(path: String)
  /// The copy would take the place of what it is made from.
  case isSource(path: String)
  /// The copy's history does not verify: the source is damaged or was tampered with.
  case unsound([Tampering])
  case cannotWrite(path: String, errno: Int32)
  /// A folder, a pipe or a device is there: a database cannot take its place.
  case notFile(path: String)
  /// The log of another ledger lies there.
  case isLog(path: String)
  /// A log lies beside the name, whose database is not there: it may hold transactions of one that was
  /// moved away.
  case strayLog(path: String)
}

/// A copy that was kept.
public struct ProvenCopy: Sendable {
  public let head: Head
  /// What `check` finds in it; the history is proven.
  public let findings: [Inconsistency]
  public internal(set) var replaced = Replaced.nothing

  /// What a copy took the place of.
  public enum Replaced: Sendable, Equatable {
    /// Nothing, or a ledger whose whole history the copy contains.
    case nothing
    /// A ledger that ended there and held what the copy does not.
    case history(Head)
    /// A file that could not be read as a ledger: nobody knows what it held.
    case unreadable
  }
}

extension SQLiteConnection {
  /// Copies the database to `path`. The copy is verified and checked; only then does it take that
  /// name, so that what is there is whole or untouched.
  ///
  /// - Parameters:
  ///   - replacing: whether a file at `path` may be replaced.
  ///   - at: the time in UTC, for the schema's own record.
  ///   - equip: gives the copy's ledger what its check needs, as where the key of secrets is.
  public func backup(
    to path: String, registers: [RegisterSlot], replacing: Bool, at: String,
    equip: (Ledger) -> Void = { _ in }
  ) throws -> ProvenCopy {
    guard !LedgerFiles.isPart(path, of: self.path) else { throw CopyFault.isSource(path: path) }
    guard !LedgerFiles.isLog(path) else { throw CopyFault.isLog(path: path) }
    if let log = LedgerFiles.strayLog(beside: path) { throw CopyFault.strayLog(path: log) }
    if let facts = FileFacts(path) {
      guard facts.isRegular else { throw CopyFault.notFile(path: path) }
      guard replacing else { throw CopyFault.exists(path: path) }
    }
    let part = Replacement(of: path, mode: SQLiteDatabase.mode)
    defer { SQLiteDatabase.remove(part.part) }
    do {
      close(try part.create())
      try copy(to: part.part)
      // Else the next log of this ledger would be taken for one of the copy's.
      try SQLiteDatabase.open(part.part, for: .write).setLogNumber(LogNumber.any)
      var proven = try SQLiteConnection.prove(part.part, registers, at: at, equip)
      proven.replaced = try put(part, replacing: replacing)
      return proven
    } catch let fault as SystemFault {
      if fault.errno == EEXIST { throw CopyFault.exists(path: path) }
      throw CopyFault.cannotWrite(path: path, errno: fault.errno)
    }
  }

  private static func prove(
    _ path: String, _ registers: [RegisterSlot], at: String, _ equip: (Ledger) -> Void
  ) throws -> ProvenCopy {
    let copy = try SQLiteDatabase.open(path, for: .write)
    let ledger = try Ledger.open(on: copy, registers: registers, at: at)
    equip(ledger)
    let faults = try copy.integrityFaults()
    if let fault = faults.first { throw StorageError.damaged(detail: fault) }
    let findings = try ledger.verify()
    guard findings.isEmpty else { throw CopyFault.unsound(findings) }
    return ProvenCopy(head: try ledger.head(), findings: try ledger.check())
  }

  /// Puts the copy where it belongs, while no other copy is put there. A database that stands there is
  /// written over in one transaction, which waits for other writers, and readers keep what they see; a
  /// file that is none is replaced. Unless that is allowed, what came there meanwhile stays.
  private func put(_ copy: Replacement, replacing: Bool) throws -> ProvenCopy.Replaced {
    let replaced = try FolderLock.hold(besides: copy.path, patience: patience) {
      () throws -> ProvenCopy.Replaced in
      guard replacing else {
        if FileFacts(copy.path) != nil { throw SystemFault(path: copy.path, errno: EEXIST) }
        try SQLiteConnection.take(copy, replacing: false)
        return .nothing
      }
      do {
        return try writeOver(copy)
      } catch StorageError.notFound {
        try SQLiteConnection.take(copy, replacing: false)
        return .nothing
      } catch let error as StorageError where error.isOfContent {
        let isEmpty = FileFacts(copy.path)?.size == 0
        try SQLiteConnection.take(copy, replacing: true)
        return isEmpty ? .nothing : .unreadable
      }
    }
    guard let replaced else { throw StorageError.busy }
    return replaced
  }

  /// Writes a copy over the database in whose place it belongs. Its head is read when nobody can write
  /// to it any more, so that no transaction falls between.
  private func writeOver(_ copy: Replacement) throws(StorageError) -> ProvenCopy.Replaced {
    let standing = try SQLiteDatabase.open(copy.path, for: .write, patience: patience)
    // Else nobody could read beside the lock. Opened before it, and by the connection: to close the file
    // by another way would end this process's locks.
    _ = try standing.first("PRAGMA journal_mode = WAL") { $0.text(0) }
    let reader = try standing.opener?() as? SQLiteConnection
    let new = try SQLiteDatabase.open(copy.part, for: .read)
    var replaced = ProvenCopy.Replaced.unreadable
    try new.copy(to: standing) { () throws(StorageError) in
      guard let reader else { return }
      // It is written into a log of this file, of which it must not have another number.
      let number = try reader.numberOfWriting()
      try SQLiteDatabase.open(copy.part, for: .write).setLogNumber(number)
      do throws(StorageError) {
        let head = try Journal.head(of: reader, missingFrom: new)
        replaced = head.map { .history($0) } ?? .nothing
      } catch .busy {
        throw .busy
      } catch {}
    }
    // What the log keeps longer is no part of the answer.
    _ = standing.settleDeleted()
    return replaced
  }

  /// Gives the copy its name. The log of a file that cannot be opened, or is gone, must not be
  /// applied to the copy; it is kept, by a name that nothing sweeps away, until the copy stands.
  private static func take(_ copy: Replacement, replacing: Bool) throws(SystemFault) {
    let kept = copy.part + ".kept"
    let moved = LedgerFiles.sideFiles.filter { rename(copy.path + $0, kept + $0) == 0 }
    do {
      try copy.take(replacing: replacing)
    } catch {
      for name in moved { rename(kept + name, copy.path + name) }
      throw error
    }
    for name in moved { unlink(kept + name) }
  }
}

extension StorageError {
  /// Whether it says that a file is no sound database.
  fileprivate var isOfContent: Bool {
    switch self {
    case .foreign, .damaged: true
    default: false
    }
  }
}
