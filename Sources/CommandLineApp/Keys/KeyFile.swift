internal import Desk
internal import Files
internal import Glibc

/// A file with the key of one database's secrets, which nobody but its owner may read.
///
/// A new key waits in a file of its own beside it until the database knows it. All that is done to
/// these files is done while nobody else writes to the database, so that what opens it is certain, and
/// while nobody else does anything to them: a copy of the database has its key in the same place.
/// No key is ever deleted, since only copies may be left that it opens.
struct KeyFile {
  let path: String
  let site: String

  /// `TAIZHANG_KEY_FILE`, else one for the database's site in the user's configuration.
  ///
  /// - Throws: `UsageFault.noHome`.
  static func usual(site: String) throws -> KeyFile {
    if let named { return KeyFile(path: named, site: site) }
    guard let folder else { throw UsageFault.noHome }
    return KeyFile(path: folder + site + end, site: site)
  }

  /// Whether a path leads to a file that has a key, of whichever database: by what it holds, or as the
  /// one that is named, one of the user's configuration, or one that waits beside them.
  static func holdsKey(_ path: String) -> Bool {
    let kept = folder.map { folder in
      FilePath.names(in: folder).filter { $0.hasSuffix(end) || $0.contains(end + ".") }
        .map { folder + $0 }
    }
    let places = [named].compactMap(\.self) + (kept ?? [])
    return KeyBytes.isKey(path)
      || places.contains { place in
        RealPath.areOne(path, place)
          || others(beside: place).contains { RealPath.areOne(path, $0) }
      }
  }

  private static var named: String? { Session.variable("TAIZHANG_KEY_FILE") }

  private static var folder: String? {
    Session.folder("XDG_CONFIG_HOME", ".config").map { $0 + "/taizhang/" }
  }

  private static let end = ".key"

  typealias Opens = (KeyMaterial) throws -> Bool

  /// What may open the secrets: the file, newer ones that were not put in its place because the
  /// program was stopped, and earlier ones, which open older copies of the database.
  var materials: [KeyMaterial] {
    get throws { try files.compactMap { try KeyBytes.read($0)?.material } }
  }

  /// The file that opens the secrets: in its place, waiting or kept.
  func opening(_ opens: Opens) throws -> String? {
    try files.first { try KeyBytes.read($0).map { try opens($0.material) } ?? false }
  }

  private var files: [String] { [path] + KeyFile.others(beside: path) }

  private static func others(beside path: String) -> [String] {
    let path = RealPath.of(path)
    return WaitingKey.all(beside: path).map(\.path) + KeptKey.all(beside: path).map(\.path)
  }

  /// Lets nobody else do anything to the files in this place, of whichever database.
  ///
  /// - Throws: `UsageFault.keyFileBusy`.
  func hold<Result>(_ body: () throws -> Result) throws -> Result {
    let done = try FolderLock.hold(
      besides: RealPath.of(path), patience: Workplace.patience, body)
    guard let done else { throw UsageFault.keyFileBusy(path) }
    return done
  }

  /// Lets the file be what opens the secrets: finishes a change that was stopped before its last
  /// step. Another key in its place is kept beside it, and what is no key is not touched.
  ///
  /// - Returns: where another key was put.
  /// - Throws: `UsageFault.foreignKeyFile`.
  @discardableResult
  func settle(_ opens: Opens) throws -> String? {
    let present = try KeyBytes.read(path)
    if let present, try opens(present.material) { return nil }
    let new = try waiting.first {
      try KeyBytes.read($0.path).map { try opens($0.material) } ?? false
    }
    let isThere = FileFacts(path) != nil
    guard let new else {
      if try takeBack(beside: present, opens) { return nil }
      return isThere ? try setAside(present) : nil
    }
    var aside: String?
    if !isThere {
      try put(new)
    } else if let present, present.fingerprint == new.replaced {
      try KeptKey(beside: RealPath.of(path), site: site, present).keep(present)
      try KeyFile.check(rename(new.path, RealPath.of(path)), path)
    } else {
      aside = try setAside(present)
      try put(new)
    }
    Replacement.syncFolder(of: path)
    return aside
  }

  /// Keeps another key under a name by which it is found, so that there is room for a new one.
  private func setAside(_ present: KeyBytes?) throws -> String {
    guard let present, KeyBytes.isKey(path) else { throw UsageFault.foreignKeyFile(path) }
    let real = RealPath.of(path)
    let kept = KeptKey(beside: real, site: site, present)
    try kept.keep(present)
    Replacement.syncFolder(of: real)
    try KeyFile.check(unlink(real), path)
    return kept.path
  }

  /// Lets an earlier key of this ledger be the one that opens it again, after an older copy was
  /// restored; the one that is there is kept in its place.
  private func takeBack(
    beside present: KeyBytes?, _ opens: Opens
  ) throws -> Bool {
    let real = RealPath.of(path)
    let kept = try KeptKey.all(beside: real).first { kept in
      try kept.isOf(site) && KeyBytes.read(kept.path).map { try opens($0.material) } ?? false
    }
    guard let kept, let present else { return false }
    try KeptKey(beside: real, site: site, present).keep(present)
    try KeyFile.check(rename(kept.path, real), path)
    Replacement.syncFolder(of: path)
    return true
  }

  /// Gives a waiting key its name, where there is none that it would replace.
  private func put(_ new: WaitingKey) throws {
    do {
      try Replacement.rename(new.path, toNew: RealPath.of(path))
    } catch {
      if error.errno == EEXIST { throw UsageFault.foreignKeyFile(path) }
      throw UsageFault.cannotWrite(path, reason: String(cString: strerror(error.errno)))
    }
  }

  /// Writes a new random key into a file that waits, and gives it as it was read from there.
  ///
  /// - Throws: `UsageFault.cannotWrite`, `SecretsFault.unreadableKey`.
  func prepare() throws -> (file: WaitingKey, material: KeyMaterial) {
    let key = KeyBytes.random()
    let file = WaitingKey(
      beside: RealPath.of(path), site: site, replacing: try KeyBytes.read(path)?.fingerprint)
    do {
      try key.write(to: file.path)
      guard try KeyBytes.read(file.path) == key else {
        throw SecretsFault.unreadableKey(path: file.path)
      }
    } catch {
      unlink(file.path)
      throw error
    }
    Replacement.syncFolder(of: file.path)
    return (file, key.material)
  }

  /// Puts away what waits and does not open the database. It may have opened it once, and open a copy
  /// that was made then, so it is kept beside the file like an earlier key; only what is no key goes.
  func clean(_ opens: Opens) throws {
    for file in waiting where file.site == site {
      if let key = try KeyBytes.read(file.path) {
        if try opens(key.material) { continue }
        try KeptKey(beside: RealPath.of(path), site: site, key).keep(key)
        Replacement.syncFolder(of: path)
      } else if FileFacts(file.path)?.size ?? 0 >= KeyBytes.length {
        // A key that cannot be read now is one all the same.
        continue
      }
      unlink(file.path)
    }
  }

  private var waiting: [WaitingKey] { WaitingKey.all(beside: RealPath.of(path)) }

  private static func check(_ result: Int32, _ path: String) throws {
    if result != 0 { throw UsageFault.cannotWrite(path, reason: String(cString: strerror(errno))) }
  }
}
