internal import ArgumentParser
internal import Desk
internal import Journal
internal import Reports
internal import Storage
internal import StorageSQLite
internal import Suite
internal import TargetEngine

struct Check: ParsableCommand {
  static let configuration = describe(
    "check", "核对：汇总数与分录是否一致", "Prove that totals follow from entries", example: "check --rebuild")

  @Flag(help: ArgumentHelp(say("由分录重新算出汇总数", "Derive the totals again")))
  var rebuild = false

  @Flag(
    help: ArgumentHelp(
      say("台账记录按现行规则重新入账（补记差额）", "Let records post by the rules of this version: the difference")))
  var repost = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: rebuild || repost ? .write : .read)
    if rebuild { try desk.ledger.rebuild() }
    if repost, try !desk.repost().isEmpty {
      Output.note(
        say(
          "已补记差额，入账情况见 taizhang journal list。",
          "The difference is posted: see 'taizhang journal list'."))
    }
    let findings = try desk.ledger.check()
    let language = Session.current.language
    let units = try RecordNames(desk.ledger, language)
    let indicators = Dictionary(
      try desk.ledger.indicators().map { ($0.id, $0.title(language)) }
    ) { a, _ in a }
    let sentences = try findings.map { finding in
      try finding.sentence(
        language, unit: { try units.unit($0)?.title ?? "?" },
        indicator: { indicators[$0] ?? "?" })
    }
    let site = try desk.ledger.site()
    let advice = try desk.ledger.advice(today: desk.context.today).map {
      $0.sentence(language, site: site)
    }
    try Output(options: common).findings(
      sentences, none: say("核对无误：汇总数与分录一致。", "Totals and entries agree."), head: nil,
      advice: advice)
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
    let ledger = try Workplace(options: common).desk(for: .read).ledger
    var head: Head?
    if let expect {
      guard let parsed = Head(printed: expect) else {
        throw ValidationError(
          say(
            "“\(expect)”不是校验码，应如 #1204·9f3c21aa77d0e1b2",
            "'\(expect)' is no head, such as #1204·9f3c21aa77d0e1b2")
        )
      }
      head = parsed
      if parsed.provesLittle {
        Output.note(
          say(
            "注意：只有 8 位的校验码证明力很弱，几分钟就能伪造出相同的。请用新印的 16 位校验码核对。",
            "Note: a head of 8 digits proves little, since another history can be made to match it in"
              + " minutes. Use a head of 16 digits."))
      }
    }
    let bar = ProgressBar()
    let findings = try ledger.read {
      try ledger.verify(expecting: head) { bar.show(share: nil, count: Int($0)) }
    }
    bar.end()
    let now = try ledger.head()
    try Output(options: common).findings(
      findings.map { $0.sentence(Session.current.language) },
      none: say("验证无误：共 \(now.transaction) 笔流水。", "Verified: \(now.transaction) transactions."),
      head: now)
  }
}

extension Output {
  /// Prints what a check found and ends with exit status 1, or says that all is well.
  ///
  /// - Parameter advice: what should be put right though nothing is wrong; nil where none is given.
  fileprivate func findings(
    _ sentences: [String], none: String, head: Head?, advice: [String]? = nil
  ) throws {
    let fields: [(String, JSONValue)] =
      [
        ("ok", .bool(sentences.isEmpty)), ("head", JSONValue(head?.description)),
        ("findings", .array(sentences.map { .string($0) })),
      ]
      + (advice.map { [("advice", .array($0.map { .string($0) }))] } ?? [])
    let tail = head.map { "\n" + say("校验码：\($0.spoken)", "Ledger head: \($0.spoken)") } ?? ""
    let message = sentences.isEmpty ? none + tail : sentences.joined(separator: "\n")
    try tell(([message] + (advice ?? [])).joined(separator: "\n"), json: .object(fields))
    if !sentences.isEmpty { throw ExitCode(1) }
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
      equip: Workplace.equip)
    try Output(options: common).copied(
      copy, to: file, say("已备份", "Backed up"))
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
    try Output.expectNoKey(workplace.path)
    // Not opened as a ledger, which would bring the backup itself to this version's schema.
    let source = try SQLiteDatabase.open(file, for: .read)
    Workplace.makeFolder(of: workplace.path)
    let copy = try source.backup(
      to: workplace.path, registers: Suite.registers, replacing: common.force,
      at: try workplace.context().now, equip: Workplace.equip)
    try Output(options: common).copied(
      copy, to: workplace.path, say("已恢复", "Restored"), notes: secrets(workplace))
  }

  /// Says so where what is at hand does not open the secrets of the backup.
  private func secrets(_ workplace: Workplace) -> [String] {
    guard let ledger = try? workplace.desk(for: .read).ledger,
      let kind = try? ledger.keyKind(), let site = try? ledger.site(),
      let known = try? KeySource.find(kind, mayAsk: false, site: site)
    else { return [] }
    let opens = known.contains { (try? ledger.isOpened(by: $0)) ?? false }
    // Nobody is asked for a passphrase only to be told that it fits.
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
  ///
  /// - Parameter notes: what else its user has to know.
  fileprivate func copied(
    _ copy: ProvenCopy, to path: String, _ done: String, notes: [String] = []
  ) throws {
    let notes = notes + (copy.replaced.sentence.map { [$0] } ?? [])
    let isRight = copy.findings.isEmpty
    let proven =
      isRight
      ? say("，历史已验证，汇总已核对：", "; history verified, totals checked: ")
      : say("，历史已验证：", "; history verified: ")
    try afterWriting(copy.head) {
      try tell(
        (["\(done)\(proven)\(path)"] + copy.advice + notes
          + [say("校验码：\(copy.head.spoken)", "Ledger head: \(copy.head.spoken)")]).joined(
            separator: "\n"),
        json: .object(
          [
            ("file", .string(path)), ("head", .string("\(copy.head)")), ("checked", .bool(isRight)),
          ] + copy.replaced.json))
    }
    if !isRight { throw ExitCode(1) }
  }
}

extension ProvenCopy.Replaced {
  fileprivate var sentence: String? {
    switch self {
    case .nothing: nil
    case .history(let head):
      say(
        "被替换的台账到 \(head.spoken) 为止，其中有此备份没有的内容，已不在该文件中。",
        "The ledger that was replaced ended at \(head.spoken) and held what this copy does not: it is"
          + " no longer in that file.")
    case .unreadable:
      say(
        "被替换的文件读不出是哪个台账、到哪一笔为止：其中如有此备份没有的内容，已不在该文件中。",
        "The file that was replaced could not be read as a ledger, so that nobody knows where it ended:"
          + " what it held that this copy does not is no longer there.")
    }
  }

  fileprivate var json: [(String, JSONValue)] {
    switch self {
    case .nothing: [("replaced", JSONValue(nil))]
    case .history(let head): [("replaced", .string("\(head)"))]
    case .unreadable: [("replaced", JSONValue(nil)), ("replacedUnread", .bool(true))]
    }
  }
}

extension ProvenCopy {
  /// What to do about the findings, by what mends them.
  fileprivate var advice: [String] {
    let derived = findings.count { $0.isDerived }
    let others = findings.count - derived
    let totals = say(
      "其中汇总有 \(derived) 处与明细不一致，请运行 taizhang check --rebuild 重新汇总。",
      "Its totals do not follow from the entries (\(derived) findings): run"
        + " 'taizhang check --rebuild'.")
    let rest = say(
      "另有 \(others) 处不是重新汇总所能改正的，请运行 taizhang check 逐项查看。",
      "What deriving totals again does not mend (\(others) findings) is shown by"
        + " 'taizhang check'.")
    return (derived > 0 ? [totals] : []) + (others > 0 ? [rest] : [])
  }
}
