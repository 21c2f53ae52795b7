internal import ArgumentParser
internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine
internal import Views

/// `taizhang MODULE REGISTER --help` arrives here as `record usage REGISTER`, and `taizhang MODULE --help`
/// as `record usage MODULE`. A database is not needed for it.
struct RecordUsage: ParsableCommand {
  static let configuration = describe(
    "usage", "一本台账或一个模块怎样用", "How a register or a module is used",
    example: "clinics project --help", isShown: false)

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var common: CommonOptions

  func run(_ commands: OtherCommands) throws {
    let output = Output(options: common)
    if let module = Suite.module(register) {
      if common.format == .table { try output.tell(ModuleUsage(module, output.language).text) }
      return try output.show(try .registers(of: [module], output.language))
    }
    let desk = try? Workplace(options: common).desk(for: .read)
    let slot = try Suite.registers.named(register)
    let shape = try desk?.register(slot.id) ?? slot.shape()
    let view = try RegisterView(shape, output.language)
    if common.format == .table {
      let example = RegisterExample(shape, desk, output.language)
      try output.tell(RegisterUsage(shape, commands.verbs, example, output.language).text)
    }
    try output.show(view.tables, json: view.json)
  }
}

/// What can be done with a register: its verbs, and commands that could be given as they stand.
struct RegisterUsage {
  private let shape: RegisterShape
  private let verbs: [any ParsableCommand.Type]
  private let example: RegisterExample
  private let language: Language

  init(
    _ shape: RegisterShape, _ verbs: [any ParsableCommand.Type], _ example: RegisterExample,
    _ language: Language
  ) {
    self.verbs = verbs
    self.shape = shape
    self.example = example
    self.language = language
  }

  var text: String {
    let w = Text("命令", "VERB")(language)
    let command = "taizhang \(path.joined(separator: " "))"
    let rows = verbs.map { verb in
      let name = verb._commandName
      let words = [name] + CommandWords.aliases(of: name, isVerb: true)
      return HelpColumns.row(words.joined(separator: ", "), verb.configuration.abstract)
    }
    let examples = example.commands.map { "  " + CommandText(path + $0).text }
    return
      ([Text("用法：", "USAGE: ")(language) + "\(command) <\(w)> …", ""]
      + [Text("命令：", "VERBS:")(language)] + rows
      + ["", Text("例：", "EXAMPLES:")(language)] + examples
      + ["", Text("  各命令的说明：", "  More about one: ")(language) + "\(command) <\(w)> --help", ""])
      .joined(separator: "\n")
  }

  private var path: [String] { CommandText.path(of: shape.name, language) }
}

/// What a module has beside its registers: questions and things that are done to many records.
struct ModuleUsage {
  private let module: Module
  private let language: Language

  init(_ module: Module, _ language: Language) {
    self.module = module
    self.language = language
  }

  var text: String {
    let rows = module.questions.map(row) + module.actions.map(row)
    let first = CommandText.module(module, language)
    let w = Text("台账", "REGISTER")(language)
    let title = Text("现成的问题和成批办理：", "QUESTIONS AND ACTIONS:")(language)
    return
      ([Text("用法：", "USAGE: ")(language) + "taizhang \(first) <\(w)> …", ""]
      + (rows.isEmpty ? [] : [title] + rows + [""])
      + [
        Text("  一本台账怎样用：", "  How a register is used: ")(language)
          + "taizhang \(first) <\(w)> --help", "",
      ])
      .joined(separator: "\n")
  }

  private func row(_ item: some ModuleItem) -> String {
    let name = language == .zh ? item.title.zh : item.name
    return HelpColumns.row(name, language == .zh ? item.name : item.title.en)
  }
}
