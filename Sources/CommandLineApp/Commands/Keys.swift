internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Reports
internal import StorageSQLite
internal import TargetEngine

struct KeyCreate: ParsableCommand {
  static let configuration = describe(
    "create", "建立密钥：口令，或密钥文件（--file）", "Make the key: a passphrase, or a key file (--file)",
    example: "key create --file")

  @Flag(help: ArgumentHelp(say("用密钥文件代替口令", "A key file in place of a passphrase")))
  var file = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: .write)
    guard try desk.keyKind() == nil else { throw SecretsFault.keyExists }
    let change = try KeyChange(desk, workplace, file: file, variable: "TAIZHANG_PASSPHRASE")
    try Output(options: common).key(
      try change.run { try desk.makeKey(openedBy: $0) }, say("密钥已建立", "The key is made"))
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
    let workplace = Workplace(options: common)
    let desk = try workplace.desk(for: .write)
    guard let kind = try desk.keyKind() else { throw SecretsFault.noKey }
    let site = try desk.site()
    let known = try KeySource.find(kind, mayAsk: true, site: site)
    guard !known.isEmpty else { throw SecretsFault.locked(kind) }
    let change = try KeyChange(
      desk, workplace, file: file, variable: "TAIZHANG_NEW_PASSPHRASE")
    try Output(options: common).key(
      try change.run { new in
        // Somebody else may have changed it until now; nobody is asked while others wait.
        try desk.changeKey(
          from: { try known + KeySource.find($0, mayAsk: false, site: site) }, to: new)
      },
      say(
        "密钥已更换，旧的不再能打开本数据库\(KeyChangeCommand.older(kind))",
        "The key is changed; the old one no longer opens this database\(KeyChangeCommand.older(kind))"
      ))
  }
}

extension KeyChangeCommand {
  /// What opens the copies that were made before the change.
  fileprivate static func older(_ kind: KeyMaterial.Kind) -> String {
    switch kind {
    case .file:
      say(
        "；此前的备份仍由旧密钥文件打开，旧文件仍然保留",
        ". Earlier backups still need it, and its file is kept")
    case .passphrase:
      say("；此前的备份仍要用旧口令打开", ". Earlier backups still need it")
    }
  }
}

struct KeyShow: ParsableCommand {
  static let configuration = describe(
    "show", "密钥的保存方式", "How the key is kept", example: "key show")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let kind = try desk.keyKind()
    let file = try KeyFile.usual(site: try desk.site())
    let path = kind == .file ? try file.opening(desk.isOpened) ?? file.path : ""
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
  private let file: KeyFile
  private let isFile: Bool
  private let desk: Desk
  private let variable: String

  /// - Throws: `UsageFault.outputIsDatabase`, `.outputIsLedger` for a key file in the place of one.
  init(_ desk: Desk, _ workplace: Workplace, file isFile: Bool, variable: String) throws {
    file = try KeyFile.usual(site: try desk.site())
    self.isFile = isFile
    self.desk = desk
    self.variable = variable
    if isFile, try LedgerFiles.isPart(file.path, of: workplace.path) {
      throw UsageFault.outputIsDatabase(file.path)
    }
    if isFile, LedgerFiles.isLedger(file.path) { throw UsageFault.outputIsLedger(file.path) }
  }

  /// A change that is written, and the file that has the new key.
  struct Done {
    var written: Written<Void>
    var path: String?
    /// The key opens the secrets from where it waits, since it could not be put in its place.
    var isWaiting = false
    /// Where another key was put that lay in its place.
    var aside: String?
  }

  typealias Change = (_ new: () throws -> KeyMaterial) throws -> Written<Void>

  func run(_ change: Change) throws -> Done {
    if isFile {
      try Workplace.makeFolder(of: file.path)
      return try file.hold { try runWithFile(change) }
    }
    guard let material = try KeySource.new(variable) else {
      throw UsageFault.needsPassphrase(variable)
    }
    let written = try change { material }
    // A key of an earlier attempt waits for nothing any more.
    try? file.hold { try desk.hold { try file.clean(desk.isOpened) } }
    return Done(written: written)
  }

  private func runWithFile(_ change: Change) throws -> Done {
    var waiting: WaitingKey?
    var aside: String?
    let written: Written<Void>
    do {
      written = try change {
        aside = try file.settle(desk.isOpened)
        let new = try file.prepare()
        waiting = new.file
        return new.material
      }
    } catch {
      // A key that the database may have taken is kept: the next change finds out.
      if Desk.mayBeWritten(after: error) { throw error }
      if let waiting { unlink(waiting.path) }
      throw error
    }
    var done = Done(written: written, path: file.path, aside: aside)
    do {
      try desk.hold {
        if let other = try file.settle(desk.isOpened) { done.aside = other }
        try file.clean(desk.isOpened)
      }
    } catch {
      done.path = try? file.opening(desk.isOpened) ?? waiting?.path
      done.isWaiting = done.path != file.path
    }
    return done
  }
}

extension Output {
  fileprivate func key(_ change: KeyChange.Done, _ done: String) throws {
    let advice =
      if let path = change.path {
        say(
          "密钥文件：\(path)。请另存一份到安全的地方：丢失后，加密的内容无法恢复。",
          "The key file: \(path). Keep a copy in a safe place: without it the secrets are lost.")
      } else {
        say(
          "请记牢口令：忘记后，加密的内容无法恢复。",
          "Remember the passphrase: without it the secrets are lost.")
      }
    let waiting = say(
      "新密钥未能改用固定的文件名，请勿删除上述文件：它现在就能使用，下次更换密钥时会放到位。",
      "The new key could not be given its usual name. Do not delete this file: it works from where"
        + " it is, and the next change of the key puts it in its place.")
    let aside = change.aside.map {
      say(
        "原来在那里的是另一把密钥，已改名保存为 \($0)，程序仍能找到。",
        "Another key lay in its place: it is kept as \($0), where the program finds it.")
    }
    try receipt(
      change.written,
      ([done, advice] + (change.isWaiting ? [waiting] : []) + (aside.map { [$0] } ?? []))
        .joined(separator: "\n"))
  }
}
