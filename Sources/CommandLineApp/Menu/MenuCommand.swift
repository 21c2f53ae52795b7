internal import ArgumentParser

/// What bare `taizhang` on a terminal runs too.
struct MenuCommand: ParsableCommand {
  static let configuration = describe(
    "menu", "菜单：按编号办事，不用记命令", "The month's work by numbers, without commands to remember",
    example: "menu")

  @OptionGroup var common: CommonOptions

  func run(_ commands: OtherCommands) throws {
    guard Terminal.isInput, Terminal.isError else { throw UsageFault.needsTerminal }
    Menu(MenuPlace(common, commands.run)).run()
  }
}
