internal import ArgumentParser
internal import Desk
internal import StorageSQLite
internal import Suite
internal import TargetEngine
internal import Views

struct Check: ParsableCommand {
  static let configuration = describe(
    "check", "核对：汇总数与明细是否一致", "Prove that totals follow from entries", example: "check --rebuild")

  @Flag(help: ArgumentHelp(say("由明细重新算出汇总数", "Derive the totals again")))
  var rebuild = false

  @Flag(
    help: ArgumentHelp(
      say("台账记录按现行规则重新入账（补记差额）", "Let records post by the rules of this version: the difference")))
  var repost = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: rebuild || repost ? .write : .read)
    if rebuild { try desk.rebuild() }
    if repost, try !desk.repost().isEmpty {
      Output.note(
        say(
          "已补记差额，入账情况见 taizhang journal list。",
          "The difference is posted: see 'taizhang journal list'."))
    }
    let checked = try desk.check()
    let output = Output(options: common)
    try output.tell(checked.receipt(output.language))
    if !checked.findings.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

struct Verify: ParsableCommand {
  static let configuration = describe(
    "verify", "验证：历史是否被改动", "Prove that history was not rewritten",
    example: "verify --expect '#1204·9f3c21aa77d0e1b2'")

  @Option(help: ArgumentHelp(say("报表上印的校验码", "A head printed on a report"), valueName: "head"))
  var expect: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let head = try expect.map { text in
      guard let head = Desk.head(printed: text) else { throw UsageFault.badHead(text) }
      return head
    }
    if head?.provesLittle == true {
      Output.note(
        say(
          "注意：只有 8 位的校验码证明力很弱，几分钟就能伪造出相同的。请用新印的 16 位校验码核对。",
          "Note: a head of 8 digits proves little, since another history can be made to match it in"
            + " minutes. Use a head of 16 digits."))
    }
    let bar = ProgressBar()
    let verified = try desk.verify(expecting: head) { bar.show(share: nil, count: Int($0)) }
    bar.end()
    let output = Output(options: common)
    try output.tell(verified.receipt(output.language))
    if !verified.findings.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

struct Backup: ParsableCommand {
  static let configuration = describe(
    "backup", "备份（他人可照常使用），写完即验证", "Copy the database and verify the copy",
    example: "backup 台账-2021-06-30.db")

  @Argument(help: ArgumentHelp(say("备份文件", "The file to write")))
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    try Output.expectNoKey(file)
    let copy = try workplace.connection(for: .read).backup(
      to: file, registers: Suite.registers, replacing: common.force,
      at: try workplace.context().now,
      equip: Desk.equipping(declaring: Suite.declarations, keys: KeySource.find))
    try Output(options: common).copied(copy, to: file, Text("已备份", "Backed up"))
  }
}

struct Restore: ParsableCommand {
  static let configuration = describe(
    "restore", "由备份恢复数据库（先验证备份）", "Restore the database from a backup",
    example: "restore 台账-2021-06-30.db --force")

  @Argument(help: ArgumentHelp(say("备份文件", "The backup")))
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    try Output(options: common).expectRoom()
    let path = try workplace.path
    try Output.expectNoKey(path)
    // Not opened as a ledger, which would bring the backup itself to this version's schema.
    let source = try SQLiteDatabase.openBackup(file)
    try Workplace.makeFolder(of: path)
    let copy = try source.backup(
      to: path, registers: Suite.registers, replacing: common.force,
      at: try workplace.context().now,
      equip: Desk.equipping(declaring: Suite.declarations, keys: KeySource.find))
    try Output(options: common).copied(
      copy, to: path, Text("已恢复", "Restored"), notes: secrets(workplace))
  }

  /// Says so where what is at hand does not open the secrets of the backup.
  private func secrets(_ workplace: Workplace) -> [String] {
    guard let desk = try? workplace.desk(for: .read),
      let kind = try? desk.keyKind(), let site = try? desk.site(),
      let known = try? KeySource.find(kind, mayAsk: false, site: site)
    else { return [] }
    let opens = known.contains { (try? desk.isOpened(by: $0)) ?? false }
    // Do not ask for a passphrase only to say that it fits.
    if opens || (kind == .passphrase && known.isEmpty) { return [] }
    return [
      say(
        "手头的密钥打不开其中的保密内容：备份时用的是另一把。请用当时的口令或密钥文件（TAIZHANG_KEY_FILE）。",
        "The key at hand does not open its secrets: another one did when the backup was made. Use the"
          + " passphrase or key file (TAIZHANG_KEY_FILE) of that time.")
    ]
  }
}

extension Output {
  /// Says of a copy what was proven of it; ends with exit status 1 where a check finds something.
  fileprivate func copied(
    _ copy: ProvenCopy, to path: String, _ verb: Text, notes: [String] = []
  ) throws {
    let receipt = copy.receipt(verb, to: path, notes: notes, language)
    try afterWriting(copy.head.spoken) { try tell(receipt) }
    if !copy.isRight { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
