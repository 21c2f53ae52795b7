internal import ArgumentParser
internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine

/// What is asked of a module or done by it, and about what: the same for questions and actions.
struct ModuleArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("模块", "The module")))
  var module: String

  @Argument(help: ArgumentHelp(say("问题或事项", "The question or action")))
  var name: String

  @Argument(help: ArgumentHelp(say("年度（默认当天所在年）", "The year (default the day's)")))
  var year: String?

  @Option(help: ArgumentHelp(say("哪一天（默认今天）", "Which day (default today)")))
  var on: Day?

  @Option(help: ArgumentHelp(say("单位（含下级）", "A unit with all below it")))
  var unit: String?

  /// What the words mean in their module.
  func found<Found>(_ find: (Module, String) -> Found?) throws -> Found {
    guard let found = Suite.module(module).flatMap({ find($0, name) }) else {
      throw UsageFault.unknownCommand("\(module) \(name)", suggestions: [])
    }
    return found
  }

  /// The year, for what is about one; nil when none was given.
  func year(of name: String, isTaken: Bool) throws -> Int? {
    let year = try year.planYear()
    if let year, !isTaken { throw UsageFault.takesNoYear(name, year) }
    return year
  }

  /// - Parameter indicator: the one whose plan year is meant.
  func scope(
    _ year: Int?, of indicator: IndicatorDeclaration?, _ desk: Desk
  ) throws -> QuestionScope {
    try desk.scope(on: on, year: year, of: indicator, unit: unit)
  }
}
