internal import ArgumentParser
internal import Desk
internal import TargetEngine
internal import Views

struct UnitAdd: ParsableCommand {
  static let configuration = describe(
    "add", "添加单位", "Add a unit",
    example: "unit add 341802105 --name 洪林镇 --kind township --parent 宣州区")

  @Argument(help: ArgumentHelp(say("编码", "Its code")))
  var code: String

  @Option(help: ArgumentHelp(say("名称", "Its name")))
  var name: String

  @Option(help: ArgumentHelp(say("类型", "Its kind"), valueName: "kind"))
  var kind: KindArgument

  @Option(help: ArgumentHelp(say("上级单位", "The unit above")))
  var parent: String?

  @Option(help: ArgumentHelp(say("启用日", "Its first day")))
  var opened: Day?

  @Option(help: ArgumentHelp(say("旧称（可重复）", "A former name (repeatable)")))
  var alias: [String] = []

  @Flag(help: ArgumentHelp(say("没有上级，与本单位并列", "Without a unit above, beside your own")))
  var root = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if root, parent != nil { throw UsageFault.notTogether("--root", "--parent") }
    let written = try Workplace(options: common).desk(for: .write).addUnit(
      code: code, name: name, kind: kind.kind, parent: parent, opened: opened, aliases: alias,
      isRoot: root)
    try Output(options: common).receipt(written, Text("已添加", "Added"))
  }
}

struct UnitList: ParsableCommand {
  static let configuration = describe(
    "list", "列出单位", "List units", example: "unit list --unit 宣州区")

  @Argument(help: ArgumentHelp(say("名称、旧称或编码中的一段", "A part of a name, a former name or a code")))
  var part: String?

  @Option(help: ArgumentHelp(say("只列它的下级", "Only those directly below it")))
  var unit: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let all = try desk.units()
    let parent = try unit.map { try desk.unit($0).unit.id }
    let chosen = all.filter { item in
      (parent == nil || item.unit.parent == parent) && part.map(item.isNamed(byPart:)) ?? true
    }
    let output = Output(options: common)
    try output.show(try .units(chosen, among: all, output.language))
  }
}

struct UnitMove: ParsableCommand {
  static let configuration = describe(
    "move", "移到另一上级之下（历史按现行区划口径随之移动）", "Move under another unit, with its history",
    example: "unit move 洪林村 水东镇")

  @Argument(help: ArgumentHelp(say("单位", "The unit")))
  var unit: String

  @Argument(help: ArgumentHelp(say("新的上级", "The new unit above")))
  var parent: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).moveUnit(unit, under: parent)
    try Output(options: common).receipt(written, Text("已移动", "Moved"))
  }
}

struct UnitRename: ParsableCommand {
  static let configuration = describe(
    "rename", "改名（原名留作旧称）", "Rename; the former name stays an alias",
    example: "unit rename 341802105 洪林街道")

  @Argument(help: ArgumentHelp(say("单位", "The unit")))
  var unit: String

  @Argument(help: ArgumentHelp(say("新名称", "The new name")))
  var name: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).renameUnit(unit, to: name)
    try Output(options: common).receipt(written, Text("已改名", "Renamed"))
  }
}

struct UnitAlias: ParsableCommand {
  static let configuration = describe(
    "alias", "添加旧称", "Add an alias", example: "unit alias 洪林镇 洪林乡")

  @Argument(help: ArgumentHelp(say("单位", "The unit")))
  var unit: String

  @Argument(help: ArgumentHelp(say("旧称", "The alias")))
  var alias: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let written = try Workplace(options: common).desk(for: .write).addAlias(alias, to: unit)
    try Output(options: common).receipt(written, Text("已记旧称", "Alias added"))
  }
}

extension Output {
  /// The receipt of a change of a unit.
  fileprivate func receipt(_ written: Written<StoredUnit>, _ verb: Text) throws {
    try receipt(written, written.result.receipt(verb, language))
  }
}
