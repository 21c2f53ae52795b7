internal import ArgumentParser
internal import Desk
internal import Reports
internal import Storage
internal import TargetEngine

struct KeyGroup: ParsableCommand {
  static let configuration = describe(
    "key", "密钥：身份证号、电话等保密内容由它加密", "The key that secrets are encrypted with",
    example: "key create --file", subcommands: Taizhang.groups["key"] ?? [])
}

struct KeyCreate: ParsableCommand {
  static let configuration = describe(
    "create", "建立密钥：口令，或密钥文件（--file）", "Make the key: a passphrase, or a key file (--file)",
    example: "key create --file")

  @Flag(help: ArgumentHelp(say("用密钥文件代替口令", "A key file in place of a passphrase")))
  var file = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    guard try desk.ledger.keyKind() == nil else { throw SecretsFault.keyExists }
    let change = try KeyChange(desk, file: file, variable: "TAIZHANG_PASSPHRASE")
    try Output(options: common).key(
      try change.run { try desk.makeKey(openedBy: $0) }, say("密钥已建立", "The key is made"), change)
  }
}

struct KeyChangeCommand: ParsableCommand {
  static let configuration = describe(
    "change", "更换口令或密钥文件（记录不必重新加密）", "Change the passphrase or key file",
    example: "key change")

  @Flag(help: ArgumentHelp(say("改用新的密钥文件", "To a new key file")))
  var file = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    guard let kind = try desk.ledger.keyKind() else { throw SecretsFault.noKey }
    let old = KeySource.find(kind, mayAsk: true, site: try desk.ledger.site())
    guard !old.isEmpty else { throw SecretsFault.locked(kind) }
    let change = try KeyChange(desk, file: file, variable: "TAIZHANG_NEW_PASSPHRASE")
    try Output(options: common).key(
      try change.run { try desk.changeKey(from: old, to: $0) },
      say("密钥已更换，旧的不再有效", "The key is changed; the old one opens nothing"), change)
  }
}

struct KeyShow: ParsableCommand {
  static let configuration = describe(
    "show", "密钥的保存方式", "How the key is kept", example: "key show")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let ledger = try Workplace(options: common).desk(for: .read).ledger
    let kind = try ledger.keyKind()
    let path = KeyFile.usual(site: try ledger.site()).path
    let text =
      switch kind {
      case nil: say("尚未建立密钥。", "There is no key yet.")
      case .passphrase: say("密钥由口令保护。", "A passphrase keeps the key.")
      case .file: say("密钥文件：\(path)", "The key file: \(path)")
      }
    try Output(options: common).tell(
      text, json: .object([("key", JSONValue(kind?.rawValue))]))
  }
}

/// Makes a new passphrase or key file and lets the database take it: both, or neither.
private struct KeyChange {
  let newFile: KeyFile?
  private let desk: Desk
  private let variable: String

  init(_ desk: Desk, file: Bool, variable: String) throws {
    self.desk = desk
    newFile = file ? KeyFile.usual(site: try desk.ledger.site()) : nil
    self.variable = variable
  }

  func run(_ take: (KeyMaterial) throws -> Written<Void>) throws -> Written<Void> {
    guard let newFile else {
      guard let material = try KeySource.new(variable) else {
        throw UsageFault.needsPassphrase(variable)
      }
      return try take(material)
    }
    try newFile.settle { try desk.ledger.isOpened(by: $0) }
    let material = try newFile.prepare()
    let written: Written<Void>
    do {
      written = try take(material)
    } catch {
      newFile.discard()
      throw error
    }
    // From here on the new key counts: it is found where it waits, should this fail.
    try newFile.take()
    return written
  }
}

extension Output {
  fileprivate func key(_ written: Written<Void>, _ done: String, _ change: KeyChange) throws {
    let advice =
      if let file = change.newFile {
        say(
          "密钥文件：\(file.path)。请另存一份到安全的地方：丢失后，加密的内容无法恢复。",
          "The key file: \(file.path). Keep a copy in a safe place: without it the secrets are lost."
        )
      } else {
        say(
          "请记牢口令：忘记后，加密的内容无法恢复。",
          "Remember the passphrase: without it the secrets are lost.")
      }
    try receipt(written, "\(done)\n\(advice)")
  }
}
