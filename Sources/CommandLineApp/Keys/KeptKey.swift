internal import Files
internal import Glibc

/// The key that a newer one took the place of. Copies of the database made before the change can be
/// opened with nothing else, so it stays beside the new one under the name of its fingerprint.
struct KeptKey {
  let path: String

  private static let end = ".old"

  init(beside path: String, site: String, _ key: KeyBytes) {
    self.path = "\(path).\(site).\(key.fingerprint)\(KeptKey.end)"
  }

  private init(path: String) { self.path = path }

  /// Whether it was the key of a database of that site.
  func isOf(_ site: String) -> Bool { path.contains(".\(site).") }

  /// Writes the key, unless it stands there whole.
  ///
  /// - Throws: `UsageFault.cannotWrite`.
  func keep(_ key: KeyBytes) throws {
    if try KeyBytes.read(path) == key { return }
    unlink(path)
    try key.write(to: path)
  }

  /// All that are kept beside a key file.
  static func all(beside path: String) -> [KeptKey] {
    let name = FilePath(path)
    return FilePath.names(in: name.folder).sorted()
      .filter { $0.hasPrefix(name.last + ".") && $0.hasSuffix(end) }
      .map { KeptKey(path: name.folder + $0) }
  }
}
