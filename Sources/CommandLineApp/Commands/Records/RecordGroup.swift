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
    let view = try RegisterView(try shape(), Session.current.language)
    try Output(options: common).show(view.tables, json: view.json)
  }

  /// The register with the office's own columns, where there is a database.
  private func shape() throws -> RegisterShape {
    let workplace = Workplace(options: common)
    guard workplace.hasDatabase else { return try Suite.registers.named(register).shape() }
    return try workplace.desk(for: .read).register(register)
  }
}
