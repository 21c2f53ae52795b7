internal import Desk
internal import Files
internal import Glibc

/// What a key file holds.
struct KeyBytes: Equatable {
  private let bytes: [UInt8]

  var material: KeyMaterial { .file(bytes) }
  var fingerprint: String { KeyMaterial.fingerprint(ofKey: bytes) }

  static let length = 32

  static func random() -> KeyBytes {
    var source = SystemRandomNumberGenerator()
    return KeyBytes(bytes: (0..<length).map { _ in UInt8.random(in: 0...255, using: &source) })
  }

  /// Reads a key file; nil when there is none, or it holds no key.
  ///
  /// - Throws: `SecretsFault.exposed`.
  static func read(_ path: String) throws -> KeyBytes? {
    // A pipe that nobody writes to would be waited for.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { OpenDatabase.close(file) }
    guard let facts = FileFacts(descriptor: file), facts.isRegular, facts.size == length else {
      return nil
    }
    guard facts.mode & 0o077 == 0 else { throw SecretsFault.exposed(path: path) }
    var bytes = [UInt8](repeating: 0, count: length)
    return Glibc.read(file, &bytes, length) == length ? KeyBytes(bytes: bytes) : nil
  }

  /// Whether a file looks like a key: it has the length of one and is no text.
  static func isKey(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { OpenDatabase.close(file) }
    guard let facts = FileFacts(descriptor: file), facts.isRegular, facts.size == length else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: length)
    return Glibc.read(file, &bytes, length) == length
      && String(validating: bytes, as: UTF8.self) == nil
  }

  /// Writes a file that must not exist yet.
  ///
  /// - Throws: `UsageFault.cannotWrite`.
  func write(to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw KeyBytes.failure(path) }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw KeyBytes.failure(path)
    }
  }

  private static func failure(_ path: String) -> UsageFault {
    .cannotWrite(path, reason: String(cString: strerror(errno)))
  }
}
