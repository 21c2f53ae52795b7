internal import ArgumentParser
internal import Desk
internal import StorageSQLite
internal import Suite
internal import Views

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
    let (receipt, head) = try workplace.found(bare: bare)
    let output = Output(options: common)
    try output.afterWriting(head) { try output.tell(receipt) }
  }
}

extension Workplace {
  /// Makes the database, with its folder, and installs what the modules declare.
  ///
  /// - Returns: what was made, with the head that it had then, whatever others have written since.
  func found(bare: Bool) throws -> (receipt: Receipt, head: String) {
    // Check the output before writing, so that a transaction never lacks its receipt.
    try Output(options: options).expectRoom()
    let path = try path
    try Workplace.makeFolder(of: path)
    let context = try context()
    return try SQLiteDatabase.make(path) { connection in
      let desk = try Desk.found(
        on: connection, declaring: Suite.declarations, site: Workplace.newSite(),
        context: context, isBare: bare)
      if !bare { _ = try desk.install(Suite.drafts, Suite.files) }
      let head = try desk.head()
      let sentence = say(
        "已新建：\(path)\n校验码：\(head.spoken)", "Made \(path)\nLedger head: \(head.spoken)")
      return (
        Receipt(sentence, [("path", .string(path)), ("head", .string("\(head)"))]), head.spoken
      )
    }
  }

  /// Four characters of base 32 without those that are easily confused.
  private static func newSite() -> String {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    return String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count)] })
  }
}

extension Suite {
  /// What this program brings to its databases.
  static var declarations: Declarations {
    Declarations(registers: registers, indicators: indicators)
  }

  /// The files that a new database begins with.
  static var files: [ShippedFile] { forms.map { ShippedFile($0.name, $0.bytes) } }

  /// The indicators that a new database begins with.
  static var drafts: [IndicatorDraft] {
    modules.flatMap(\.indicators).map { IndicatorDraft($0) }
  }
}
