import Database
import Foundation
import Glibc
import StorageSQLite
import Testing

@testable import Files

/// Files as their system has them.
@Suite struct PlaceTests {
  @Test("only a disk that is nowhere mounted for writing cannot change")
  func mounts() throws {
    let device = try #require(FileFacts("/proc/self")?.identity.device)
    let number = "\((device >> 8) & 0xFFF):\(device & 0xFF)"
    func isUnchangeable(_ mount: String, _ source: String, _ options: String) -> Bool {
      let lines = """
        21 1 250:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
        36 21 \(number) /root /mnt \(mount),noatime master:1 - iso9660 \(source) \(options)
        """
      return MountTable(text: lines).isUnchangeable("/proc/self")
    }
    #expect(isUnchangeable("ro", "/dev/sr0", "ro,iocharset=utf8"))
    // Mounted for reading here, and elsewhere for writing; or another machine's.
    #expect(!isUnchangeable("ro", "/dev/vdb1", "rw"))
    #expect(!isUnchangeable("ro", "server:/data", "ro"))
    #expect(!MountTable(text: "").isUnchangeable("/proc/self"))
    #expect(!MountTable(text: "36 21\n- - - -\n1 2 3 - ro").isUnchangeable("/proc/self"))
    #expect(!MountTable().isUnchangeable("/nowhere/at/all"))
  }

  @Test("whoever looks at a database again leaves the locks of the first connection as they are")
  func locks() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.db").path
    _ = try SQLiteDatabase.create(path)
    #expect(!isLocked(path))
    do {
      let first = try SQLiteDatabase.open(path, for: .write)
      _ = try first.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) }
      #expect(isLocked(path))
      do {
        let second = try SQLiteDatabase.open(path, for: .read)
        _ = try second.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) }
      }
      #expect(isLocked(path))
      #expect(LedgerFiles.isLedger(path))
      #expect(isLocked(path))
    }
    #expect(!isLocked(path))
  }

  @Test("what is renamed while it is open is neither written nor opened by its new name")
  func renamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (path, other) = (folder.path + "/a.db", folder.path + "/b.db")
    _ = try SQLiteDatabase.create(path)
    do {
      let first = try SQLiteDatabase.open(path, for: .write)
      try first.begin()
      try first.execute("CREATE TABLE t (x INTEGER)")
      try FileManager.default.moveItem(atPath: path, toPath: other)
      #expect(throws: StorageError.replaced) { try first.commit() }
      for access in [SQLiteDatabase.Access.read, .write] {
        #expect(throws: StorageError.hasSeveralNames(path: other)) {
          _ = try SQLiteDatabase.open(other, for: access)
        }
      }
      try FileManager.default.moveItem(atPath: other, toPath: path)
      try first.begin()
      try first.execute("CREATE TABLE t (x INTEGER)")
      try first.commit()
    }
    let again = try SQLiteDatabase.open(path, for: .read)
    #expect(try again.first("SELECT COUNT(*) FROM t") { $0.int(0) } == 0)
  }

  @Test("what was committed before a rename is found by the new name when the last one has closed")
  func broughtHome() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (path, other) = (folder.path + "/a.db", folder.path + "/b.db")
    _ = try SQLiteDatabase.create(path)
    _ = try SQLiteDatabase.create(folder.path + "/c.db")
    do {
      let reader = try SQLiteDatabase.open(path, for: .read)
      let writer = try SQLiteDatabase.open(path, for: .write)
      try writer.execute("CREATE TABLE t (x INTEGER)")
      _ = try reader.first("SELECT COUNT(*) FROM t") { $0.int(0) }
      try FileManager.default.moveItem(atPath: path, toPath: other)
      try FileManager.default.moveItem(atPath: folder.path + "/c.db", toPath: path)
    }
    let renamed = try SQLiteDatabase.open(other, for: .read)
    #expect(try renamed.first("SELECT COUNT(*) FROM t") { $0.int(0) } == 0)
    let placed = try SQLiteDatabase.open(path, for: .read)
    #expect(try placed.first("SELECT COUNT(*) FROM sqlite_schema") { $0.int(0) } == 0)
  }

  @Test("a log is read beside its own file alone, and written into no other")
  func foreignLog() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = FileManager.default
    let (path, other, log) = (folder.path + "/a.db", folder.path + "/b.db", folder.path + "/log")
    for name in [path, other] { try table(name, "t") }
    try files.copyItem(atPath: path, toPath: folder.path + "/before.db")
    do {
      // As a program leaves it that is killed.
      let reader = try SQLiteDatabase.open(path, for: .read)
      _ = try reader.first("SELECT COUNT(*) FROM t") { $0.int(0) }
      try table(path, "u")
      try files.copyItem(atPath: path + "-wal", toPath: log)
      try files.copyItem(atPath: path, toPath: folder.path + "/killed.db")
    }
    // Beside its own file, and one that is the same, it is brought home.
    for name in ["killed", "before"] {
      let own = folder.path + "/\(name).db"
      try files.copyItem(atPath: log, toPath: own + "-wal")
      #expect(
        try SQLiteDatabase.open(own, for: .write).first("SELECT COUNT(*) FROM u") { $0.int(0) } == 0
      )
    }
    // The same ledger some transactions later, a ledger beside it, and one that comes to its name.
    try table(path, "v")
    try table(path, "w")
    for name in [path, other] {
      let content = try Data(contentsOf: URL(fileURLWithPath: name))
      try files.copyItem(atPath: log, toPath: name + "-wal")
      for access in [SQLiteDatabase.Access.read, .write] {
        #expect(throws: StorageError.foreignLog(path: name + "-wal")) {
          _ = try SQLiteDatabase.open(name, for: access)
        }
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: name)) == content)
      #expect(try Data(contentsOf: URL(fileURLWithPath: name + "-wal")).count > 0)
    }
  }

  @Test("a journal of another program is not written home, and nobody waits for a pipe")
  func strangers() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path + "/a.db"
    try table(path, "t")
    let (content, journal) = (try Data(contentsOf: URL(fileURLWithPath: path)), path + "-journal")
    // One that is not of this database, and one that was ended in order.
    let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    try Data(magic + [UInt8](repeating: 0xFF, count: 1024)).write(to: URL(fileURLWithPath: journal))
    for access in [SQLiteDatabase.Access.read, .write] {
      #expect(throws: StorageError.foreignJournal(path: journal)) {
        _ = try SQLiteDatabase.open(path, for: access)
      }
    }
    #expect(throws: StorageError.foreignJournal(path: journal)) {
      _ = try SQLiteDatabase.openBackup(path)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
    try Data(count: 1024).write(to: URL(fileURLWithPath: journal))
    _ = try SQLiteDatabase.open(path, for: .write)
    try? FileManager.default.removeItem(atPath: journal)
    for end in ["-wal", "-shm", "-journal"] {
      #expect(mkfifo(path + end, 0o600) == 0)
      #expect(throws: StorageError.inTheWay(path: path + end)) {
        _ = try SQLiteDatabase.open(path, for: .write)
      }
      unlink(path + end)
      try FileManager.default.createDirectory(
        atPath: path + end, withIntermediateDirectories: false)
      #expect(throws: StorageError.inTheWay(path: path + end)) {
        _ = try SQLiteDatabase.open(path, for: .read)
      }
      rmdir(path + end)
    }
  }

  @Test("of two that go on from one state neither takes the other's log")
  func siblings() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = FileManager.default
    let (path, copy) = (folder.path + "/a.db", folder.path + "/b.db")
    try table(path, "t")
    try files.copyItem(atPath: path, toPath: copy)
    try table(copy, "u")
    let reader = try SQLiteDatabase.open(path, for: .read)
    _ = try reader.first("SELECT COUNT(*) FROM t") { $0.int(0) }
    try table(path, "v")
    try files.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
    #expect(throws: StorageError.foreignLog(path: copy + "-wal")) {
      _ = try SQLiteDatabase.open(copy, for: .write)
    }
    try files.removeItem(atPath: copy + "-wal")
    _ = try SQLiteDatabase.open(copy, for: .read).first("SELECT COUNT(*) FROM u") { $0.int(0) }
  }

  /// Makes a table in a database, which is made where there is none.
  private func table(_ path: String, _ name: String) throws {
    let isThere = FileManager.default.fileExists(atPath: path)
    let connection =
      isThere ? try SQLiteDatabase.open(path, for: .write) : try SQLiteDatabase.create(path)
    try connection.begin()
    try connection.execute("CREATE TABLE \(name) (x INTEGER)")
    try connection.commit()
  }

  /// Whether somebody reads a database, by SQLite's lock. A descriptor's own lock is asked for, since a process
  /// does not see its own.
  private func isLocked(_ path: String) -> Bool {
    let file = open(path, O_RDWR | O_CLOEXEC)
    defer { OpenDatabase.close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    (lock.l_start, lock.l_len) = (0x4000_0002, 510)
    // Linux's F_OFD_GETLK.
    return fcntl(file, 36, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  @Test("the second name of a copy that was killed while it took its place goes away")
  func killedCopy() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.db").path
    _ = try SQLiteDatabase.create(path)
    let part = Replacement(of: path, mode: 0o600).part
    let gone = part.replacingOccurrences(of: ".\(getpid())-", with: ".2147483646-")
    #expect(gone != part)
    try FileManager.default.linkItem(atPath: path, toPath: gone)
    _ = try SQLiteDatabase.open(path, for: .write)
    #expect(!FileManager.default.fileExists(atPath: gone))
  }
}
