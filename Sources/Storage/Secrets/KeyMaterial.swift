internal import Cryptography
internal import Database

/// What opens the secrets of a database: words that someone knows, or a file that someone keeps.
public enum KeyMaterial: Sendable {
  case passphrase(String)
  /// The bytes of a key file.
  case file([UInt8])

  /// The ways in which a key may be kept.
  public enum Kind: String, Sendable, CaseIterable {
    case passphrase, file
  }

  public var kind: Kind {
    switch self {
    case .passphrase: .passphrase
    case .file: .file
    }
  }

  /// Tells random keys apart and nothing of them.
  public static func fingerprint(ofKey bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(bytes).prefix(8))
  }

  /// So much work that guessing takes long, and opening a tenth of a second.
  static let rounds: Int64 = 1 << 15
  /// What a stored key may ask for; beyond it memory runs out.
  private static let allowedRounds: ClosedRange<Int64> = 1 << 10...1 << 18

  /// The key that wraps the master key.
  func wrappingKey(salt: [UInt8], rounds: Int64) throws -> SecretKey {
    switch self {
    case .passphrase(let words):
      guard KeyMaterial.allowedRounds.contains(rounds), rounds.nonzeroBitCount == 1 else {
        throw SecretsFault.damaged
      }
      return try .stretched(Array(words.utf8), salt: salt, rounds: UInt64(rounds))
    case .file(let bytes):
      return try SecretKey(bytes).derived(salt: salt, info: Array("taizhang master".utf8))
    }
  }
}

/// Why secrets cannot be read or written.
public enum SecretsFault: Error, Sendable, Equatable {
  /// No key was ever made for this database.
  case noKey
  case keyExists
  /// The key was not given; it is kept so.
  case locked(KeyMaterial.Kind)
  /// What was given does not open this database's secrets.
  case wrongKey(KeyMaterial.Kind)
  /// Others than its owner may read the key file, or write it.
  case exposed(path: String)
  /// A new key file does not hold what was written into it.
  case unreadableKey(path: String)
  /// A passphrase of fewer characters than it should have.
  case shortPassphrase(minimum: Int)
  /// A secret that is kept cannot be opened: it was changed behind the program's back.
  case damaged
  /// The record's history was kept in clear by an earlier version, so it cannot be destroyed.
  case historyInClear
  case alreadyErased
}
