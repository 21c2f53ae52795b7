internal import Database
public import Storage

extension Desk {
  /// How the key is kept; nil when none was made.
  public func keyKind() throws -> KeyMaterial.Kind? { try ledger.keyKind() }

  /// Whether something opens the secrets.
  public func isOpened(by material: KeyMaterial) throws -> Bool {
    try ledger.isOpened(by: material)
  }

  /// The four characters that begin every public id of the database.
  public func site() throws -> String { try ledger.site() }

  /// Runs `body` while nobody writes, and writes nothing.
  public func hold<Result>(_ body: () throws -> Result) throws -> Result { try ledger.hold(body) }

  /// Whether an error leaves open if the transaction was written.
  public static func mayBeWritten(after error: any Error) -> Bool {
    if case StorageError.unsettled = error { true } else { false }
  }

  /// Makes the key of this database's secrets.
  ///
  /// - Parameter material: gives what is to open them, while nobody else writes.
  /// - Throws: `SecretsFault.keyExists`, `.shortPassphrase`.
  public func makeKey(openedBy material: () throws -> KeyMaterial) throws -> Written<Void> {
    try write { try $0.makeKey(openedBy: material) }
  }

  /// Lets another passphrase or file open the secrets, in one transaction: the old one opens them
  /// until it is done, the new one from then on.
  ///
  /// - Parameters: both are asked while nobody else writes, the new one after an old one fits.
  /// - Throws: `SecretsFault.wrongKey`, `.noKey`, `.shortPassphrase`.
  public func changeKey(
    from old: (KeyMaterial.Kind) throws -> [KeyMaterial], to new: () throws -> KeyMaterial
  ) throws -> Written<Void> {
    try writeAndSettle { try $0.changeKey(from: old, to: new) }
  }
}
