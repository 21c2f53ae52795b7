internal import ArgumentParser
internal import Database
internal import Desk
internal import Journal
internal import Storage
internal import StorageSQLite
internal import Suite
internal import TargetEngine

struct Init: ParsableCommand {
  static let configuration = describe(
    "init", "新建数据库，含各模块的指标和规则表",
    "Make a new database with the modules' indicators and rule table",
    example: "init --bare")

  @Flag(help: ArgumentHelp(say("不带任何指标和规则", "Without any indicator or rule")))
  var bare = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let (path, head) = (workplace.path, try workplace.found(bare: bare))
    let output = Output(options: common)
    try output.afterWriting(head) {
      try output.tell(
        say(
          "已新建：\(path)\n校验码：\(head.spoken)", "Made \(path)\nLedger head: \(head.spoken)"),
        json: .object([("path", .string(path)), ("head", .string("\(head)"))]))
    }
  }
}

extension Workplace {
  /// Makes the database, with its folder, and installs what the modules declare.
  ///
  /// - Returns: its head when it was made, whatever others have written since.
  func found(bare: Bool) throws -> Head {
    // Check the output before writing, so that a transaction never lacks its receipt.
    try Output(options: options).expectRoom()
    Workplace.makeFolder(of: path)
    let context = try context()
    do {
      return try SQLiteDatabase.make(path) { connection in
        let ledger = try Ledger.found(
          on: connection, registers: Suite.registers, site: Workplace.newSite(), at: context.now,
          isBare: bare)
        ledger.declaredIndicators = Suite.indicators
        if !bare { _ = try Desk(ledger: ledger, context: context).install(Suite.drafts) }
        return try ledger.head()
      }
    } catch StorageError.unsettled(let code, let detail) {
      // What may have been written is gone with the file.
      throw StorageError.failed(code: code, detail: detail)
    }
  }

  /// Four characters of base 32 without those that are easily confused.
  private static func newSite() -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    return String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count)] })
  }
}

extension Suite {
  /// The indicators that a new database begins with.
  static var drafts: [IndicatorDraft] {
    modules.flatMap(\.indicators).map { declaration in
      var draft = IndicatorDraft(
        code: declaration.code, name: declaration.name.zh, kind: "flow",
        measure: declaration.measure, decimals: declaration.decimals,
        direction: declaration.direction)
      draft.nameEn = declaration.name.en
      if declaration.firstMonth > 1 { draft.firstMonth = declaration.firstMonth }
      switch declaration.kind {
      case .flow: break
      case .stock: draft.kind = "stock"
      case .ratio(let numerator, let denominator):
        (draft.kind, draft.numerator, draft.denominator) = ("ratio", numerator, denominator)
      }
      return draft
    }
  }
}
