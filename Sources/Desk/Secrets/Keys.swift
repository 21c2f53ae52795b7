public import Storage

extension Desk {
  /// Makes the key of this database's secrets.
  ///
  /// - Throws: `SecretsFault.keyExists`, `.shortPassphrase`.
  public func makeKey(openedBy material: KeyMaterial) throws -> Written<Void> {
    try write { try $0.makeKey(openedBy: material) }
  }

  /// Lets another passphrase or file open the secrets, in one transaction: the old one opens them
  /// until it is done, the new one from then on.
  ///
  /// - Throws: `SecretsFault.wrongKey`, `.noKey`, `.shortPassphrase`.
  public func changeKey(from old: [KeyMaterial], to new: KeyMaterial) throws -> Written<Void> {
    let written = try write { try $0.changeKey(from: old, to: new) }
    try ledger.settleDeleted()
    return written
  }
}
