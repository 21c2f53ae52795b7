internal import Glibc
internal import Storage

/// A file with the key of one database's secrets, readable by its owner alone.
struct KeyFile {
  let path: String
  /// Where a new key waits until the database knows it.
  var waiting: String { path + ".new" }

  /// `TAIZHANG_KEY_FILE`, else one for the database's site in the user's configuration.
  static func usual(site: String) -> KeyFile {
    if let path = Session.variable("TAIZHANG_KEY_FILE") { return KeyFile(path: path) }
    let home = Session.variable("HOME") ?? "."
    let folder = Session.variable("XDG_CONFIG_HOME") ?? home + "/.config"
    return KeyFile(path: "\(folder)/taizhang/\(site).key")
  }

  /// What may open the secrets: the file, and a newer one that was not put in its place because the
  /// program was stopped.
  var materials: [KeyMaterial] { [path, waiting].compactMap { KeyFile.read($0) } }

  /// Makes room for a new key: finishes a change that was stopped before its last step, and refuses
  /// to replace a file that is not this database's key.
  ///
  /// - Parameter opens: whether something opens the database's secrets.
  /// - Throws: `UsageFault.outputExists`.
  func settle(_ opens: (KeyMaterial) throws -> Bool) throws {
    if let key = KeyFile.read(waiting), try opens(key) { try take() }
    guard access(path, F_OK) == 0 else { return }
    guard let key = KeyFile.read(path), try opens(key) else { throw UsageFault.outputExists(path) }
  }

  private static let length = 32

  private static func read(_ path: String) -> KeyMaterial? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: length)
    return Glibc.read(file, &bytes, length) == length ? .file(bytes) : nil
  }

  /// Writes a new random key beside the file.
  ///
  /// - Throws: `UsageFault.cannotWrite`.
  func prepare() throws -> KeyMaterial {
    Workplace.makeFolder(of: path)
    var source = SystemRandomNumberGenerator()
    let bytes = (0..<KeyFile.length).map { _ in UInt8.random(in: 0...255, using: &source) }
    unlink(waiting)
    let file = open(waiting, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw failure(waiting) }
    defer { close(file) }
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw failure(waiting)
    }
    return .file(bytes)
  }

  /// Puts the new key in the file's place, now that the database knows it.
  func take() throws {
    guard rename(waiting, path) == 0 else { throw failure(path) }
  }

  /// Forgets a new key that the database did not take.
  func discard() { unlink(waiting) }

  private func failure(_ path: String) -> UsageFault {
    .cannotWrite(path, reason: String(cString: strerror(errno)))
  }
}
