public import Storage

extension Desk {
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
