internal import ArgumentParser
internal import Desk
internal import TargetEngine
internal import Views

struct UnitMerge: ParsableCommand {
  static let configuration = describe(
    "merge", "撤并：停用一个单位并归入另一个", "Merge a unit into another",
    example: "unit merge 甲村 乙村 --on 2021-07-01")

  @Argument(help: ArgumentHelp(say("被并入的单位", "The unit that ends")))
  var unit: String

  @Argument(help: ArgumentHelp(say("并入的单位", "The unit that takes it in")))
  var into: String

  @Option(help: ArgumentHelp(say("停用日（默认今天）", "Its last day (default today)")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.mergeUnit(unit, into: into, on: on ?? desk.context.today)
    try Output(options: common).receipt(written, Text("已撤并", "Merged"))
  }
}

struct UnitClose: ParsableCommand {
  static let configuration = describe(
    "close", "停用单位", "Close a unit", example: "unit close 甲村 --on 2021-06-30")

  @Argument(help: ArgumentHelp(say("单位", "The unit")))
  var unit: String

  @Option(help: ArgumentHelp(say("停用日（默认今天）", "Its last day (default today)")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.closeUnit(unit, on: on ?? desk.context.today)
    try Output(options: common).receipt(written, Text("已停用", "Closed"))
  }
}

extension Output {
  /// The receipt of the end of a unit.
  fileprivate func receipt(_ written: Written<ClosedUnit>, _ verb: Text) throws {
    try receipt(written, written.result.receipt(verb, language, whole: written.whole))
  }
}
