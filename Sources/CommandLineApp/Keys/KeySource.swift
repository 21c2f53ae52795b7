internal import Desk

/// Finds what opens the secrets: a passphrase of the environment or asked for on the terminal, or a
/// key file.
enum KeySource {
  /// - Parameter site: of the database.
  static func find(
    _ kind: KeyMaterial.Kind, mayAsk: Bool, site: String
  ) throws -> [KeyMaterial] {
    switch kind {
    case .file: return try KeyFile.usual(site: site).materials
    case .passphrase:
      if let words = Session.variable("TAIZHANG_PASSPHRASE") { return [.passphrase(words)] }
      guard mayAsk else { return [] }
      let words = SilentPrompt.ask(say("口令：", "Passphrase: "))
      try Ending.expectNone()
      guard let words else { return [] }
      return [.passphrase(words)]
    }
  }

  /// A new passphrase: of a variable, or typed twice; nil when nobody can be asked.
  ///
  /// - Throws: `UsageFault.passphrasesDiffer`.
  static func new(_ variable: String) throws -> KeyMaterial? {
    if let words = Session.variable(variable) { return .passphrase(words) }
    guard let words = SilentPrompt.ask(say("新口令：", "New passphrase: ")) else { return nil }
    guard words == SilentPrompt.ask(say("再输一遍：", "Once more: ")) else {
      throw UsageFault.passphrasesDiffer
    }
    return .passphrase(words)
  }
}
