internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Suite
internal import TargetEngine
internal import Views

struct RegisterList: ParsableCommand {
  static let configuration = describe(
    "list", "列出台账", "List registers", example: "register list --module clinics")

  @Option(help: ArgumentHelp(say("只列一个模块", "One module only")))
  var module: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let language = Session.current.language
    let word = module.map(Suite.word)
    let modules = Suite.modules.filter { word == nil || $0.name == word }
    if let word, modules.isEmpty {
      throw DeskError.unknownModule(
        word, suggestions: Suggestions.nearest(to: word, in: Suite.modules.map(\.name)))
    }
    try Output(options: common).show(try .registers(of: modules, language))
  }
}

struct RegisterShow: ParsableCommand {
  static let configuration = describe(
    "show", "一本台账的字段、阶段和记账规则", "A register's fields, stages and postings",
    example: "register show clinics.project")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let view = try RegisterView(
      try Suite.registers.named(register).shape(), Session.current.language)
    try Output(options: common).show(view.tables, json: view.json)
  }
}

struct RegisterColumn: ParsableCommand {
  static let configuration = describe(
    "column", "本单位自设的列", "Columns of the office's own",
    example: "register column add clinics.project 床位 int", subcommands: [RegisterColumnAdd.self])
}

struct RegisterColumnAdd: ParsableCommand {
  static let configuration = describe(
    "add", "给台账加一列（只供本单位使用，不参与统计）", "Add a column for the office; it never posts",
    example: "register column add clinics.project 床位 int")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("列名", "The column's name")))
  var name: String

  @Argument(
    help: ArgumentHelp(
      say("内容：text 文字、int 整数、money 金额、day 日期、bool 是否", "text, int, money, day or bool")))
  var type: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    let written = try desk.addColumn(name, type, to: shape)
    let title = shape.name.title(Session.current.language)
    try Output(options: common).receipt(
      written,
      say(
        "\(title)已加一列：\(written.result.name)（\(written.result.kind.title.zh)）",
        "\(title) has a new column: \(written.result.name) (\(written.result.kind.title.en))"))
  }
}
