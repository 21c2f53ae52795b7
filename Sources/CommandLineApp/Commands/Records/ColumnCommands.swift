internal import ArgumentParser
internal import Desk
internal import Registers
internal import TargetEngine
internal import Views

struct RegisterColumn: ParsableCommand {
  static let configuration = describe(
    "column", "本单位自设的列", "Columns of the office's own",
    example: "register column add clinics.project 床位 int",
    subcommands: [
      RegisterColumnAdd.self, RegisterColumnList.self, RegisterColumnRename.self,
      RegisterColumnRemove.self,
    ])
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
      say(
        "内容：text 文字、int 整数、decimal 小数、money 金额、day 日期、bool 是否，或选项 choice:大,小",
        "text, int, decimal, money, day or bool, or a choice such as choice:large,small")))
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

struct RegisterColumnList: ParsableCommand {
  static let configuration = describe(
    "list", "本单位给台账加的列", "The columns that the office has added",
    example: "register column list clinics.project")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let shape = try desk.register(register)
    try Output(options: common).show(
      try .columns(desk.columns(of: shape), of: shape, Session.current.language))
  }
}

struct RegisterColumnRename: ParsableCommand {
  static let configuration = describe(
    "rename", "给自设的列改名；旧名仍可用", "Give a column another title; its former name still finds it",
    example: "register column rename clinics.project 床位 床位数")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("列名", "The column")))
  var name: String

  @Argument(help: ArgumentHelp(say("新名", "Its new title")))
  var title: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.renameColumn(name, to: title, in: try desk.register(register))
    let new = written.result.title.zh
    try Output(options: common).receipt(
      written, say("\(name)现名\(new)。", "\(name) is called \(new) now."))
  }
}

struct RegisterColumnRemove: ParsableCommand {
  static let configuration = describe(
    "remove", "去掉没有内容的自设列", "Take away a column in which nothing stands",
    example: "register column remove clinics.project 床位")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("列名", "The column")))
  var name: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    let written = try desk.removeColumn(name, of: shape)
    let title = shape.name.title(Session.current.language)
    try Output(options: common).receipt(
      written, say("\(title)已去掉一列：\(name)", "\(title) has lost a column: \(name)"))
  }
}
